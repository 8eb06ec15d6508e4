#include "tests/support/sync/Chain.h"

#include "kiosk/core/survey/Bundle.h"
#include "tests/support/kiosk/Practice.h"

#include <random>

using namespace kiosk;

namespace tests::support {

namespace {

std::shared_ptr<const survey::Form> phq9() {
    static auto const form =
        std::make_shared<const survey::Form>(survey::Form::parse(asBytes(Practice::formOf("phq-9").dump())).value());
    return form;
}

} // namespace

Chain::Link Chain::next(ByteView payload) {
    Link made{{envelope::Kind::Survey, Uuid::random(), m_device, m_number + 1, m_link}, {}, {}};
    made.bytes = envelope::assemble(made.head, payload, m_key);
    made.link = envelope::parse(made.bytes).value().link();
    m_number = made.head.number;
    m_link = made.link;
    return made;
}

void Chain::rewindTo(Link const& link) {
    m_number = link.head.number;
    m_link = link.link;
}

Bytes Chain::sealedToNobody() {
    static auto const nobody = crypto::Identity::generate().recipient();
    return crypto::seal(asBytes("not opened in this test"), std::span(&nobody, 1)).value();
}

std::string phq9Bundle(Uuid const& record) {
    static std::minstd_rand random{std::random_device{}()};
    survey::Response response(phq9());
    for (auto const* item : response.questions()) {
        if (item->options.empty()) continue;
        auto const& option = item->options[random() % item->options.size()];
        if (auto taken = response.answer(item->linkId, Json::array({option.value})); !taken)
            throw std::runtime_error(taken.error().text);
    }
    survey::Completion completion{record, base::SystemClock().now(), survey::CompletionStatus::Completed, "en"};
    return survey::toBundle(response, completion).dump();
}

} // namespace tests::support
