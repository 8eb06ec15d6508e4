#include "kiosk/core/packs/Recipients.h"

#include "kiosk/core/base/Json.h"
#include "kiosk/core/packs/Members.h"

namespace kiosk::packs {

namespace {

constexpr std::size_t mostRecipients = 16;

Result<std::vector<crypto::Recipient>> readKeys(Json const& json, std::string_view name) {
    std::vector<crypto::Recipient> keys;
    for (auto const& text : TRY(textList(json, name, mostRecipients))) {
        auto const key = crypto::Recipient::parse(text);
        if (!key) return fail(key.error().in(name));
        keys.push_back(*key);
    }
    return keys;
}

Json texts(std::vector<crypto::Recipient> const& keys) {
    Json list = Json::array();
    for (auto const& key : keys) list.push_back(key.toText());
    return list;
}

} // namespace

Result<Recipients> Recipients::parse(ByteView text) {
    auto const json = TRY(base::parseJson(text, {.bytes = 64U << 10U, .depth = 3}));
    TRY(knownMembersOnly(json, {"survey", "custodian", "receipt_key"}));
    auto survey = TRY(readKeys(json, "survey"));
    auto custodian = TRY(readKeys(json, "custodian"));
    auto const receiptKey = crypto::VerifyKey::parse(TRY(base::textMember(json, "receipt_key")));
    if (!receiptKey) return fail(receiptKey.error().in("receipt_key"));
    return Recipients{std::move(survey), std::move(custodian), *receiptKey};
}

std::string Recipients::toText() const {
    const Json json{{"survey", texts(survey)}, {"custodian", texts(custodian)}, {"receipt_key", receiptKey.toText()}};
    return json.dump(2) + "\n";
}

} // namespace kiosk::packs
