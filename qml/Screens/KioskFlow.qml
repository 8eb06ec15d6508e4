pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Access
import Kiosk.Controls
import Kiosk.ViewModels

// Decides which screen is shown. Screens say what the person wants; only here is it done.
FocusScope {
    id: flow

    required property Kiosk kiosk
    property Comfort comfort: null // how the person wants it; null: as it is
    property Guide guide: null // who goes without touch or sight
    property StaffArea staff: null
    readonly property SurveySession session: kiosk.session
    // The session of the screen that is shown: stays until that screen is gone.
    property SurveySession asked: null

    // Between Start and the first question, and the questions beside the way.
    property bool languageAsked: false  // the person has answered which language
    property bool askingLanguage: false // again, in the middle
    property bool whoAsked: false       // the person has said who answers
    property bool askingCode: false     // whoever has a number types it
    property int codeAnswer: Kiosk.CodeAnswer.Taken
    property bool leaving: false        // asked to stop, not yet sure
    property bool adjusting: false      // letters, contrast, voice

    // The screen to show; a new value makes a new screen.
    readonly property string place: {
        if (staff && staff.place !== StaffArea.Place.Closed)
            return "staff";
        if (kiosk.fault !== Kiosk.Fault.None)
            return "fault";
        if (!kiosk.visited)
            return kiosk.quiet.dark ? "quiet" : "attract";
        if (askingLanguage)
            return "language";
        if (!session && adjusting)
            return "comfort";
        if (!session && !languageAsked)
            return "language";
        if (!session && !whoAsked && kiosk.asksWho)
            return "who";
        if (!session && kiosk.plan.count > 0)
            return "plan 0";
        if (!session)
            return askingCode || kiosk.codes === Kiosk.Codes.Only ? "code" : "choose";
        return placeInSurvey(session);
    }

    LayoutMirroring.enabled: kiosk.rightToLeft
    LayoutMirroring.childrenInherit: true

    function placeInSurvey(survey: SurveySession): string {
        if (survey.stage === SurveySession.Stage.Cancelled || survey.stage === SurveySession.Stage.Abandoned)
            return "attract";
        if (survey.safetyDue)
            return "safety"; // before anything a disk may have to say
        if (survey.problem >= SurveySession.Problem.NotSaved)
            return "not-saved";
        if (adjusting)
            return "comfort";
        if (survey.stage === SurveySession.Stage.Completed)
            return kiosk.plan.more ? "plan " + kiosk.plan.done : "thanks";
        if (leaving)
            return "cancel";
        if (survey.stage === SurveySession.Stage.Reviewing)
            return "review";
        if (survey.stage === SurveySession.Stage.Signing)
            return "sign";
        return "question " + survey.pageId;
    }

    function componentOf(place: string): Component {
        switch (place) {
        case "attract":
            return attract;
        case "quiet":
            return quietView;
        case "fault":
            return fault;
        }
        const screens = visitScreens(); // and with them "Are you still there?" and the keyboard
        if (place === "staff")
            return staffFlow();
        return place === "not-saved" ? screens.notSaved : screens[place.split(" ")[0]];
    }

    // The rest is in files of their own, read when somebody first goes there, those of a visit behind the first screen's
    // back: so that comes sooner.
    property Component staffFiles: null
    property Component visitFiles: null
    property var visit: null // VisitScreens
    function staffFlow(): Component {
        if (!staffFiles)
            staffFiles = Qt.createComponent(Qt.resolvedUrl("StaffFlow.qml"));
        return staffFiles;
    }
    function visitScreens(): var {
        if (!visit)
            visit = Qt.createComponent(Qt.resolvedUrl("VisitScreens.qml")).createObject(flow, {
                "flow": flow,
                "foot": foot
            });
        return visit;
    }
    Connections {
        target: flow.Window.window
        enabled: flow.visitFiles === null
        function onFrameSwapped() {
            flow.visitFiles = Qt.createComponent(Qt.resolvedUrl("VisitScreens.qml"), Component.Asynchronous);
        }
    }

    // What may be chosen while a survey is asked: what all of it is there in.
    function languagesOf(survey: SurveySession): var {
        const all = Array.from(kiosk.languages);
        return survey ? all.filter(code => Array.from(survey.languages).includes(code)) : all;
    }

    function showPlace() {
        if (session)
            asked = session;
        page.show(componentOf(place));
    }

    onPlaceChanged: showPlace()
    Component.onCompleted: showPlace()

    Connections {
        target: flow.kiosk
        function onVisitedChanged() {
            flow.languageAsked = flow.kiosk.languages.length < 2;
            flow.askingLanguage = false;
            flow.askingCode = false;
            flow.whoAsked = false;
            flow.codeAnswer = Kiosk.CodeAnswer.Taken;
            flow.leaving = false;
            flow.adjusting = false;
        }
    }

    // One back from where a survey is chosen.
    function leaveFirst() {
        if (kiosk.asksWho)
            whoAsked = false;
        else
            leaveLanguage();
    }

    function leaveLanguage() {
        if (kiosk.languages.length > 1)
            languageAsked = false;
        else
            kiosk.leave();
    }

    function leaveCode() {
        askingCode = false;
        codeAnswer = Kiosk.CodeAnswer.Taken;
    }

    // Who wants it as they need it before they tap Start has begun a visit: it ends, and is forgotten, like any other.
    function openComfort() {
        if (comfort === null || kiosk.fault !== Kiosk.Fault.None || place === "staff")
            return;
        kiosk.welcome();
        comfort.hidden = false;
        adjusting = true;
    }

    // Once the answers are handed in nobody watches for idle people: the last screen goes by itself.
    Timer {
        interval: 60000
        running: flow.adjusting && flow.session !== null && flow.session.stage === SurveySession.Stage.Completed
        onTriggered: flow.adjusting = false
    }

    Binding {
        target: Theme
        property: "textScale"
        value: flow.comfort?.textScale ?? 1
        when: flow.comfort !== null
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: flow.comfort?.highContrast ?? false
        when: flow.comfort !== null
    }
    Binding {
        target: Theme
        property: "brandColour"
        value: flow.kiosk.brandColour
    }
    Binding {
        target: Theme
        property: "roomWidth"
        value: flow.width
    }
    Binding {
        target: Theme
        property: "roomHeight"
        value: flow.height
    }

    Binding {
        target: flow.guide
        property: "place"
        value: flow.kiosk.idleWarning ? "idle" : flow.place === "staff" ? "staff " + flow.staff.place : flow.place
    }
    Binding {
        target: flow.guide
        property: "language"
        value: flow.kiosk.language
    }
    Connections {
        target: flow.guide
        function onHelpWanted() {
            if (flow.adjusting && !(flow.comfort?.hidden ?? false))
                flow.adjusting = false;
            else
                flow.openComfort();
        }
        function onBackWanted() {
            const screen = flow.place === "staff" ? (page.item as StaffFlow)?.screen : page.item as Frame;
            if (flow.place === "comfort")
                flow.adjusting = false;
            else if (screen && screen.backText !== "")
                screen.back();
        }
    }

    Slot {
        id: page

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: parent.height - Math.max(foot.covered, bar.height)
        focus: true
        enabled: !flow.kiosk.idleWarning
        visible: !flow.kiosk.idleWarning

        function show(screen: Component) {
            sourceComponent = null;
            properties = screen === flow.visit?.question ? {
                "page": flow.asked.page
            } : screen === flow.staffFiles ? {
                "kiosk": flow.kiosk,
                "staff": flow.staff
            } : {};
            sourceComponent = screen;
            appear.restart();
        }

        NumberAnimation {
            id: appear

            target: page
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.gentle
        }
    }

    ComfortBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: flow.comfort !== null && page.visible && foot.covered === 0 && flow.place !== "fault" && flow.place !== "comfort" && flow.place !== "staff" && flow.place !== "quiet"
        overAccent: flow.place === "attract"
        onWanted: flow.openComfort()
    }

    // Where the on-screen keyboard lies.
    Item {
        id: foot

        readonly property real covered: flow.visit?.keyboard.coveredHeight ?? 0

        anchors.fill: parent
    }

    Slot {
        anchors.fill: parent
        active: flow.kiosk.idleWarning
        focus: active
        sourceComponent: flow.visit?.idle ?? null
    }

    // Where somebody is who goes by keys: a text cannot have the focus.
    FocusRing {
        readonly property rect place: flow.guide?.ring ?? Qt.rect(0, 0, 0, 0)

        visible: place.width > 0
        anchors.fill: undefined
        x: place.x - 2 * Theme.focusWidth
        y: place.y - 2 * Theme.focusWidth
        width: place.width + 4 * Theme.focusWidth
        height: place.height + 4 * Theme.focusWidth
    }

    Curtain {
        visible: flow.comfort?.hidden ?? false
        anchors.fill: parent
        onLifted: {
            flow.comfort.hidden = false;
            flow.kiosk.stay();
        }
    }

    Component {
        id: attract

        AttractScreen {
            practiceName: flow.kiosk.practiceName
            logo: flow.kiosk.logo
            languages: flow.kiosk.languages
            slides: flow.kiosk.slides
            slideSeconds: flow.kiosk.slideSeconds
            addressOf: picture => flow.kiosk.addressOf(picture)
            clipOf: (film, captions) => flow.kiosk.clipOf(film, captions)
            leastMinutes: flow.kiosk.leastMinutes
            mostMinutes: flow.kiosk.mostMinutes
            still: (flow.guide?.ring.width ?? 0) > 0 || (flow.comfort?.hidden ?? false)
            quiet: flow.kiosk.quiet
            onStarted: flow.kiosk.welcome()
            hasStaff: flow.staff?.available ?? false
            onStaffWanted: flow.staff.open()
        }
    }
    Component {
        id: quietView

        QuietScreen {
            languages: flow.kiosk.languages
            onWoken: flow.kiosk.quiet.wake()
        }
    }
    Component {
        id: fault

        OutOfServiceScreen {
            practiceName: flow.kiosk.practiceName
            fault: flow.kiosk.fault
            hasStaff: flow.staff?.available ?? false
            onRetry: flow.kiosk.retry()
            onStaffWanted: flow.staff.open()
        }
    }
}
