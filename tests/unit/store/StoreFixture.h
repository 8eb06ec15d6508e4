#pragma once

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/store/Store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::store {

class StoppedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return Instant(std::chrono::milliseconds(1'795'353'014'123)); }
};

inline crypto::Digest digestOf(std::string_view text) {
    return crypto::sha256(asBytes(text));
}

inline std::string textAnswer(std::string_view text) {
    return R"([{"valueString":")" + std::string(text) + R"("}])";
}

class StoreFixture : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(m_folder); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    Result<Store> tryOpen() { return Store::open(m_file, m_key.copy(), m_clock); }
    Store open() {
        auto store = tryOpen();
        EXPECT_TRUE(store) << store.error().text;
        return std::move(*store);
    }
    Uuid begin(Store& store) {
        auto const record = Uuid::random();
        EXPECT_TRUE(store.beginDraft(
            {record, "http://candor.example/fhir/Questionnaire/visit|1", "visit", "es", m_clock.now(), {}}));
        return record;
    }
    /// A record as it leaves the envelope module; the store takes its bytes as they are.
    static SealedRecord sealedAs(Uuid const& record, std::uint64_t number) {
        return {record, number, digestOf(record.toString()), toBytes("sealed " + record.toString())};
    }
    SealedRecord seal(Store& store) {
        auto sealed = sealedAs(begin(store), store.chainHead()->number + 1);
        EXPECT_TRUE(store.sealDraft(sealed));
        return sealed;
    }

    Path m_folder = Path(testing::TempDir()) / ("candor-store-" + Uuid::random().toString());
    Path m_file = m_folder / "kiosk.db";
    SecretBytes m_key = SecretBytes::random(32);
    StoppedClock m_clock;
};

} // namespace kiosk::store
