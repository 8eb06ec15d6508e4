#include "kiosk/core/packs/Dsse.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Json.h"

#include <algorithm>

namespace kiosk::packs {

namespace {

constexpr std::size_t mostSignatures = 16;

Bytes preAuthEncoding(std::string_view type, ByteView payload) {
    Bytes encoded = toBytes("DSSEv1 " + std::to_string(type.size()) + " " + std::string(type) + " " +
                            std::to_string(payload.size()) + " ");
    base::append(encoded, payload);
    return encoded;
}

Result<Dsse::Signed> readSignature(Json const& json) {
    Dsse::Signed read;
    read.keyId = TRY(base::textMember(json, "keyid"));
    auto const bytes = TRY(base::fromBase64(TRY(base::textMember(json, "sig"))));
    if (bytes.size() != read.signature.size()) return fail(ErrorKind::Corrupt, "sig: not 64 bytes");
    std::copy(bytes.begin(), bytes.end(), read.signature.begin());
    return read;
}

Result<Dsse> readEnvelope(ByteView text, std::size_t capBytes) {
    auto const json = TRY(base::parseJson(text, {.bytes = capBytes, .depth = 4}));
    Dsse dsse;
    dsse.payloadType = TRY(base::textMember(json, "payloadType"));
    dsse.payload = TRY(base::fromBase64(TRY(base::textMember(json, "payload"))));
    if (!json.contains("signatures") || !json["signatures"].is_array() || json["signatures"].size() > mostSignatures)
        return fail(ErrorKind::Corrupt, "signatures: a list of at most 16 is missing here");
    for (auto const& signature : json["signatures"]) dsse.signatures.push_back(TRY(readSignature(signature)));
    return dsse;
}

} // namespace

Result<Dsse> Dsse::parse(ByteView text, std::size_t capBytes) {
    auto dsse = readEnvelope(text, capBytes);
    if (!dsse) return fail(ErrorKind::Corrupt, "not a DSSE envelope: " + dsse.error().text);
    if (asText(text) != dsse->toText())
        return fail(ErrorKind::Corrupt, "a DSSE envelope not in its one plain spelling");
    return dsse;
}

std::string Dsse::toText() const {
    Json json{{"payloadType", payloadType}, {"payload", base::toBase64(payload)}, {"signatures", Json::array()}};
    for (auto const& [keyId, signature] : signatures)
        json["signatures"].push_back({{"keyid", keyId}, {"sig", base::toBase64(signature)}});
    return json.dump() + "\n";
}

Result<void> Dsse::sign(crypto::SigningKey const& key) {
    auto const keyId = key.verifyKey().keyId();
    if (std::any_of(signatures.begin(), signatures.end(), [&](Signed const& one) { return one.keyId == keyId; }))
        return fail(ErrorKind::Invalid, "key " + keyId + " signed this already");
    if (signatures.size() == mostSignatures) return fail(ErrorKind::Invalid, "there are 16 signatures already");
    signatures.push_back({keyId, key.sign(preAuthEncoding(payloadType, payload))});
    return {};
}

Result<std::set<std::string>> Dsse::signers(std::map<std::string, crypto::VerifyKey> const& allowed) const {
    auto const message = preAuthEncoding(payloadType, payload);
    std::set<std::string> found;
    for (auto const& [keyId, signature] : signatures) {
        auto const key = allowed.find(keyId);
        if (key == allowed.end()) return fail(ErrorKind::Denied, "signed by key " + keyId + ", which has no say in it");
        if (!found.insert(keyId).second) return fail(ErrorKind::Denied, "signed twice by key " + keyId);
        if (!crypto::verify(key->second, message, signature))
            return fail(ErrorKind::Denied, "the signature of key " + keyId + " does not match the content");
    }
    return found;
}

} // namespace kiosk::packs
