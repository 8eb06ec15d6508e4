// Envelopes as kiosks make them, in the server's real store, taken out by the real program, opened by age and tar.
#include "tests/integration/export/Practice.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/packs/Tar.h"
#include "kiosk/core/survey/Bundle.h"
#include "kiosk/tools/Csv.h"
#include "kiosk/tools/KeyFiles.h"
#include "sync/server/PracticeFolder.h"

#include <fstream>

namespace kiosk::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

survey::Response answered(std::string const& id, std::vector<std::pair<std::string, Json>> const& answers) {
    auto form = survey::Form::parse(*base::readFile(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments" / (id + ".json")));
    survey::Response response(std::make_shared<const survey::Form>(std::move(*form)));
    for (auto const& [linkId, values] : answers) {
        auto const taken = response.answer(linkId, values);
        EXPECT_TRUE(taken) << taken.error().text;
    }
    return response;
}

Json coded(std::string const& system, std::string const& code) {
    return {{"valueCoding", {{"system", system}, {"code", code}}}};
}
Json ours(std::string const& code) {
    return coded("http://candor.example/fhir/CodeSystem/survey", code);
}

/// A kiosk that seals and chains as the real one does, straight into the server's store.
struct FakeKiosk {
    sync_server::SqlcipherServerStore& store;
    PracticeFile practice;
    sync_server::Device device{};
    crypto::SigningKey key = crypto::SigningKey::generate();
    std::uint64_t number = 0;
    crypto::Digest link{};

    FakeKiosk(sync_server::SqlcipherServerStore& in, PracticeFile of, std::string name) :
        store(in), practice(std::move(of)) {
        device = {Uuid::random(), std::move(name), key.verifyKey(), {}, base::SystemClock().now()};
        device.certificate.fill(1);
        EXPECT_TRUE(store.addDevice(device));
    }
    Uuid give(std::string const& bundleText, Uuid const& record, std::span<const crypto::Recipient> to,
              crypto::SigningKey const& signer) {
        auto const bytes = envelope::assemble({envelope::Kind::Survey, record, device.id, ++number, link},
                                              *envelope::sealPayload(asBytes(bundleText), to), signer);
        auto const view = *envelope::parse(bytes);
        const sync_server::Arrival arrival{record, number, link, view.link(), bytes};
        EXPECT_TRUE(store.ingest(device.id, std::span(&arrival, 1), base::SystemClock().now(), 0));
        link = view.link();
        return record;
    }
    Uuid give(survey::Response const& response) {
        auto const record = Uuid::random();
        auto const bundle = survey::toBundle(
            response, {record, *base::parseIsoText("2026-03-04T05:06:07Z"), survey::CompletionStatus::Completed, "en"});
        return give(bundle.dump(), record, practice.recipients.survey, key);
    }
};

/// One practice with one kiosk and three responses, exported once; the tests look at the outcome.
class Exported : public testing::Test {
protected:
    static void SetUpTestSuite() {
        auto& practice = sharedPractice();
        auto store = openStore();
        FakeKiosk kiosk(store, *PracticeFile::read(practice.practice() / "practice.json"), "=Front \"desk\"");
        s_visit = kiosk.give(answered(
            "visit-experience",
            {{"overall", Json::array({ours("very-bad")})},
             {"recommend", Json::array({{{"valueInteger", 3}}})},
             {"went-well", Json::array({ours("welcome"), ours("short-wait")})},
             {"comment", Json::array({{{"valueString", "=HYPERLINK(\"http://evil\",\"click\")\n¿Qué tal?, 'fine'"}}})},
             {"contact", Json::array({{{"valueBoolean", false}}})}}));
        std::vector<std::pair<std::string, Json>> phq;
        for (int i = 1; i <= 9; ++i)
            phq.emplace_back("phq9." + std::to_string(i),
                             Json::array({coded("http://loinc.org", i < 4 ? "LA6571-9" : "LA6568-5")}));
        s_phq = kiosk.give(answered("phq-9", phq));
        std::vector<std::pair<std::string, Json>> activation;
        for (int i = 1; i <= 12; ++i)
            activation.emplace_back("a" + std::to_string(i),
                                    Json::array({ours(i % 2 ? "disagree" : "strongly-disagree")}));
        s_activation = kiosk.give(answered("activation", activation));
        s_device = kiosk.device.id;
        EXPECT_EQ(practice.run({"age-keygen", "-o", (practice / "analyst.key").string()}).status, 0);
        EXPECT_TRUE(base::writeFileDurably(
            practice / "analyst.pub",
            asBytes("# for the analyst\n" +
                    practice.run({"age-keygen", "-y", (practice / "analyst.key").string()}).out)));
        auto const ran = exportTo("export.age", {"--format", "csv", "--format", "ndjson"});
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_THAT(ran.out, HasSubstr("3 responses of 'Maple Street'"));
        std::filesystem::create_directory(practice / "plain");
        EXPECT_EQ(
            std::system(("age -d -i '" + (practice / "analyst.key").string() + "' '" +
                         (practice / "export.age").string() + "' | tar -x -C '" + (practice / "plain").string() + "'")
                            .c_str()),
            0);
    }
    static sync_server::SqlcipherServerStore openStore() {
        auto const server = sharedPractice().server();
        auto store = sync_server::SqlcipherServerStore::open(server / "data/practice.db",
                                                             *sync_server::readKeyFile(server / "keys/store.key"));
        EXPECT_TRUE(store) << store.error().text;
        return std::move(*store);
    }
    static Ran exportTo(std::string const& name, std::vector<std::string> const& more = {"--format", "csv"}) {
        auto& practice = sharedPractice();
        std::vector<std::string> words{"export",
                                       "--practice",
                                       practice.server().string(),
                                       "--to",
                                       (practice / "analyst.pub").string(),
                                       "-o",
                                       (practice / name).string()};
        words.insert(words.end(), more.begin(), more.end());
        return practice.admin(words);
    }
    [[nodiscard]] static std::string plain(std::string const& name) {
        return readText(sharedPractice() / "plain" / name);
    }
    [[nodiscard]] Ran verify(Path const& what, std::vector<std::string> const& more = {}) const {
        std::vector<std::string> words{"verify", what.string()};
        if (more.empty()) words.insert(words.end(), {"--practice", m_practice.practice().string()});
        words.insert(words.end(), more.begin(), more.end());
        return m_practice.admin(words);
    }
    /// A copy of the opened export, for tests that change it.
    Path copyOfPlain(std::string const& name) {
        auto const copy = m_practice / name;
        std::filesystem::remove_all(copy);
        std::filesystem::copy(m_practice / "plain", copy);
        return copy;
    }
    Practice& m_practice = sharedPractice();
    static inline Uuid s_visit, s_phq, s_activation, s_device;
};

TEST_F(Exported, opensWithAgeAndTarAndHoldsEveryResponse) {
    auto const manifest = ExportManifest::parse(asBytes(plain("manifest.json")));
    ASSERT_TRUE(manifest) << manifest.error().text;
    EXPECT_EQ(manifest->responses, 3U);
    EXPECT_TRUE(manifest->problems.empty());
    ASSERT_EQ(manifest->chains.size(), 1U);
    EXPECT_EQ(manifest->chains[0].device, s_device);
    EXPECT_EQ(manifest->chains[0].headNumber, 3U);
    EXPECT_EQ(manifest->chains[0].envelopes, 3U);
    std::vector<std::string> names;
    for (auto const& file : manifest->files) {
        names.push_back(file.path);
        EXPECT_EQ(file.sha256, crypto::sha256(asBytes(plain(file.path)))) << file.path;
        EXPECT_EQ(file.length, plain(file.path).size());
    }
    EXPECT_EQ(names, (std::vector<std::string>{"README.txt", "codebook.csv", "activation.csv", "bundles.ndjson",
                                               "phq-9.csv", "visit-experience.csv"}));
    EXPECT_THAT(plain("README.txt"), HasSubstr("3 responses"));
}

TEST_F(Exported, isForItsOwnerOnly) {
    EXPECT_EQ(std::filesystem::status(m_practice / "export.age").permissions(), std::filesystem::perms(0600));
    for (auto const& entry : std::filesystem::directory_iterator(m_practice / "."))
        EXPECT_FALSE(entry.path().filename().string().starts_with("."));
}

TEST_F(Exported, formulasAreNeutralisedAndComeBack) {
    auto const csv = plain("visit-experience.csv");
    ASSERT_TRUE(csv.starts_with(utf8Mark));
    EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK(\"\"http://evil\"\",\"\"click\"\")\n¿Qué tal?, 'fine'\""));
    EXPECT_THAT(csv, HasSubstr("\"'=Front \"\"desk\"\"\""));
    EXPECT_THAT(csv, Not(HasSubstr("\"=")));
    EXPECT_THAT(csv, HasSubstr("\"" + s_visit.toString() + "\",\"completed\",\"2026-03-04T05:06:07Z\",\"en\""));
    EXPECT_THAT(csv, HasSubstr("\"welcome;short-wait\""));
    EXPECT_THAT(csv, HasSubstr("\"false\""));
}

TEST_F(Exported, hasScoresWithErrorAndBand) {
    auto const phq = plain("phq-9.csv");
    EXPECT_THAT(phq, HasSubstr("\"score.44261-6\",\"score.44261-6.band\""));
    EXPECT_THAT(phq, HasSubstr("|1.0.0\",\"LA6571-9\",3,\"LA6571-9\",3,\"LA6571-9\",3,\"LA6568-5\",0,"));
    EXPECT_THAT(phq, HasSubstr(",9,\"mild\",\"\"\r\n"));
    auto const bundles = plain("bundles.ndjson");
    std::vector<Json> lines;
    std::istringstream in(bundles);
    for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
    ASSERT_EQ(lines.size(), 3U);
    auto const& observation = lines[2]["entry"][1]["resource"];
    auto const score = numberText(observation["valueQuantity"]["value"].get<double>());
    auto const error = numberText(observation["component"][0]["valueQuantity"]["value"].get<double>());
    EXPECT_THAT(plain("activation.csv"), HasSubstr("," + score + "," + error + ",\""));
}

TEST_F(Exported, theSameDataGivesTheSameTables) {
    ASSERT_EQ(exportTo("again.age").status, 0);
    auto const folder = m_practice / "again";
    ASSERT_EQ(m_practice
                  .admin({"open", (m_practice / "again.age").string(), "--identity",
                          (m_practice / "analyst.key").string(), "-o", folder.string()})
                  .status,
              0);
    for (auto const* name : {"codebook.csv", "phq-9.csv", "visit-experience.csv", "activation.csv"})
        EXPECT_EQ(readText(folder / name), plain(name)) << name;
}

TEST_F(Exported, severalRecipientsOpenItAndNobodyElse) {
    auto const other = crypto::Identity::generate(), stranger = crypto::Identity::generate();
    ASSERT_EQ(exportTo("two.age", {"--to", other.recipient().toText(), "--format", "csv"}).status, 0);
    auto const keyFile = [&](std::string const& name, crypto::Identity const& identity) {
        EXPECT_TRUE(base::writeFileDurably(m_practice / name, identityFileText(identity, base::SystemClock().now())));
        return (m_practice / name).string();
    };
    auto const open = [&](std::string const& key, std::string const& to) {
        return m_practice.admin(
            {"open", (m_practice / "two.age").string(), "-i", key, "-o", (m_practice / to).string()});
    };
    EXPECT_EQ(open(keyFile("other.key", other), "by-other").status, 0);
    EXPECT_EQ(open((m_practice / "analyst.key").string(), "by-analyst").status, 0);
    auto const refused = open(keyFile("stranger.key", stranger), "by-stranger");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("two.age"));
    EXPECT_FALSE(std::filesystem::exists(m_practice / "by-stranger"));
}

