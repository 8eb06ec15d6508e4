#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/packs/PackWriter.h"
#include "kiosk/core/survey/Form.h"
#include "kiosk/tools/Commands.h"
#include "kiosk/tools/KeyFiles.h"
#include "kiosk/tools/Passphrases.h"
#include "kiosk/tools/PracticeFolder.h"
#include "kiosk/tools/Printable.h"

#include <iostream>

namespace kiosk::tools {

namespace {

std::string joined(std::vector<std::string> const& texts) {
    std::string all;
    for (auto const& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all.empty() ? "nobody" : all;
}

std::string describeTexts(std::string const& what, packs::Translated const& texts) {
    std::string text;
    for (auto const& [language, words] : texts) text += "  " + what + " (" + language + ")  " + words + "\n";
    return text;
}

/// What is said and asked when answers have been handed in.
std::string describeEnd(packs::Settings const& settings) {
    std::string text;
    if (settings.nextSteps) text += describeTexts("next steps", *settings.nextSteps);
    if (!settings.contactRequest) return text;
    text += "  call back    asked with " + settings.contactRequest->form + "\n";
    if (settings.contactRequest->promise) text += describeTexts("call back", *settings.contactRequest->promise);
    return text;
}

/// What is asked by a visit's code.
std::string describeCodes(packs::Settings const& settings) {
    if (!settings.visitCodes) return "";
    std::string text = settings.visitCodes->only ? "  codes        nobody answers without one\n" : "";
    for (auto const& rule : settings.visitCodes->rules)
        text += "  codes " + rule.prefix + "     ask " + joined(rule.instruments) + "\n";
    return text;
}

/// What is shown while nobody is there.
std::string describeRest(packs::Settings const& settings) {
    std::string text = settings.atBedside ? "  mode         bedside\n" : "";
    if (!settings.logo.empty()) text += "  logo         " + settings.logo + "\n";
    if (settings.asksWhoAnswers) text += "  asks         who answers\n";
    if (settings.presence) text += "  sensor       of presence\n";
    if (!settings.attract) return text;
    for (auto const& slide : settings.attract->slides) {
        text += describeTexts("slide", slide.title);
        if (slide.text) text += describeTexts("slide", *slide.text);
    }
    return text;
}

std::string describeSettings(packs::Settings const& settings) {
    std::string text = "  practice     " + settings.practice + "\n  languages    " + joined(settings.languages) +
                       "\n  instruments  " + joined(settings.instruments) + "\n";
    text += "  idle         asked after " + std::to_string(settings.idleWarning.count()) + " s, wiped after " +
            std::to_string(settings.idleWipe.count()) + " s more\n" + describeCodes(settings) + describeRest(settings) +
            describeEnd(settings);
    auto const& contact = settings.safetyContact;
    if (!contact) return text + "  safety       no contact\n";
    for (auto const& language : settings.languages)
        text += "  safety (" + language + ")  " + contact->name.at(language) + ", " + contact->phone + ": " +
                contact->text.at(language) + "\n";
    return text;
}

std::string describeRecipients(packs::Recipients const& recipients, packs::Recipients const& own) {
    std::string text;
    for (auto const& key : recipients.survey) text += "  surveys to   " + key.toText() + "\n";
    for (auto const& key : recipients.custodian) text += "  consents to  " + key.toText() + "\n";
    text += "  receipts by  " + recipients.receiptKey.toText() + "\n";
    if (recipients.toText() != own.toText())
        text += "  ATTENTION    these are NOT the keys in this practice's practice.json\n";
    return text;
}

std::string describeStaff(packs::Staff const& staff) {
    std::string text;
    for (auto const& member : staff.members) {
        std::vector<std::string> roles;
        for (auto const role : member.roles) roles.emplace_back(toString(role));
        text += "  staff        " + member.name + ": " + joined(roles) + ", " + std::to_string(member.codes.size()) +
                " codes\n";
    }
    return text;
}

std::string describeTargets(packs::Pack const& pack) {
    std::string text;
    for (auto const& target : pack.manifest().targets)
        text +=
            "  " + base::toHex(target.sha256) + "  " + target.path + " (" + std::to_string(target.length) + " bytes)\n";
    return text;
}

/// Nobody puts a name under questionnaires that a kiosk would refuse, nor unknowingly under words nobody has reviewed.
Result<std::string> describeForms(Path const& file, packs::Factory const& factory) {
    std::string text;
    for (auto const& id : factory.settings.allForms()) {
        auto const form = survey::Form::parse(TRY(factory.instrument(id)));
        if (!form) return fail(form.error().in(file.string() + ": instruments/" + id + ".json"));
        for (auto const& language : factory.settings.languages)
            if (form->awaitsReview(language))
                text += "  ATTENTION    no person has reviewed the words of " + id + " in " + language + "\n";
    }
    return text;
}

/// What a person has to know before signing.
Result<std::string> describe(Path const& file, packs::Pack const& pack, packs::Root const& root,
                             packs::Recipients const& own) {
    auto const factory = packs::Factory::from(pack);
    if (!factory) return fail(factory.error().in(file.string()));
    auto const forms = TRY(describeForms(file, *factory));
    std::vector<std::string> names;
    for (auto const& keyId : TRY(pack.dsse().signers(root.keysOf(root.approver)))) names.push_back(root.nameOf(keyId));
    auto const& manifest = pack.manifest();
    return "Pack '" + manifest.name + "' version " + std::to_string(manifest.version) + " of " +
           base::toIsoText(manifest.created) + ", good until " + base::toIsoText(manifest.expires) + "\n" +
           describeSettings(factory->settings) + forms + describeStaff(factory->staff) +
           describeRecipients(factory->recipients, own) + describeTargets(pack) + "  signed by    " + joined(names) +
           "\n";
}

Result<packs::Pack> readPack(Path const& file) {
    auto pack = packs::Pack::parse(TRY(base::readFile(file, packs::packCapBytes)));
    if (!pack) return fail(pack.error().in(file.string()));
    if (auto whole = pack->checkTargets(); !whole) return fail(whole.error().in(file.string()));
    return pack;
}

Result<Outcome> runSign(Arguments const& arguments) {
    const Path file = arguments.operand(0);
    auto const name = arguments.text("--as");
    const PracticeFolder practice{arguments.text("--practice")};
    auto const own = TRY(PracticeFile::read(practice.practiceFile()));
    auto const trust = TRY(readTrust(practice.rootFile()));
    auto const pack = TRY(readPack(file));
    auto const followed = trust.follow(pack.rootText());
    if (!followed) return fail(followed.error().in(file.string()));
    auto const& root = followed->root();
    auto const description = TRY(describe(file, pack, root, own.recipients));
    std::cout << printable(description) << std::flush; // before the passphrase is asked for

    const Path keyFile = arguments.textOr("--key", practice.approverKey(name).string());
    auto const key = TRY(openApproverKey(keyFile, TRY(TRY(Passphrases::from(arguments)).existing(name))));
    if (!root.keysOf(root.approver).contains(key.verifyKey().keyId()))
        return fail(ErrorKind::Denied, keyFile.string() + ": is not the key of an approver of this practice");
    auto const signedPack = TRY(packs::signPack(pack, key));
    TRY(base::writeFileDurably(file, signedPack));
    auto const count = pack.dsse().signatures.size() + 1;
    return Outcome{"Signed as " + root.nameOf(key.verifyKey().keyId()) + ": " + std::to_string(count) + " of the " +
                   std::to_string(root.approver.threshold) + " signatures that are needed\n"};
}

} // namespace

Command signCommand() {
    using Need = CommandSpec::Need;
    return {{.name = "sign",
             .summary = "Shows what is in a pack and puts an approver's signature under it.",
             .operands = {{"PACK", "the pack file; the signature is added to it"}},
             .options =
                 {{"--as", "NAME", "the approver", Need::Required, {}},
                  {"--practice", "DIR", "the practice's folder", Need::Required, {}},
                  {"--key", "FILE", "the approver's key, where it is not in the practice's folder", Need::Optional, {}},
                  passphraseOption()},
             .notes = {}},
            runSign};
}

} // namespace kiosk::tools
