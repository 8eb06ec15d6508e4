#include "sync/protocol/Enrolment.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Json.h"

#include <algorithm>

using kiosk::Bytes;
using kiosk::ByteView;
using kiosk::ErrorKind;
using kiosk::Json;
using kiosk::Result;
using kiosk::base::textMember;

namespace sync_protocol {

namespace {

constexpr std::string_view tokenStart = "candor1.";
constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeDigits = 16;
constexpr std::size_t codeGroup = 4;
constexpr std::size_t longestName = 64;

tl::unexpected<kiosk::Error> invalid(std::string text) {
    return kiosk::fail(ErrorKind::Invalid, std::move(text));
}

char toDigit(char typed) {
    char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    return upper == 'I' || upper == 'L' ? '1' : upper;
}

std::string grouped(std::string_view digits) {
    std::string code(digits);
    for (auto at = codeDigits - codeGroup; at > 0; at -= codeGroup) code.insert(at, "-");
    return code;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    auto begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

Result<kiosk::crypto::Digest> digestMember(Json const& object, std::string_view name) {
    auto bytes = kiosk::base::fromHex(TRY(textMember(object, name)));
    kiosk::crypto::Digest digest{};
    if (!bytes || bytes->size() != digest.size()) return invalid(std::string(name) + ": not a SHA-256");
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

Result<std::uint16_t> portMember(Json const& object) {
    auto port = TRY(kiosk::base::integerMember(object, "port"));
    if (port < 1 || port > 65535) return invalid("port: not from 1 to 65535");
    return static_cast<std::uint16_t>(port);
}

} // namespace

std::string newEnrolmentCode() {
    auto random = kiosk::SecretBytes::random(codeDigits);
    std::string digits;
    for (auto byte : random.view()) digits += crockford[byte % crockford.size()];
    return grouped(digits);
}

Result<std::string> canonicalCode(std::string_view typed) {
    std::string digits;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        digits += toDigit(c);
        if (crockford.find(digits.back()) == std::string_view::npos) return invalid("code: not an enrolment code");
    }
    if (digits.size() != codeDigits) return invalid("code: an enrolment code has 16 digits and letters");
    return grouped(digits);
}

std::string codeHash(std::string_view canonicalCode) {
    return kiosk::base::toHex(kiosk::crypto::sha256(kiosk::asBytes(canonicalCode)));
}

std::string EnrolmentToken::toText() const {
    Json json{{"host", host},
              {"port", port},
              {"code", code},
              {"ca_sha256", kiosk::base::toHex(authority)},
              {"root_sha256", kiosk::base::toHex(root)}};
    return std::string(tokenStart) + kiosk::base::toBase64Url(kiosk::asBytes(json.dump()));
}

Result<EnrolmentToken> EnrolmentToken::parse(std::string_view text) {
    auto line = trimmed(text);
    if (!line.starts_with(tokenStart)) return invalid("enrolment token: does not begin with \"candor1.\"");
    auto inner = kiosk::base::fromBase64Url(line.substr(tokenStart.size()));
    auto json = inner ? kiosk::base::parseJson(*inner) : Result<Json>(invalid(""));
    if (!json) return invalid("enrolment token: damaged, perhaps not copied whole");
    EnrolmentToken token;
    token.host = TRY(textMember(*json, "host"));
    token.port = TRY(portMember(*json));
    token.code = TRY(canonicalCode(TRY(textMember(*json, "code"))));
    token.authority = TRY(digestMember(*json, "ca_sha256"));
    token.root = TRY(digestMember(*json, "root_sha256"));
    return token;
}

Result<void> checkKioskName(std::string_view name) {
    bool control = std::any_of(name.begin(), name.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
    if (name.empty() || name.size() > longestName || control)
        return invalid("name: a kiosk's name has 1 to 64 bytes and no control characters");
    return {};
}

std::string EnrolmentRequest::toText() const {
    return Json{{"code", code}, {"name", name}, {"signing_key", signingKey.toText()}, {"csr", certificateRequest}}
        .dump();
}

Result<EnrolmentRequest> EnrolmentRequest::parse(ByteView text) {
    auto json = TRY(kiosk::base::parseJson(text, {enrolmentRequestCapBytes, 2}));
    EnrolmentRequest request;
    request.code = TRY(canonicalCode(TRY(textMember(json, "code"))));
    request.name = TRY(textMember(json, "name"));
    request.signingKey = TRY(kiosk::crypto::VerifyKey::parse(TRY(textMember(json, "signing_key"))));
    request.certificateRequest = TRY(textMember(json, "csr"));
    TRY(checkKioskName(request.name));
    return request;
}

std::string EnrolmentGrant::toText() const {
    return Json{{"device_id", device.toString()},
                {"certificate", certificate},
                {"ca", authority},
                {"root", root},
                {"pack", kiosk::base::toBase64(pack)}}
        .dump();
}

Result<EnrolmentGrant> EnrolmentGrant::parse(ByteView text) {
    auto json = TRY(kiosk::base::parseJson(text, {64U << 20U, 2}));
    EnrolmentGrant grant;
    grant.device = TRY(kiosk::Uuid::parse(TRY(textMember(json, "device_id"))));
    grant.certificate = TRY(textMember(json, "certificate"));
    grant.authority = TRY(textMember(json, "ca"));
    grant.root = TRY(textMember(json, "root"));
    grant.pack = TRY(kiosk::base::fromBase64(TRY(textMember(json, "pack"))));
    return grant;
}

} // namespace sync_protocol
