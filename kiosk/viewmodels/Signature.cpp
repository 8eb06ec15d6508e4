#include "kiosk/viewmodels/Signature.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Json.h"
#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/viewmodels/Wording.h"

#include <string_view>

namespace kiosk::viewmodels {

namespace {

/// Only the commands that SignaturePad draws with, so that nothing else can come into the image.
bool isPath(std::string_view path) {
    return path.starts_with('M') && path.find_first_not_of("MQL0123456789. ") == std::string_view::npos;
}

std::string svgOf(std::string_view path) {
    std::string svg(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400"><path d=")");
    svg += path;
    svg += R"(" fill="none" stroke="#000" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>)";
    return svg;
}

Json signatureOf(std::string_view format, std::string& data) {
    Json signature{{"sigFormat", format}, {"data", base::toBase64(asBytes(data))}};
    base::wipe(data);
    return signature;
}

} // namespace

std::optional<std::string> signatureText(QString const& name, QString const& drawing) {
    auto typed = toUtf8(name.trimmed());
    auto path = toUtf8(drawing);
    if (path.empty() && typed.empty()) return std::nullopt;
    if (path.empty()) return Json::array({signatureOf("text/plain", typed)}).dump();
    if (!isPath(path)) return std::nullopt;
    auto svg = svgOf(path);
    auto signature = signatureOf("image/svg+xml", svg);
    if (!typed.empty()) signature["who"] = Json{{"display", typed}};
    base::wipe(path);
    base::wipe(typed);
    return Json::array({signature}).dump();
}

} // namespace kiosk::viewmodels
