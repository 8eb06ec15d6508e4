#include "kiosk/core/base/Json.h"

#include "kiosk/core/base/JsonFault.h"

#include <set>
#include <string>
#include <vector>

namespace kiosk::base {

namespace {

/// Refuses while parsing, before a hostile document has cost memory.
class Guard {
public:
    explicit Guard(int depthLimit) : m_depthLimit(depthLimit) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        switch (event) {
        case Json::parse_event_t::object_start: m_members.emplace_back(); [[fallthrough]];
        case Json::parse_event_t::array_start:
            if (depth >= m_depthLimit) throw Refused{"is nested too deep"};
            break;
        case Json::parse_event_t::object_end: m_members.pop_back(); break;
        case Json::parse_event_t::key:
            if (!m_members.back().insert(parsed.get<std::string>()).second) throw Refused{"has a member twice"};
            break;
        default: break;
        }
        return true;
    }

    struct Refused {
        char const* why;
    };

private:
    int m_depthLimit;
    std::vector<std::set<std::string>> m_members;
};

} // namespace

Result<Json> parseJson(ByteView text, JsonLimits const& limits) {
    if (text.size() > limits.bytes)
        return fail(ErrorKind::Invalid, "JSON is larger than " + std::to_string(limits.bytes) + " bytes");
    try {
        return Json::parse(text.begin(), text.end(), Guard(limits.depth));
    } catch (Guard::Refused const& refused) {
        return fail(ErrorKind::Invalid, std::string("JSON ") + refused.why);
    } catch (Json::parse_error const& error) {
        return fail(ErrorKind::Invalid, whyNotJson(text, error.byte, error.what()));
    } catch (Json::exception const&) {
        return fail(ErrorKind::Invalid, "JSON holds a number out of range or text that is not UTF-8");
    }
}

Result<std::string> textMember(Json const& object, std::string_view name) {
    const std::string key(name);
    if (!object.is_object() || !object.contains(key) || !object[key].is_string())
        return fail(ErrorKind::Invalid, key + ": a text is missing here");
    return object[key].get<std::string>();
}

Result<std::int64_t> integerMember(Json const& object, std::string_view name) {
    const std::string key(name);
    if (!object.is_object() || !object.contains(key) || !object[key].is_number_integer())
        return fail(ErrorKind::Invalid, key + ": a whole number is missing here");
    return object[key].get<std::int64_t>();
}

} // namespace kiosk::base
