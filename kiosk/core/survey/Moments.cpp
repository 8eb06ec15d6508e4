#include "kiosk/core/survey/Moments.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace kiosk::survey {

namespace {

constexpr int year = 0, month = 1, day = 2, hour = 3, minute = 4, second = 5, nanosecond = 6;
constexpr int widestZone = 14 * 60;

/// Takes fixed-width digits off the front.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool take(char wanted) {
        if (!m_rest.starts_with(wanted)) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool digits(std::size_t width, int& value) {
        if (m_rest.size() < width) return false;
        value = 0;
        for (char const c : m_rest.substr(0, width)) {
            if (c < '0' || c > '9') return false;
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(width);
        return true;
    }
    /// As nanoseconds, at least one digit; further ones are dropped.
    bool fraction(int& value) {
        value = 0;
        int scale = 100'000'000;
        bool any = false;
        for (; !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9'; m_rest.remove_prefix(1)) {
            value += (m_rest.front() - '0') * scale;
            scale /= 10;
            any = true;
        }
        return any;
    }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

bool isDay(Moment const& moment) {
    using namespace std::chrono;
    return moment.parts[year] > 0 &&
           year_month_day(std::chrono::year(moment.parts[year]), std::chrono::month(unsigned(moment.parts[month])),
                          std::chrono::day(unsigned(moment.parts[day])))
               .ok();
}

bool readTime(Scanner& scanner, Moment& moment) {
    if (!scanner.digits(2, moment.parts[hour]) || !scanner.take(':') || !scanner.digits(2, moment.parts[minute]))
        return false;
    moment.count = 5 - moment.first;
    if (scanner.take(':')) {
        if (!scanner.digits(2, moment.parts[second])) return false;
        moment.count = 6 - moment.first;
        if (scanner.take('.') && !scanner.fraction(moment.parts[nanosecond])) return false;
    }
    return moment.parts[hour] < 24 && moment.parts[minute] < 60 && moment.parts[second] <= 60;
}

bool readZone(Scanner& scanner, Moment& moment) {
    if (scanner.atEnd()) return true;
    moment.hasZone = true;
    if (scanner.take('Z')) return true;
    bool const west = scanner.take('-');
    int hours = 0, minutes = 0;
    if ((!west && !scanner.take('+')) || !scanner.digits(2, hours) || !scanner.take(':') || !scanner.digits(2, minutes))
        return false;
    moment.zoneMinutes = (west ? -1 : 1) * (hours * 60 + minutes);
    return minutes < 60 && std::abs(moment.zoneMinutes) <= widestZone;
}

bool readDate(Scanner& scanner, Moment& moment) {
    moment.parts[month] = moment.parts[day] = 1;
    if (!scanner.digits(4, moment.parts[year])) return false;
    moment.count = 1;
    if (scanner.take('-')) {
        if (!scanner.digits(2, moment.parts[month])) return false;
        moment.count = 2;
        if (scanner.take('-')) {
            if (!scanner.digits(2, moment.parts[day])) return false;
            moment.count = 3;
        }
    }
    return isDay(moment);
}

/// The same moment at Greenwich.
Moment atGreenwich(Moment moment) {
    using namespace std::chrono;
    sys_days const date =
        year_month_day(std::chrono::year(moment.parts[year]), std::chrono::month(unsigned(moment.parts[month])),
                       std::chrono::day(unsigned(moment.parts[day])));
    auto const minutes =
        date.time_since_epoch().count() * 1440L + moment.parts[hour] * 60L + moment.parts[minute] - moment.zoneMinutes;
    auto const days = sys_days(std::chrono::days(minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440)));
    year_month_day const shifted(days);
    auto const left = minutes - days.time_since_epoch().count() * 1440L;
    moment.parts[year] = int(shifted.year());
    moment.parts[month] = int(unsigned(shifted.month()));
    moment.parts[day] = int(unsigned(shifted.day()));
    moment.parts[hour] = int(left / 60);
    moment.parts[minute] = int(left % 60);
    return moment;
}

} // namespace

std::optional<Moment> Moment::parse(std::string_view text) {
    Moment moment;
    Scanner scanner(text);
    if (text.size() > 2 && text[2] == ':') {
        moment.first = hour;
        if (!readTime(scanner, moment) || !scanner.atEnd()) return std::nullopt;
        return moment;
    }
    if (!readDate(scanner, moment)) return std::nullopt;
    if (moment.count == 3 && scanner.take('T') && (!readTime(scanner, moment) || !readZone(scanner, moment)))
        return std::nullopt;
    return scanner.atEnd() ? std::optional(moment) : std::nullopt;
}

bool isMoment(std::string_view type) {
    return type == "Date" || type == "DateTime" || type == "Instant" || type == "Time";
}

bool isDate(std::string_view text) {
    auto const moment = Moment::parse(text);
    return moment && moment->first == 0 && moment->count <= 3;
}

bool isDateTime(std::string_view text) {
    auto const moment = Moment::parse(text);
    return moment && moment->first == 0;
}

bool isTime(std::string_view text) {
    auto const moment = Moment::parse(text);
    return moment && moment->first == hour && moment->count == 3;
}

std::partial_ordering compareMoments(std::string_view left, std::string_view right) {
    auto l = Moment::parse(left), r = Moment::parse(right);
    if (!l || !r || l->first != r->first) return std::partial_ordering::unordered;
    if (l->hasZone && r->hasZone && l->zoneMinutes != r->zoneMinutes) {
        *l = atGreenwich(*l);
        *r = atGreenwich(*r);
    }
    auto const common = std::min(l->count, r->count);
    for (int i = l->first; i < l->first + common; ++i)
        if (l->parts[i] != r->parts[i]) return l->parts[i] <=> r->parts[i];
    if (l->count != r->count) return std::partial_ordering::unordered;
    return l->parts[nanosecond] <=> r->parts[nanosecond];
}

} // namespace kiosk::survey
