#!/usr/bin/env python3
"""Proves that check.py notices what it is for."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import access_page
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


class AccessPage(unittest.TestCase):
    ENTRIES = {"unit_access": {"Comfort.forgets"}, "qml_screens": {"Fit::test_all"}, "words_.*": set()}

    def faults(self, *cells):
        return access_page.faults_of_page("| " + " | ".join(cells) + " |", self.ENTRIES)

    def test_takes_tests_that_are_there(self):
        shown = "`unit_access Comfort.forgets` `unit_access All/Comfort.forgets` `qml_screens Fit::test_all` `words_es`"
        self.assertEqual(self.faults("1.1.1", "met", "", shown), [])
        self.assertEqual(self.faults("1.1.1", "not met", "nobody made it", ""), [])

    def test_names_tests_that_are_gone(self):
        self.assertIn("no entry", self.faults("1.1.1", "met", "", "`unit_gone Comfort.forgets`")[0])
        self.assertIn("no test", self.faults("1.1.1", "met", "", "`unit_access Comfort.gone`")[0])
        self.assertIn("no test", self.faults("1.1.1", "met", "", "`qml_screens Fit::test_gone`")[0])

    def test_wants_a_test_for_what_is_met_even_in_part(self):
        for state in ("met", "partly"):
            self.assertIn("no test shows it", self.faults("1.1.1", state, "we think so", "")[0])

    def test_knows_the_states_and_wants_rows(self):
        self.assertIn("state", self.faults("1.1.1", "mostly", "", "`words_es`")[0])
        self.assertEqual(access_page.faults_of_page("# Access", self.ENTRIES), ["the page has no rows"])

    def test_reads_the_names_of_tests_from_the_sources(self):
        entries = access_page.entries_of(pathlib.Path(__file__).resolve().parents[2])
        self.assertIn("Theme::test_nothingMovesWhenMotionIsOff", entries["qml_controls"])
        self.assertIn("ComfortTest.isPlainAndSilentForANewPerson", entries["unit_access"])


if __name__ == "__main__":
    unittest.main()