TEST_F(Exported, refusesWhatIsMissingOrWrongAndWritesNothing) {
    auto const refused = [&](std::vector<std::string> words, std::string const& what) {
        words.insert(words.begin(), "export");
        words.insert(words.end(), {"-o", (m_practice / "never.age").string()});
        auto const ran = m_practice.admin(words);
        EXPECT_EQ(ran.status, 1) << ran.out;
        EXPECT_THAT(ran.err, HasSubstr(what));
        EXPECT_FALSE(std::filesystem::exists(m_practice / "never.age"));
    };
    auto const to = (m_practice / "analyst.pub").string(), from = m_practice.server().string();
    refused({"--practice", from, "--to", "age1rubbish", "--format", "csv"}, "--to");
    refused({"--practice", from, "--to", (m_practice / "analyst.key").string(), "--format", "csv"},
            "analyst.key: holds a secret key");
    refused({"--practice", from, "--to", to, "--format", "xls"}, "--format: 'xls'");
    refused({"--practice", (m_practice / "missing").string(), "--to", to, "--format", "csv"}, "missing/server.json");
    EXPECT_THAT(exportTo("export.age").err, HasSubstr("is there already"));
}

TEST_F(Exported, aWrongStoreKeyOpensNothing) {
    auto const copy = m_practice / "server-copy";
    std::filesystem::copy(m_practice.server(), copy, std::filesystem::copy_options::recursive);
    ASSERT_TRUE(base::writeFileDurably(copy / "keys/store.key", asBytes(std::string(64, '0') + "\n")));
    auto const ran =
        m_practice.admin({"export", "--practice", copy.string(), "--to", (m_practice / "analyst.pub").string(),
                          "--format", "csv", "-o", (m_practice / "never.age").string()});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("practice.db"));
    EXPECT_THAT(ran.err, HasSubstr("store.key"));
    EXPECT_FALSE(std::filesystem::exists(m_practice / "never.age"));
}

