#include "tests/qml/measures/Ledger.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace tests::measures {

namespace {

constexpr int nameWidth = 28;
constexpr int columnWidth = 22;

Limit const& limitOf(Measure measure) {
    return limits[std::size_t(measure)];
}

std::string shown(double value, Limit const& limit) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << value << (limit.unit[0] == ':' ? "" : " ") << limit.unit;
    return text.str();
}

} // namespace

void Ledger::note(QString const& screen, QString const& look, std::vector<Reading> const& readings) {
    auto& row = m_rows[screen];
    for (auto const& reading : readings) {
        auto const [at, isNew] = row.worst.try_emplace(reading.measure, Worst{look, reading});
        if (!isNew && reading.value < at->second.reading.value) at->second = {look, reading};
    }
}

void Ledger::noteFaults(QString const& screen, QString const& look, std::vector<QString> const& faults) {
    for (auto const& fault : faults) m_rows[screen].faults.push_back(look + QStringLiteral(": ") + fault);
}

std::vector<std::string> Ledger::failures() const {
    std::vector<std::string> found;
    for (auto const& [screen, row] : m_rows) {
        auto const name = screen.toStdString();
        for (auto const& [measure, worst] : row.worst) {
            auto const& limit = limitOf(measure);
            if (worst.reading.value >= limit.least) continue;
            found.push_back(name + ", " + worst.look.toStdString() + ": " + limit.name + " of " +
                            worst.reading.item.toStdString() + " is " + shown(worst.reading.value, limit) +
                            ", least is " + shown(limit.least, limit));
        }
        for (auto const& fault : row.faults) found.push_back(name + ", " + fault.toStdString());
    }
    return found;
}

std::map<Measure, std::pair<QString, Ledger::Worst>> Ledger::worstOfAll() const {
    std::map<Measure, std::pair<QString, Worst>> all;
    for (auto const& [screen, row] : m_rows)
        for (auto const& [measure, worst] : row.worst) {
            auto const [at, isNew] = all.try_emplace(measure, screen, worst);
            if (!isNew && worst.reading.value < at->second.second.reading.value) at->second = {screen, worst};
        }
    return all;
}

std::string Ledger::table() const {
    std::ostringstream text;
    text << std::left << std::setw(nameWidth) << "screen";
    for (auto const& limit : limits) text << std::setw(columnWidth) << limit.name;
    text << "fits\n";
    for (auto const& [screen, row] : m_rows) {
        text << std::setw(nameWidth) << screen.toStdString();
        for (auto const& limit : limits) {
            auto const worst = row.worst.find(limit.measure);
            text << std::setw(columnWidth)
                 << (worst == row.worst.end() ? "-" : shown(worst->second.reading.value, limit));
        }
        text << (row.faults.empty() ? "yes" : "no") << '\n';
    }
    text << '\n';
    for (auto const& [measure, found] : worstOfAll()) {
        auto const& [screen, worst] = found;
        auto const& limit = limitOf(measure);
        text << std::setw(columnWidth) << limit.name << "at least " << std::setw(10) << shown(limit.least, limit)
             << "worst " << std::setw(10) << shown(worst.reading.value, limit) << screen.toStdString() << ", "
             << worst.look.toStdString() << ": " << worst.reading.item.toStdString() << "  (" << limit.why << ")\n";
    }
    return text.str();
}

} // namespace tests::measures
