#!/usr/bin/env python3
"""Proves that check.py notices what it is for."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import braces
import check


class Check(unittest.TestCase):
    def faults(self, path, *lines):
        return check.faults_of_file(path, lines)

    def test_allows_what_the_table_says(self):
        self.assertEqual(self.faults("kiosk/core/store/Store.cpp", '#include "kiosk/core/sql/Connection.h"', "#include <vector>"), [])
        self.assertEqual(self.faults("sync/http/Server.cpp", "#include <boost/beast/http.hpp>"), [])

    def test_the_agent_never_sees_the_store(self):
        self.assertIn("may not include", self.faults("sync/agent/Agent.cpp", '#include "kiosk/core/store/Store.h"')[0])

    def test_the_core_never_sees_the_network_or_qt(self):
        self.assertEqual(len(self.faults("kiosk/core/outbox/Outbox.cpp", '#include "sync/http/Client.h"', "#include <QString>")), 2)

    def test_beast_stays_in_http(self):
        self.assertEqual(len(self.faults("sync/server/Ingest.cpp", "#include <boost/asio.hpp>")), 1)

    def test_includes_start_at_the_root(self):
        self.assertEqual(len(self.faults("kiosk/core/store/Store.cpp", '#include "Store.h"')), 1)

    def test_a_folder_outside_the_table_is_a_fault(self):
        self.assertEqual(len(self.faults("kiosk/other/New.cpp")), 1)


class Braces(unittest.TestCase):
    def lines(self, text):
        return [int(fault.split(":")[1]) for fault in braces.faults_of_text("a.cpp", text)]

    def test_try_in_a_braced_initializer_is_a_fault(self):
        for text in (
            "return Pair{one(), TRY(two())};",
            "Pair pair{TRY(one()), {}};",
            "Pair pair = {one(), TRY(two())};",
            "take({one(), TRY(two())});",
            "take(first, std::vector<int>{TRY(two())});",
            "return Pair{one(), wrapped(TRY(two()))};",
            "return Outer{{one(), TRY(two())}, three()};",
            "for (auto x : {TRY(one())}) use(x);",
            "Named named{.first = one(), .second = TRY(two())};",
        ):
            self.assertEqual(self.lines("void f() {\n" + text + "\n}"), [2], text)

    def test_try_elsewhere_is_none(self):
        for text in (
            "auto one = TRY(first()); return Pair{std::move(one), two()};",
            "if (TRY(one())) { TRY(two()); } else { TRY(three()); }",
            "do { TRY(one()); } while (more());",
            "return Wrapped([&](int x) -> Result<int> { return TRY(one(x)); });",
            "Callbacks callbacks{.begin = [&](int) { return TRY(one()); }, .end = [&] { TRY(two()); }};",
            "switch (x) { case 1: { TRY(one()); } default: { TRY(two()); } }",
            'log("{ TRY(x)"); // Pair{TRY(one())}',
            "struct Local { Result<int> take() const { return TRY(one()); } };",
        ):
            self.assertEqual(self.lines("Result<int> f() {\n" + text + "\n}"), [], text)


if __name__ == "__main__":
    unittest.main()
