#include "kiosk/tools/ExportReadme.h"

namespace kiosk::tools {

namespace {

constexpr std::string_view explanation = R"(
What is here
  manifest.json       what the practice's server put in: counts, the length and SHA-256 of every file, for each kiosk
                      the head of its chain, and every envelope that was not as it should be
  manifest.dsse.json  the same bytes, signed by the server (DSSE v1, Ed25519)
  codebook.csv        the columns of the other files: question, codes, what they mean, in each language
  INSTRUMENT.csv      a line for each response
  other-answers.csv   (only if needed) answers to questions that no published questionnaire has
  bundles.ndjson      (only if asked for) the responses as they were sealed: a FHIR R4 Bundle in each line

The CSV files
  UTF-8 with a byte order mark, commas, CRLF, texts in quotes (RFC 4180). A text that a spreadsheet would run as a
  formula has one apostrophe in front; to get the text as it was given, remove one apostrophe from the beginning of
  a text that has one there. Numbers are never changed. Times are UTC.
  record         the id of the response
  status         completed, or stopped: the person went away before the end
  visit          the visit code that the person typed; empty: none was asked
  answered_by    self; assisted: together with a member of staff; proxy and parent, child, partner, relative or other:
                 somebody in the patient's place, and what they are to the patient; empty: nobody was asked
  QUESTION       the code of the answer (see codebook.csv), or the number, date or text; several are joined by ";", a
                 ";" inside is "\;", a "\" is "\\"
  QUESTION.weight, QUESTION.words      the weight of the answer; what was written beside the options
  score.CODE, .se, .band, .reason      the score, its standard error, its band, or why there is none

To check it
  practice-admin verify FOLDER --root root.dsse.json --pack factory.pack
  follows the signatures from the practice's root to the approvers, their pack, the server's key, this manifest and
  the files. By hand: sha256sum, and compare with manifest.json.
)";

} // namespace

std::string exportReadme(ExportManifest const& manifest) {
    return "Responses of the practice '" + manifest.practice + "', exported " + base::toIsoText(manifest.created) +
           "\n" + std::to_string(manifest.responses) +
           " responses; problems named in the manifest: " + std::to_string(manifest.problems.size()) + "\n" +
           std::string(explanation);
}

} // namespace kiosk::tools