TEST_F(Exported, isSignedOnlyWithTheKeyThatThePacksName) {
    auto const copy = m_practice / "server-with-another-key";
    std::filesystem::copy(m_practice.server(), copy, std::filesystem::copy_options::recursive);
    ASSERT_TRUE(base::writeFileDurably(copy / "keys/receipt.key", crypto::SigningKey::generate().toText()));
    auto const ran =
        m_practice.admin({"export", "--practice", copy.string(), "--to", (m_practice / "analyst.pub").string(),
                          "--format", "csv", "-o", (m_practice / "never.age").string()});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("receipt.key: is not the server's key"));
    EXPECT_FALSE(std::filesystem::exists(m_practice / "never.age"));
}

TEST_F(Exported, aKeySealedWithAPassphraseIsToldFromRubbish) {
    auto const escrow = (m_practice.practice() / "people/escrow/escrow.key.age").string();
    EXPECT_THAT(verify(m_practice / "export.age", {"--practice", m_practice.server().string(), "-i", escrow}).err,
                HasSubstr("escrow.key.age: is sealed with a passphrase"));
}

TEST_F(Exported, verifyFollowsTheSignaturesOfFolderFileAndTar) {
    for (auto const& ran :
         {verify(m_practice / "plain"),
          verify(m_practice / "export.age",
                 {"--practice", m_practice.server().string(), "-i", (m_practice / "analyst.key").string()}),
          verify(m_practice / "plain", {"--root", (m_practice.practice() / "root.dsse.json").string(), "--pack",
                                        (m_practice.server() / "packs/factory-1.pack").string()})}) {
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_THAT(ran.out, HasSubstr("the root of 'Maple Street' (version 1) > factory pack 1, signed by alice, bert "
                                       "> the server's key > the export"));
    }
    ASSERT_EQ(std::system(("age -d -i '" + (m_practice / "analyst.key").string() + "' '" +
                           (m_practice / "export.age").string() + "' >'" + (m_practice / "plain.tar").string() + "'")
                              .c_str()),
              0);
    EXPECT_EQ(verify(m_practice / "plain.tar").status, 0);
}

