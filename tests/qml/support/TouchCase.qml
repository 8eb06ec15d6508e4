import QtQuick
import QtTest
import Kiosk.Theme

// A TestCase with fingers, and eyes that find things by their accessible name.
TestCase {
    id: fingers

    // How long anything is waited for, in ms: a machine that does much else can stand still for seconds.
    readonly property int patience: 30000

    when: windowShown
    visible: true

    function init() {
        Theme.motion = false;
        Theme.tapPause = 0;
        Theme.density = 96 / 25.4;
        Theme.textScale = 1;
    }

    // The first visible item below `root` of that accessible name, or null.
    function seek(root, name) {
        if (root.visible && root.Accessible.name === name && !root.Accessible.ignored)
            return root;
        for (let i = 0; i < root.children.length; ++i) {
            const found = root.children[i].visible ? seek(root.children[i], name) : null;
            if (found)
                return found;
        }
        return null;
    }

    function find(root, name) {
        tryVerify(() => seek(root, name) !== null, patience, "there is something named \"" + name + "\"");
        const found = seek(root, name);
        settle(found);
        return found;
    }

    // All visible items below `root` for which `wanted` holds.
    function all(root, wanted) {
        let found = root.visible && wanted(root) ? [root] : [];
        for (let i = 0; i < root.children.length; ++i)
            if (root.children[i].visible)
                found = found.concat(all(root.children[i], wanted));
        return found;
    }

    // Waits until everything around the item has its place.
    function settle(item) {
        tryVerify(() => {
            for (let up = item; up; up = up.parent) {
                if (isPolishScheduled(up))
                    return false;
            }
            return true;
        }, patience);
    }

    function press(item, id) {
        settle(item);
        touchEvent(item).press(id, item, item.width / 2, item.height / 2).commit();
    }

    function release(item, id) {
        touchEvent(item).release(id, item, item.width / 2, item.height / 2).commit();
    }

    function tap(item) {
        press(item, 1);
        release(item, 1);
    }

    function tapName(root, name) {
        tap(find(root, name));
    }

    // A finger that comes down on the item, thinks better of it and lifts outside.
    function slideOff(item) {
        press(item, 1);
        for (let step = 1; step <= 4; ++step)
            touchEvent(item).move(1, item, item.width / 2, item.height / 2 + step * item.height / 2).commit();
        touchEvent(item).release(1, item, item.width / 2, 2.5 * item.height).commit();
    }

    // Any text that shows less than it holds.
    function cutTexts(root) {
        return all(root, item => item instanceof Text && item.text !== "" && (item.truncated || item.contentWidth > item.width + 1 || item.contentHeight > item.height + 1)).map(item => item.text);
    }
}
