#pragma once

#include "kiosk/core/survey/Form.h"
#include "kiosk/tools/PracticeFolder.h"

#include <memory>

namespace kiosk::tools {

using FormPointer = std::shared_ptr<const survey::Form>;

/// Every questionnaire that the practice published, by "url|version", and the server's keys that its packs name.
class FormLibrary {
public:
    /// From the factory packs in the server's folder, each checked for its approvers' signatures as of its own time.
    /// Errors name the pack.
    [[nodiscard]] static Result<FormLibrary> read(ServerFolder const& server);
    explicit FormLibrary(std::vector<FormPointer> forms);

    /// Null: none of that name was published.
    [[nodiscard]] survey::Form const* find(std::string const& canonical) const;
    /// Of one instrument id, the newest pack's first.
    [[nodiscard]] std::vector<FormPointer> versionsOf(std::string const& id) const;

    /// Whether a published pack names it as the key of the server's receipts: whoever checks goes by that.
    [[nodiscard]] bool namesReceiptKey(crypto::VerifyKey const& key) const;

private:
    std::vector<FormPointer> m_forms; ///< newest pack first, each canonical once
    std::vector<crypto::VerifyKey> m_receiptKeys;
};

} // namespace kiosk::tools
