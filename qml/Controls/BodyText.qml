pragma ComponentBehavior: Bound

import QtQuick

PlainText {}
