#include "kiosk/core/survey/MediaReader.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/media/Picture.h"

namespace kiosk::survey {

namespace {

Result<void> checkAttachment(Element const& attachment) {
    if (attachment.textOf("data").empty() && !attachment.textOf("url").empty())
        return fail(ErrorKind::Invalid, "is at a url, and a kiosk fetches nothing: put it into Attachment.data");
    auto const bytes = base::fromBase64(attachment.textOf("data"));
    if (!bytes) return fail(ErrorKind::Invalid, "its data is not base64");
    return media::checkPicture(attachment.textOf("contentType"), *bytes);
}

} // namespace

std::optional<Picture> readPicture(Element const* attachment, std::string const& what, Notes const& notes) {
    if (!attachment) return std::nullopt;
    if (auto const checked = checkAttachment(*attachment); !checked) {
        notes.error(what + ": " + checked.error().text);
        return std::nullopt;
    }
    Picture picture{std::string(attachment->textOf("contentType")), std::string(attachment->textOf("data")),
                    readText(attachment->child("title"), notes)};
    if (picture.title.empty()) notes.warning(what + ": has no title: who does not see it is not told what it shows");
    return picture;
}

} // namespace kiosk::survey
