pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// What is shown only once somebody is there: each screen of a visit, wired to the flow, the on-screen keyboard and the
// question whether anybody is still there.
QtObject {
    id: visit

    required property KioskFlow flow
    required property Item foot // where the keyboard lies
    readonly property OnScreenKeyboard keyboard: OnScreenKeyboard {
        parent: visit.foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        language: visit.flow.kiosk.language
    }
    readonly property Component idle: Component {
        IdleWarning {
            secondsLeft: visit.flow.kiosk.idleSecondsLeft
            onStay: visit.flow.kiosk.stay()
        }
    }
    readonly property Component language: Component {
        LanguageScreen {
            languages: visit.flow.languagesOf(visit.flow.session)
            onChosen: code => {
                visit.flow.kiosk.chooseLanguage(code);
                visit.flow.languageAsked = true;
                visit.flow.askingLanguage = false;
            }
            onBack: visit.flow.askingLanguage ? visit.flow.askingLanguage = false : visit.flow.kiosk.leave()
        }
    }
    readonly property Component choose: Component {
        ChooseScreen {
            caption: visit.flow.kiosk.practiceName
            instruments: visit.flow.kiosk.instruments
            actions: LanguageButton {
                languages: visit.flow.kiosk.languages
                language: visit.flow.kiosk.language
                onChosen: code => visit.flow.kiosk.chooseLanguage(code)
                onWanted: visit.flow.askingLanguage = true
            }
            hasCodes: visit.flow.kiosk.codes === Kiosk.Codes.Offered
            onOther: visit.flow.askingCode = true
            onChosen: instrumentId => visit.flow.kiosk.startSurvey(instrumentId)
            onBack: visit.flow.leaveFirst()
        }
    }
    readonly property Component who: Component {
        WhoScreen {
            id: whoScreen

            caption: visit.flow.kiosk.practiceName
            onChosen: chosen => {
                visit.flow.kiosk.answeredBy(chosen);
                visit.flow.whoAsked = true;
            }
            onBack: whoScreen.byProxy ? whoScreen.byProxy = false : visit.flow.leaveLanguage()
        }
    }
    readonly property Component code: Component {
        CodeScreen {
            caption: visit.flow.kiosk.practiceName
            onlyWithCode: visit.flow.kiosk.codes === Kiosk.Codes.Only
            answer: visit.flow.codeAnswer
            onEntered: code => visit.flow.codeAnswer = visit.flow.kiosk.enterCode(code)
            onOther: visit.flow.leaveCode()
            onBack: visit.flow.askingCode ? visit.flow.leaveCode() : visit.flow.leaveFirst()
        }
    }
    readonly property Component plan: Component {
        PlanScreen {
            caption: visit.flow.kiosk.practiceName
            plan: visit.flow.kiosk.plan
            waiting: visit.flow.kiosk.busy
            showSafety: visit.flow.kiosk.safetyTold
            safetyName: visit.flow.asked?.safetyName ?? ""
            safetyPhone: visit.flow.asked?.safetyPhone ?? ""
            safetyWords: visit.flow.asked?.safetyText ?? ""
            onNext: visit.flow.kiosk.goOn()
            onBack: visit.flow.session ? visit.flow.kiosk.leave() : visit.flow.kiosk.takeCodeBack()
        }
    }
    readonly property Component question: Component {
        QuestionScreen {
            session: visit.flow.asked
            languages: visit.flow.languagesOf(visit.flow.asked)
            language: visit.flow.kiosk.language
            clipOf: (film, captions) => visit.flow.kiosk.clipOf(film, captions)
            onWatched: visit.flow.kiosk.stay()
            onLanguageChosen: code => visit.flow.kiosk.chooseLanguage(code)
            onLanguageWanted: visit.flow.askingLanguage = true
            onNext: visit.flow.asked.next()
            onBack: visit.flow.asked.back()
            onSkip: visit.flow.asked.skip()
            onOverviewWanted: visit.flow.asked.overview()
            onLeave: visit.flow.leaving = true
        }
    }
    readonly property Component review: Component {
        ReviewScreen {
            session: visit.flow.asked
            onNext: visit.flow.asked.finish()
            onBack: visit.flow.asked.back()
            onEdit: address => visit.flow.asked.edit(address)
            onLeave: visit.flow.leaving = true
        }
    }
    readonly property Component sign: Component {
        SignScreen {
            session: visit.flow.asked
            onSigned: (name, drawing) => visit.flow.asked.sign(name, drawing)
            onBack: visit.flow.asked.back()
            onLeave: visit.flow.leaving = true
        }
    }
    readonly property Component safety: Component {
        SafetyScreen {
            name: visit.flow.asked?.safetyName ?? ""
            phone: visit.flow.asked?.safetyPhone ?? ""
            words: visit.flow.asked?.safetyText ?? ""
            onNext: visit.flow.asked.understoodSafety()
        }
    }
    readonly property Component cancel: Component {
        CancelScreen {
            handedIn: visit.flow.kiosk.handedIn
            onNext: visit.flow.leaving = false
            onBack: visit.flow.asked.cancel()
        }
    }
    readonly property Component notSaved: Component {
        NotSavedScreen {
            problem: visit.flow.asked?.problem ?? SurveySession.Problem.NotSaved
            onNext: visit.flow.asked.retry()
        }
    }
    readonly property Component thanks: Component {
        ThanksScreen {
            practiceName: visit.flow.kiosk.logo !== "" ? visit.flow.kiosk.practiceName : ""
            logo: visit.flow.kiosk.logo
            showSafety: visit.flow.kiosk.safetyTold
            safetyName: visit.flow.asked?.safetyName ?? ""
            safetyPhone: visit.flow.asked?.safetyPhone ?? ""
            safetyWords: visit.flow.asked?.safetyText ?? ""
            nextSteps: visit.flow.kiosk.nextSteps
            contact: visit.flow.kiosk.contact
            promise: visit.flow.kiosk.contactPromise
            onContactWanted: visit.flow.kiosk.askForContact()
            onDone: visit.flow.kiosk.leave()
        }
    }
    readonly property Component comfort: Component {
        ComfortScreen {
            comfort: visit.flow.comfort
            onNext: visit.flow.adjusting = false
        }
    }
}
