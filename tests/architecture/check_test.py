#!/usr/bin/env python3
"""Proves that check.py notices what it is for."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
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


if __name__ == "__main__":
    unittest.main()
