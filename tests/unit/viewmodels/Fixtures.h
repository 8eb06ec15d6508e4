#pragma once

#include "kiosk/viewmodels/Kiosk.h"
#include "tests/support/kiosk/EnrolledKiosk.h"
#include "tests/support/kiosk/FailingJournal.h"

#include <gtest/gtest.h>

namespace kiosk::viewmodels {

using tests::support::EnrolledKiosk;
using tests::support::eventually;
using tests::support::FailingJournal;
using tests::support::FakeSteady;
using tests::support::Practice;
using tests::support::sampleForm;
using tests::support::TempFolder;

/// The QuestionnaireResponse in a Bundle.
inline Json responseIn(Json const& bundle) {
    for (auto const& entry : bundle.at("entry"))
        if (entry.at("resource").at("resourceType") == "QuestionnaireResponse") return entry.at("resource");
    return {};
}

/// The answers to one question, wherever it stands.
inline Json answersIn(Json const& item, std::string const& linkId) {
    if (item.value("linkId", "") == linkId) return item.value("answer", Json::array());
    for (auto const& child : item.value("item", Json::array()))
        if (auto found = answersIn(child, linkId); !found.empty()) return found;
    return Json::array();
}

} // namespace kiosk::viewmodels
