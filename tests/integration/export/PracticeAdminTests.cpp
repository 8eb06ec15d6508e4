// The real program, run as people run it.
#include "tests/integration/export/Practice.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/survey/Form.h"
#include "kiosk/tools/KeyFiles.h"
#include "sync/protocol/Enrolment.h"

namespace kiosk::tools {
namespace {

using testing::HasSubstr;

class PracticeAdmin : public testing::Test {
protected:
    void expectRefused(Ran const& ran, std::string const& what) {
        EXPECT_EQ(ran.status, 1) << ran.out;
        EXPECT_EQ(ran.out, "");
        EXPECT_THAT(ran.err, HasSubstr(what));
    }
    std::size_t count(Path const& folder) const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
    }
    [[nodiscard]] Path fresh(std::string const& name) const { return m_practice / (name + Uuid::random().toString()); }
    /// A pack that alice and bert signed.
    Path signedPack(std::vector<std::string> const& more) {
        auto const file = fresh("pack-");
        for (auto const& ran :
             {m_practice.pack(file, more), m_practice.sign(file, "alice"), m_practice.sign(file, "bert")})
            EXPECT_EQ(ran.status, 0) << ran.err;
        return file;
    }
    Practice& m_practice = sharedPractice();
};

TEST_F(PracticeAdmin, tellsHowItIsUsed) {
    EXPECT_EQ(m_practice.admin({}).status, 2);
    EXPECT_EQ(m_practice.admin({"dance"}).status, 2);
    for (auto const* command : {"init", "lint", "pack", "sign", "publish", "enrol", "export", "open", "verify"}) {
        auto const help = m_practice.admin({command, "--help"});
        EXPECT_EQ(help.status, 0) << command;
        EXPECT_THAT(help.out, HasSubstr(std::string("usage: practice-admin ") + command));
        auto const wrong = m_practice.admin({command, "--no-such-option"});
        EXPECT_EQ(wrong.status, 2) << command;
        EXPECT_THAT(wrong.err, HasSubstr("--no-such-option"));
    }
}

TEST_F(PracticeAdmin, initMakesKeysThatAgeTakesAndOnlyTheOwnerReads) {
    auto const keys = m_practice.server() / "keys";
    for (auto const* name : {"ingest.key", "receipt.key", "ca.key", "tls.key", "store.key", "page.password"})
        EXPECT_EQ(std::filesystem::status(keys / name).permissions(), std::filesystem::perms(0600)) << name;
    for (auto const* name : {"people", "people/alice", "server", "server/keys", "server/data"})
        EXPECT_EQ(std::filesystem::status(m_practice.practice() / name).permissions(), std::filesystem::perms(0700))
            << name;
    auto const own = m_practice.run({"age-keygen", "-y", (keys / "ingest.key").string()});
    auto const file = PracticeFile::read(m_practice.practice() / "practice.json");
    ASSERT_TRUE(file) << file.error().text;
    EXPECT_EQ(own.out, file->recipients.survey[0].toText() + "\n");
    EXPECT_EQ(readText(m_practice.practice() / "people/escrow/escrow.pub"), file->recipients.survey[1].toText() + "\n");
    EXPECT_EQ(readText(m_practice.practice() / "root.dsse.json"), readText(m_practice.server() / "root.dsse.json"));
    EXPECT_EQ(readTrust(m_practice.practice() / "root.dsse.json")->root().approver.threshold, 2U);
}

TEST_F(PracticeAdmin, keysOfPeopleOpenWithTheirPassphraseOnly) {
    auto const escrow = m_practice.practice() / "people/escrow/escrow.key.age";
    auto const open = [&](std::string const& words) {
        return crypto::openWithPassphrase(*base::readFile(escrow), SecretBytes(asBytes(words)));
    };
    auto const plain = open("escrow sings in the rain");
    ASSERT_TRUE(plain) << plain.error().text;
    auto const identities = crypto::Identity::parseFile(asText(*plain));
    ASSERT_TRUE(identities);
    EXPECT_EQ(identities->front().recipient().toText() + "\n",
              readText(m_practice.practice() / "people/escrow/escrow.pub"));
    EXPECT_EQ(open("alice sings in the rain").error().kind, ErrorKind::Denied);
}

TEST_F(PracticeAdmin, initRefusesWithoutLeavingAnything) {
    auto const empty = m_practice / "empty";
    ASSERT_TRUE(base::writeFileDurably(empty, {}));
    auto const target = m_practice / "second";
    auto words = m_practice.initWords(target);
    auto const before = count(m_practice / ".");
    expectRefused(m_practice.init(m_practice.practice()), "is there already");
    words.erase(words.begin() + 8, words.begin() + 10); // one approver
    expectRefused(m_practice.admin(words), "at least two");
    words = m_practice.initWords(target);
    words.resize(words.size() - 2); // the custodian has no passphrase and there is no terminal
    expectRefused(m_practice.admin(words), "passphrase of custodian is missing");
    words = m_practice.initWords(target);
    words.back() = "custodian=" + empty.string();
    expectRefused(m_practice.admin(words), "empty: is empty");
    for (auto const& [option, value] : {std::pair("--approver", "../eve"), std::pair("--approver", "escrow"),
                                        std::pair("--approver", "alice"), std::pair("--listen", "nowhere")}) {
        words = m_practice.initWords(target);
        words.insert(words.end(), {option, value});
        expectRefused(m_practice.admin(words), option);
    }
    for (auto const& [at, value, option] :
         {std::tuple(3U, "\xff", "--practice"), std::tuple(3U, "a\x1b[2J", "--practice"),
          std::tuple(5U, "localhost:8443", "--host"), std::tuple(5U, "1::2::3", "--host")}) {
        words = m_practice.initWords(target);
        words[at] = value;
        expectRefused(m_practice.admin(words), option);
    }
    EXPECT_FALSE(std::filesystem::exists(target));
    EXPECT_EQ(count(m_practice / "."), before);
}

TEST_F(PracticeAdmin, aPracticeMayHaveALongNameAndAServerOnAnotherMachine) {
    auto words = m_practice.initWords(m_practice / "long");
    words[3] = std::string(200, 'x');
    words[5] = "practice.example";
    auto const ran = m_practice.admin(words);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(readText(m_practice / "long/server/server.json"), HasSubstr(R"("listen": "0.0.0.0:8443")"));
    EXPECT_THAT(readText(m_practice.server() / "server.json"), HasSubstr(R"("listen": "127.0.0.1:8443")"));
    std::filesystem::remove_all(m_practice / "long");
}

TEST_F(PracticeAdmin, aPassphraseMustBeLong) {
    auto const file = m_practice / "short";
    ASSERT_TRUE(base::writeFileDurably(file, asBytes("eleven char\n")));
    auto words = m_practice.initWords(m_practice / "second");
    words.back() = "custodian=" + file.string();
    expectRefused(m_practice.admin(words), "shorter than 12");
    std::filesystem::remove(file);
}

TEST_F(PracticeAdmin, packRefusesWhatAKioskWouldAndWritesNothing) {
    auto const file = fresh("bad-");
    m_practice.writeSettings(
        R"({"practice":"x","languages":["en"],"instruments":["phq-9"],"idle_warning_s":60,"idle_wipe_s":5})");
    expectRefused(m_practice.pack(file), "settings.json: idle_wipe_s: must be from 20");
    m_practice.writeSettings(
        R"({"practice":"x","languages":["en"],"instruments":["nothing"],"idle_warning_s":60,"idle_wipe_s":20})");
    expectRefused(m_practice.pack(file), "nothing.json");
    m_practice.writeSettings(Practice::goodSettings());
    expectRefused(m_practice.pack(file, {"--expires", "yesterday"}), "'yesterday'");
    expectRefused(m_practice.pack(file, {"--version", "0"}), "--version");
    expectRefused(m_practice.pack(file, {"--version", "18446744073709551615"}), "--version");
    EXPECT_FALSE(std::filesystem::exists(file));
    auto const instruments = m_practice / "instruments";
    std::filesystem::create_directory(instruments);
    for (auto const* id : {"visit-experience", "phq-9", "activation"})
        ASSERT_TRUE(base::writeFileDurably(
            instruments / (std::string(id) + ".json"),
            *base::readFile(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments" / (std::string(id) + ".json"))));
    auto text = readText(instruments / "phq-9.json");
    text.replace(text.find("\"choice\""), 8, "\"hologram\"");
    ASSERT_TRUE(base::writeFileDurably(instruments / "phq-9.json", asBytes(text)));
    auto const ran = m_practice.admin({"pack", m_practice.practice().string(), "--name", "factory", "--settings",
                                       (m_practice / "settings.json").string(), "--instruments", instruments.string(),
                                       "-o", file.string()});
    expectRefused(ran, "phq-9.json");
    EXPECT_THAT(ran.err, HasSubstr("hologram"));
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(PracticeAdmin, packRefusesWhatTheGateRefusesAndShowsItsWarnings) {
    auto const file = fresh("pack-");
    auto const instruments = m_practice / "changed-words";
    std::filesystem::create_directory(instruments);
    for (auto const* id : {"visit-experience", "phq-9", "activation"}) {
        auto text = readText(Path(CANDOR_SOURCE_DIR) / "kiosk/instruments" / (std::string(id) + ".json"));
        if (auto const at = text.find("Poor appetite"); at != std::string::npos) text.replace(at, 13, "Bad appetite");
        if (auto const at = text.find("What went well?"); at != std::string::npos)
            text.replace(at, 15, "Was your room quiet at night?");
        ASSERT_TRUE(base::writeFileDurably(instruments / (std::string(id) + ".json"), asBytes(text)));
    }
    auto const ran = m_practice.admin({"pack", m_practice.practice().string(), "--name", "factory", "--settings",
                                       (m_practice / "settings.json").string(), "--instruments", instruments.string(),
                                       "-o", file.string()});
    expectRefused(ran, "phq-9.json:item 'phq9.5': error: 'Bad appetite or overeating' is not what PHQ-9 says");
    EXPECT_THAT(ran.err, HasSubstr("visit-experience.json:item 'went-well': error: resembles")) << "all errors at once";
    EXPECT_FALSE(std::filesystem::exists(file));
    auto const good = m_practice.pack(file);
    ASSERT_EQ(good.status, 0) << good.err;
    EXPECT_THAT(good.out, HasSubstr("phq-9.json:item 'phq9.8': warning: its owner's words"));
    EXPECT_THAT(good.out, testing::Not(HasSubstr(": note: "))) << "nobody has to act on those";
}

TEST_F(PracticeAdmin, packOffersWordsNobodyReviewedOnlyWhereItIsToldTo) {
    auto const file = fresh("pack-");
    m_practice.writeSettings(
        R"({"practice":"x","languages":["en","ar"],"instruments":["visit-experience"],"idle_warning_s":60,"idle_wipe_s":20})");
    expectRefused(m_practice.pack(file), "no person has reviewed the kiosk's own words in ar");
    expectRefused(m_practice.pack(file, {"--unreviewed", "es"}), "--unreviewed ar");
    EXPECT_FALSE(std::filesystem::exists(file));
    auto const told = m_practice.pack(file, {"--unreviewed", "ar"});
    m_practice.writeSettings(Practice::goodSettings());
    ASSERT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("note: no person has reviewed the kiosk's own words in ar"));
    EXPECT_THAT(told.out, HasSubstr("note: no person has reviewed the words of visit-experience in ar"));
    EXPECT_THAT(m_practice.sign(file, "alice").out,
                HasSubstr("ATTENTION    no person has reviewed the words of visit-experience in ar"));
}

TEST_F(PracticeAdmin, signShowsWhatIsSigned) {
    auto const file = fresh("pack-");
    ASSERT_EQ(m_practice.pack(file).status, 0);
    auto const ran = m_practice.sign(file, "alice");
    ASSERT_EQ(ran.status, 0) << ran.err;
    for (auto const* words :
         {"Pack 'factory' version", "visit-experience, phq-9, activation", "asked after 60 s, wiped after 20 s",
          "safety (en)  the front desk, 988: Call now.", "safety (es)  la recepción, 988: Llame ahora.",
          "signed by    nobody", "instruments/phq-9.json", "Signed as alice: 1 of the 2"})
        EXPECT_THAT(ran.out, HasSubstr(words));
    auto const pack = packs::Pack::parse(*base::readFile(file));
    EXPECT_THAT(ran.out, HasSubstr(base::toHex(pack->manifest().targets[0].sha256)));
    EXPECT_THAT(ran.out, testing::Not(HasSubstr("ATTENTION"))) << "Arabic is not offered";
    EXPECT_THAT(m_practice.sign(file, "bert").out, HasSubstr("signed by    alice"));
}

TEST_F(PracticeAdmin, signRefusesAndLeavesThePackAsItWas) {
    auto const file = fresh("pack-");
    ASSERT_EQ(m_practice.pack(file).status, 0);
    auto const unsignedPack = readText(file);
    auto const sign = [&](std::string const& as, std::string const& passphrase) {
        return m_practice.admin({"sign", file.string(), "--as", as, "--practice", m_practice.practice().string(),
                                 "--passphrase-file", as + "=" + (m_practice / passphrase).string()});
    };
    EXPECT_THAT(sign("alice", "bert").err, HasSubstr("approver.key.age"));
    EXPECT_EQ(sign("alice", "bert").status, 1);
    EXPECT_THAT(sign("eve", "bert").err, HasSubstr("eve"));
    EXPECT_EQ(readText(file), unsignedPack);
    ASSERT_EQ(m_practice.sign(file, "alice").status, 0);
    auto const once = readText(file);
    EXPECT_THAT(m_practice.sign(file, "alice").err, HasSubstr("signed this already"));
    EXPECT_EQ(readText(file), once);
}

TEST_F(PracticeAdmin, aStrangersKeyDoesNotSign) {
    auto const file = fresh("pack-");
    ASSERT_EQ(m_practice.pack(file).status, 0);
    auto const key = m_practice / "stranger.key.age";
    ASSERT_TRUE(
        writeSealedKey(key, crypto::SigningKey::generate().toText(), SecretBytes(asBytes("alice sings in the rain"))));
    auto const ran =
        m_practice.admin({"sign", file.string(), "--as", "alice", "--key", key.string(), "--practice",
                          m_practice.practice().string(), "--passphrase-file", m_practice.passphraseFile("alice")});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("not the key of an approver"));
    std::filesystem::remove(key);
}

TEST_F(PracticeAdmin, publishNeedsTwoApproversAndANewerVersion) {
    auto const file = fresh("pack-");
    auto const published = count(m_practice.server() / "packs");
    ASSERT_EQ(m_practice.pack(file, {"--version", "7"}).status, 0);
    expectRefused(m_practice.publish(file), "approvers: 0 of the 2");
    ASSERT_EQ(m_practice.sign(file, "alice").status, 0);
    expectRefused(m_practice.publish(file), "approvers: 1 of the 2");
    EXPECT_EQ(count(m_practice.server() / "packs"), published);
    ASSERT_EQ(m_practice.sign(file, "bert").status, 0);
    EXPECT_EQ(m_practice.publish(file).status, 0);
    EXPECT_TRUE(std::filesystem::exists(m_practice.server() / "packs/factory-7.pack"));
    expectRefused(m_practice.publish(file), "does not follow version 7");
    expectRefused(m_practice.publish(signedPack({"--version", "6"})), "does not follow version 7");
    auto altered = readText(file);
    altered[altered.size() / 2] ^= 1;
    ASSERT_TRUE(base::writeFileDurably(file, asBytes(altered)));
    expectRefused(m_practice.publish(file), file.string());
    EXPECT_EQ(count(m_practice.server() / "packs"), published + 1);
    EXPECT_THAT(m_practice.pack(fresh("pack-")).out, HasSubstr("version 8"));
}

TEST_F(PracticeAdmin, enrolKeepsOnlyTheHashOfTheCodeItHandsOut) {
    auto const ran =
        m_practice.admin({"enrol", "--practice", m_practice.practice().string(), "--name", "Waiting room"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const text = ran.out.substr(ran.out.find("candor1."));
    auto const token = sync_protocol::EnrolmentToken::parse(text);
    ASSERT_TRUE(token) << token.error().text;
    EXPECT_EQ(token->host, "localhost");
    EXPECT_EQ(token->port, 8443);
    EXPECT_EQ(token->root, crypto::sha256(asBytes(readText(m_practice.practice() / "root.dsse.json"))));
    auto const file = m_practice.server() / "enrolments" / (sync_protocol::codeHash(token->code) + ".json");
    auto const entry = Json::parse(readText(file));
    EXPECT_EQ(entry["name"], "Waiting room");
    EXPECT_GT(*base::parseIsoText(entry["expires"].get<std::string>()),
              base::SystemClock().now() + std::chrono::minutes(50));
    for (auto const& other : std::filesystem::directory_iterator(m_practice.server() / "enrolments"))
        EXPECT_EQ(readText(other.path()).find(token->code), std::string::npos);
}

TEST_F(PracticeAdmin, enrolRefusesBadNamesTimesAndFolders) {
    auto const enrol = [&](std::string const& folder, std::string const& name, std::string const& expires) {
        return m_practice.admin({"enrol", "--practice", folder, "--name", name, "--expires", expires});
    };
    auto const practice = m_practice.practice().string();
    auto const before = count(m_practice.server() / "enrolments");
    expectRefused(enrol(practice, "", "1h"), "--name");
    expectRefused(enrol(practice, "a\nb", "1h"), "--name");
    expectRefused(enrol(practice, "\xff", "1h"), "--name");
    expectRefused(enrol(practice, "x", "never"), "'never'");
    expectRefused(enrol((m_practice / "missing").string(), "x", "1h"), "missing/server.json");
    auto const odd = m_practice / "odd";
    std::filesystem::create_directory(odd);
    std::filesystem::create_symlink("server", odd / "server"); // there, and not to be looked into
    expectRefused(enrol(odd.string(), "x", "1h"), "odd/server/server.json");
    EXPECT_EQ(count(m_practice.server() / "enrolments"), before);
}

} // namespace
} // namespace kiosk::tools
