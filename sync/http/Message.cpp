#include "sync/http/Message.h"

#include <algorithm>

namespace sync_http {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string const* find(std::vector<Header> const& headers, std::string_view name) {
    auto found = std::find_if(headers.begin(), headers.end(), [&](Header const& h) { return sameName(h.name, name); });
    return found == headers.end() ? nullptr : &found->value;
}

} // namespace

std::string const* Request::header(std::string_view name) const {
    return find(headers, name);
}

std::string const* Response::header(std::string_view name) const {
    return find(headers, name);
}

Response Response::text(unsigned status, std::string_view line) {
    return {status, "text/plain; charset=utf-8", {}, kiosk::toBytes(std::string(line) + "\n")};
}

} // namespace sync_http
