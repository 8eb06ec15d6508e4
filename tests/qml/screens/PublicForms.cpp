// The public suite's questionnaires on the bench.

#include "kiosk/core/survey/Validation.h"
#include "tests/qml/screens/Bench.h"
#include "tests/support/Suites.h"

#include <algorithm>

namespace tests::screens {

Json readJson(QString const& file) {
    auto const content = base::readFile(file.toStdString());
    return content ? Json::parse(content->begin(), content->end(), nullptr, false) : Json();
}

QStringList Bench::publicForms() const {
    QStringList files;
    std::error_code absent;
    for (auto const& entry : std::filesystem::directory_iterator(tests::suites() / "questionnaires", absent))
        files.append(QString::fromStdString(entry.path().string()));
    files.sort();
    return files;
}

QString Bench::titleOf(QString const& formFile) const {
    return QString::fromStdString(readJson(formFile).value("title", ""));
}

QStringList Bench::faultsOfLast(QString const& formFile) const {
    auto form = survey::Form::parse(asBytes(readJson(formFile).dump()));
    auto const response = fhir::Document::parse(asBytes(lastResponse().dump()));
    if (!form || !response) return {QStringLiteral("form or response cannot be read")};
    QStringList faults;
    for (auto const& finding :
         survey::validate(std::make_shared<const survey::Form>(std::move(*form)), response->root()))
        if (finding.severity == survey::Severity::Error) faults.append(QString::fromStdString(finding.text()));
    return faults;
}

} // namespace tests::screens
