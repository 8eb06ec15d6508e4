#include "kiosk/tools/FormLint.h"

#include "kiosk/core/media/Media.h"
#include "kiosk/core/survey/Form.h"

namespace kiosk::tools {

namespace {

/// Nothing: no vectors are beside the form.
Result<std::optional<Bytes>> vectorsBeside(Path const& form) {
    auto const file = form.parent_path() / "vectors" / (form.stem().string() + ".json");
    if (!std::filesystem::exists(file)) return std::nullopt;
    return TRY(base::readFile(file));
}

lint::Remarks unreadable(Error const& error) {
    return {{lint::Severity::Error, "", error.text, "file"}};
}

/// Errors begin with the file's path.
Result<void> checkMediaFile(Path const& file) {
    auto const name = file.filename().string();
    auto const content = TRY(base::readFile(file, media::mostBytesOf(name)));
    auto const checked = media::checkMedia(name, content);
    if (!checked) return fail(checked.error().in(file.string()));
    return {};
}

/// A form that does not open has said why already.
void checkMedia(ByteView content, Path const& folder, lint::Remarks& remarks) {
    auto const form = survey::Form::parse(content);
    if (!form) return;
    for (auto const& name : form->media())
        if (auto const checked = checkMediaFile(folder / name); !checked)
            remarks.push_back({lint::Severity::Error, "", checked.error().text, "sign-language-film"});
}

} // namespace

lint::Remarks lintForm(Path const& file, ByteView content, survey::Library const& library,
                       std::vector<std::string> const& languages, Path const& media) {
    auto const vectors = vectorsBeside(file);
    if (!vectors) return unreadable(vectors.error());
    lint::Options options;
    options.languages = languages;
    if (*vectors) options.vectors = **vectors;
    auto remarks = lint::lint(content, library, options);
    checkMedia(content, media.empty() ? file.parent_path() / "media" : media, remarks);
    return remarks;
}

lint::Remarks lintFile(Path const& file, survey::Library const& library, std::vector<std::string> const& languages) {
    auto const content = base::readFile(file);
    return content ? lintForm(file, *content, library, languages) : unreadable(content.error());
}

std::string listed(Path const& file, lint::Remark const& remark) {
    auto const place = remark.path.empty() ? file.string() : file.string() + ":" + remark.path;
    return place + ": " + std::string(lint::toString(remark.severity)) + ": " + remark.reason + " [" +
           std::string(remark.rule) + "]";
}

CommandSpec::Option withOption() {
    return {"--with",
            "FILE",
            "value sets, sub-questionnaires and other resources at hand",
            CommandSpec::Need::Repeated,
            {}};
}

Result<survey::Library> readLibrary(Arguments const& arguments) {
    survey::Library library;
    for (auto const& file : arguments.all("--with")) {
        auto document = fhir::Document::parse(TRY(base::readFile(file)));
        if (!document) return fail(document.error().in(file));
        library.add(std::make_shared<const fhir::Document>(std::move(*document)));
    }
    return library;
}

} // namespace kiosk::tools