TEST_F(Exported, aFlippedByteInAnyFileIsNamed) {
    for (auto const& entry : std::filesystem::directory_iterator(m_practice / "plain")) {
        auto const name = entry.path().filename().string();
        auto const copy = copyOfPlain("flipped");
        auto text = readText(copy / name);
        text[text.size() / 2] ^= 1;
        ASSERT_TRUE(base::writeFileDurably(copy / name, asBytes(text)));
        auto const ran = verify(copy);
        EXPECT_EQ(ran.status, 1) << name;
        EXPECT_THAT(ran.err, HasSubstr(name));
    }
}

TEST_F(Exported, aMissingOrAddedFileIsNamed) {
    auto const copy = copyOfPlain("changed");
    std::filesystem::remove(copy / "phq-9.csv");
    ASSERT_TRUE(base::writeFileDurably(copy / "more.csv", asBytes("x")));
    auto const ran = verify(copy);
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("phq-9.csv: is missing"));
    EXPECT_THAT(ran.err, HasSubstr("more.csv: is not in the manifest"));
}

TEST_F(Exported, anAlteredOrCutSealedFileIsNamedAndOpensNothing) {
    auto const whole = readText(m_practice / "export.age");
    auto const flip = [&](std::size_t at) {
        auto text = whole;
        text[at] ^= 1;
        return text;
    };
    for (auto const& text : {flip(whole.size() / 2), flip(60), flip(whole.size() - 1),
                             whole.substr(0, whole.size() - 1), whole.substr(0, whole.size() / 2), std::string()}) {
        ASSERT_TRUE(base::writeFileDurably(m_practice / "bad.age", asBytes(text)));
        auto const ran = m_practice.admin({"open", (m_practice / "bad.age").string(), "-i",
                                           (m_practice / "analyst.key").string(), "-o", (m_practice / "bad").string()});
        EXPECT_EQ(ran.status, 1);
        EXPECT_THAT(ran.err, HasSubstr("bad.age"));
        EXPECT_FALSE(std::filesystem::exists(m_practice / "bad"));
    }
}

