#pragma once

#include "kiosk/access/Comfort.h"
#include "kiosk/viewmodels/Kiosk.h"
#include "kiosk/viewmodels/StaffArea.h"
#include "kiosk/viewmodels/Translations.h"
#include "tests/support/kiosk/EnrolledKiosk.h"
#include "tests/support/kiosk/FailingDesk.h"
#include "tests/support/kiosk/FailingJournal.h"

namespace tests::screens {

using namespace ::kiosk;

/// A whole kiosk on the bench: real packs, real store, real outbox in a folder of its own; the test turns the clock and
/// breaks the disk. To QML it is `bench`.
class Bench : public QObject {
    Q_OBJECT
    Q_PROPERTY(kiosk::viewmodels::Kiosk* kiosk READ kiosk NOTIFY opened)
    Q_PROPERTY(kiosk::access::Comfort* comfort READ comfort NOTIFY opened)
    Q_PROPERTY(kiosk::viewmodels::StaffArea* staff READ staff NOTIFY opened)

public:
    /// Translations change in `engine`.
    explicit Bench(QQmlEngine& engine);

    [[nodiscard]] kiosk::viewmodels::Kiosk* kiosk() const { return m_parts ? &m_parts->kiosk : nullptr; }
    [[nodiscard]] kiosk::viewmodels::StaffArea* staff() const { return m_parts ? &m_parts->area : nullptr; }

    /// One-time codes of the kiosk's staff: Nina (staff) and Max (admin).
    Q_INVOKABLE static QString ninasCode() { return QStringLiteral("402917365108"); }
    Q_INVOKABLE static QString maxsCode() { return QStringLiteral("918273640511"); }
    /// A pack comes into force in which Nina is no longer among the staff.
    Q_INVOKABLE void removeNina();
    /// "Who gave the answers in" of the last response; empty: the person alone.
    Q_INVOKABLE QString lastMode() const;
    /// What who answered the last one is to the patient; empty: the patient answered.
    Q_INVOKABLE QString lastProxy() const;

    [[nodiscard]] kiosk::access::Comfort* comfort() const { return m_parts ? &m_parts->comfort : nullptr; }
    /// From now on there is a voice, that nobody hears, or there is none.
    Q_INVOKABLE void giveVoice(bool there) { m_parts->voice.there = there; }

    /// A kiosk as new. "shipped" offers the shipped instruments, "sample" the forms with a question of every kind
    /// and with every feature, "flows" what a practice can add to that (visit's end, codes, slides), "films" a film
    /// and one that nobody can play, "staffed" as
    /// "sample", with a staff; "arabic", "films-arabic", "sample-arabic", "staffed-arabic" the same with Arabic among
    /// the languages; or the path of a Questionnaire.
    Q_INVOKABLE void open(QString const& what = QStringLiteral("shipped"));
    Q_INVOKABLE void close();
    /// A USB stick is plugged in, or pulled out as somebody does who does not wait.
    Q_INVOKABLE void plugStick(bool plugged);
    /// Its folder goes while the system still thinks that it is there.
    Q_INVOKABLE void loseStick();
    /// The system has unmounted the stick, if it was asked to.
    Q_INVOKABLE bool unmountStick();
    /// The program notes something in its log.
    Q_INVOKABLE void note(QString const& component, QString const& what);
    /// The system was asked to erase the kiosk.
    Q_INVOKABLE bool isToBeErased() const;
    /// Records on the stick in whole takeouts.
    Q_INVOKABLE int recordsOnStick() const;
    /// From now on the disk refuses, or works again.
    Q_INVOKABLE void breakDisk(bool broken);
    Q_INVOKABLE void showFault(int fault) { m_parts->kiosk.raise(kiosk::viewmodels::Kiosk::Fault(fault)); }
    /// Time passes without a touch.
    Q_INVOKABLE void pass(int seconds);
    /// What the first seven digits of a visit code need to be one.
    Q_INVOKABLE static QString lastDigit(QString const& digits);
    /// The visit that the last response in the outbox is of.
    Q_INVOKABLE QString lastVisit() const;
    /// Number of envelopes that wait in the outbox.
    Q_INVOKABLE int sent() const;
    /// status of the last response in the outbox, and the answers to one question in it as JSON.
    Q_INVOKABLE QString lastStatus() const;
    Q_INVOKABLE QString lastAnswer(QString const& linkId) const;
    /// Of the last response in the outbox, as FHIR has it; empty: none.
    Q_INVOKABLE QVariantMap lastSignature() const;
    /// The public suite's questionnaires (CANDOR_SUITES); none where it is absent.
    Q_INVOKABLE QStringList publicForms() const;
    Q_INVOKABLE QString titleOf(QString const& formFile) const;
    /// What is wrong with the last response by its form.
    Q_INVOKABLE QStringList faultsOfLast(QString const& formFile) const;

signals:
    void opened();

private:
    struct Voice final : access::Speech {
        bool there = false;
        [[nodiscard]] bool isThere() const override { return there; }
        void say(QString const&, QString const&) override {}
        void stop() override {}
        void setPace(double) override {}
        void setVolume(double) override {}
        void rest() override {}
    };
    struct Parts {
        explicit Parts(support::Practice::PackWish const& wish);
        std::shared_ptr<std::atomic<std::chrono::milliseconds>> uptime =
            std::make_shared<std::atomic<std::chrono::milliseconds>>(std::chrono::hours(1));
        support::EnrolledKiosk disk;
        std::unique_ptr<viewmodels::Storeroom> room;
        std::shared_ptr<const viewmodels::Catalogue> catalogue;
        viewmodels::StoreThread store;
        support::FailingJournal journal;
        support::FailingDesk desk;
        support::FakeSteady steady;
        device::IdleMonitor idle;
        viewmodels::Kiosk kiosk;
        Voice voice;
        access::Comfort comfort{voice};
        bool plugged = false;
        device::Requests requests;
        device::UsbStick stick;
        viewmodels::StaffArea area;
    };
    [[nodiscard]] Json lastResponse() const;

    viewmodels::Translations m_translations;
    std::unique_ptr<Parts> m_parts;
};

/// Of a file; null if it is not JSON.
[[nodiscard]] kiosk::Json readJson(QString const& file);

/// A form with a question of every kind, in English and Spanish.
[[nodiscard]] kiosk::Json everyKindForm();
/// One with what Structured Data Capture adds to them: controls, groups, repetitions, a signature.
[[nodiscard]] kiosk::Json everyFeatureForm();

} // namespace tests::screens
