pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Which TextEntry takes what the on-screen keyboard types; null: none, the keyboard is away.
QtObject {
    property Item field: null

    function begin(entry: Item) {
        field = entry;
    }

    function end(entry: Item) {
        if (field === entry)
            field = null;
    }
}