TEST_F(Exported, signaturesOfOthersAreRefused) {
    // Somebody without the server's key changes a file, the manifest to match, and signs with a key of their own.
    auto const copy = copyOfPlain("forged");
    auto text = readText(copy / "phq-9.csv") + "\"more\"\r\n";
    ASSERT_TRUE(base::writeFileDurably(copy / "phq-9.csv", asBytes(text)));
    auto manifest = *ExportManifest::parse(asBytes(readText(copy / "manifest.json")));
    for (auto& file : manifest.files)
        if (file.path == "phq-9.csv") file = {file.path, text.size(), crypto::sha256(asBytes(text)), file.responses};
    packs::Dsse dsse{std::string(exportType), toBytes(manifest.toText()), {}};
    ASSERT_TRUE(base::writeFileDurably(copy / "manifest.json", dsse.payload));
    ASSERT_TRUE(base::writeFileDurably(copy / "manifest.dsse.json", asBytes(dsse.toText())));
    EXPECT_THAT(verify(copy).err, HasSubstr("manifest.dsse.json: is not signed"));
    ASSERT_TRUE(dsse.sign(crypto::SigningKey::generate()));
    ASSERT_TRUE(base::writeFileDurably(copy / "manifest.dsse.json", asBytes(dsse.toText())));
    EXPECT_THAT(verify(copy).err, HasSubstr("manifest.dsse.json: signed by key"));
}

TEST_F(Exported, aPackThatTheApproversDidNotSignProvesNothing) {
    auto const pack = m_practice / "unsigned.pack";
    std::filesystem::remove(pack);
    ASSERT_EQ(m_practice.pack(pack).status, 0);
    auto const ran = verify(m_practice / "plain",
                            {"--root", (m_practice.practice() / "root.dsse.json").string(), "--pack", pack.string()});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("unsigned.pack"));
    EXPECT_THAT(ran.err, HasSubstr("approvers: 0 of the 2"));
    EXPECT_THAT(verify(m_practice / "plain", {"--root", pack.string()}).err, HasSubstr("--root and --pack"));
}

TEST_F(Exported, openTakesNoTricksFromATarThatWasSealedToTheReader) {
    // Whoever knows the public key can seal anything: links, parents, what is no export.
    auto const sealed = [&](Bytes const& tar) {
        auto const to = readRecipients((m_practice / "analyst.pub").string());
        EXPECT_TRUE(base::writeFileDurably(m_practice / "trick.age", *crypto::seal(tar, *to)));
        return m_practice.admin({"open", (m_practice / "trick.age").string(), "-i",
                                 (m_practice / "analyst.key").string(), "-o", (m_practice / "trick").string()});
    };
    auto const gnuTar = [&](std::string const& options) {
        EXPECT_EQ(std::system(("cd '" + (m_practice / "plain").string() + "' && tar -c --format=ustar " + options +
                               " >'" + (m_practice / "trick.tar").string() + "'")
                                  .c_str()),
                  0);
        return *base::readFile(m_practice / "trick.tar");
    };
    std::filesystem::remove(m_practice / "link");
    std::filesystem::create_symlink("/etc/passwd", m_practice / "link");
    EXPECT_THAT(sealed(gnuTar("-C .. link")).err, HasSubstr("symbolic link"));
    EXPECT_THAT(sealed(gnuTar("-P ../plain/README.txt")).err, HasSubstr("not safe"));
    EXPECT_THAT(sealed(gnuTar("-P '" + (m_practice / "plain/README.txt").string() + "'")).err, HasSubstr("not safe"));
    EXPECT_THAT(sealed(toBytes("no tar")).err, HasSubstr("cut short"));
    EXPECT_FALSE(std::filesystem::exists(m_practice / "trick"));
    std::filesystem::remove(m_practice / "link");
}

TEST(ExportOfBadEnvelopes, namesEachInTheManifestAndKeepsTheGood) {
    auto& practice = sharedPractice();
    auto const server = practice / "bad-server";
    std::filesystem::copy(practice.server(), server, std::filesystem::copy_options::recursive);
    std::filesystem::remove_all(server / "data");
    std::filesystem::create_directory(server / "data");
    auto const good = answered("visit-experience", {{"recommend", Json::array({{{"valueInteger", 9}}})}});
    std::vector<Uuid> records;
    {
        auto store = *sync_server::SqlcipherServerStore::open(server / "data/practice.db",
                                                              *sync_server::readKeyFile(server / "keys/store.key"));
        FakeKiosk kiosk(store, *PracticeFile::read(practice.practice() / "practice.json"), "Desk");
        auto const& to = kiosk.practice.recipients.survey;
        const std::vector strangers{crypto::Identity::generate().recipient()};
        auto const bundle = [&](Uuid const& record) {
            return survey::toBundle(good, {record, base::SystemClock().now(), survey::CompletionStatus::Stopped, "es"});
        };
        records.push_back(kiosk.give(good));
        const Uuid forged = Uuid::random(), elsewhere = Uuid::random(), swapped = Uuid::random(),
                   unknown = Uuid::random();
        records.push_back(kiosk.give(bundle(forged).dump(), forged, to, crypto::SigningKey::generate()));
        records.push_back(kiosk.give(bundle(elsewhere).dump(), elsewhere, strangers, kiosk.key));
        records.push_back(kiosk.give(bundle(Uuid::random()).dump(), swapped, to, kiosk.key));
        auto other = bundle(unknown);
        other["entry"][0]["resource"]["questionnaire"] = "http://example.org/unpublished|1";
        records.push_back(kiosk.give(other.dump(), unknown, to, kiosk.key));
        ++kiosk.number; // a gap
        records.push_back(kiosk.give(good));
    }
    EXPECT_EQ(practice.run({"age-keygen", "-o", (practice / "b.key").string()}).status, 0);
    auto const key = practice.run({"age-keygen", "-y", (practice / "b.key").string()}).out;
    auto const ran = practice.admin({"export", "--practice", server.string(), "--to", key.substr(0, key.size() - 1),
                                     "--format", "csv", "-o", (practice / "b.age").string()});
    EXPECT_EQ(ran.status, 3) << ran.err;
    auto const opened = practice.admin({"open", (practice / "b.age").string(), "-i", (practice / "b.key").string(),
                                        "--practice", practice.practice().string(), "-o", (practice / "b").string()});
    EXPECT_EQ(opened.status, 3) << opened.err;
    EXPECT_THAT(opened.out, HasSubstr("Signed: the root of"));
    auto const manifest = *ExportManifest::parse(asBytes(readText(practice / "b" / "manifest.json")));
    EXPECT_EQ(manifest.responses, 3U);
    EXPECT_EQ(manifest.chains.at(0).envelopes, 6U);
    EXPECT_EQ(manifest.chains.at(0).headNumber, 1U) << "nothing after an envelope that proves nothing can be proven";
    auto const problemOf = [&](std::size_t index) {
        for (auto const& problem : manifest.problems)
            if (problem.record == records[index]) return problem.why + (problem.exported ? " (exported)" : "");
        return std::string("none");
    };
    EXPECT_EQ(problemOf(0), "none");
    EXPECT_THAT(problemOf(1), HasSubstr("signature"));
    EXPECT_THAT(problemOf(2), HasSubstr("sealed"));
    EXPECT_THAT(problemOf(3), HasSubstr("another record"));
    EXPECT_THAT(problemOf(4), HasSubstr("(exported)"));
    EXPECT_EQ(problemOf(5), "missing before it: number 6 to 6 (exported)");
    auto const csv = readText(practice / "b" / "visit-experience.csv");
    EXPECT_THAT(csv, HasSubstr(records[0].toString()));
    EXPECT_THAT(csv, HasSubstr(records[5].toString()));
    for (const std::size_t bad : {1U, 2U, 3U}) EXPECT_THAT(csv, Not(HasSubstr(records[bad].toString())));
    EXPECT_THAT(readText(practice / "b" / "other-answers.csv"),
                HasSubstr("\"http://example.org/unpublished|1\",\"recommend\",\"9\""));
}

} // namespace
} // namespace kiosk::tools
