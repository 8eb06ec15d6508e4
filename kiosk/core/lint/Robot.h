#pragma once

#include "kiosk/core/survey/Response.h"

#include <chrono>
#include <functional>
#include <random>

namespace kiosk::lint {

/// Answers any form at random, within its rules, always the same way from the same seed.
class Robot {
public:
    explicit Robot(std::uint32_t seed) : m_random(seed) {}

    /// Goes through all screens until all that is required is answered; answers some twice, takes some back, adds and
    /// removes repetitions. The linkId and rule of the first answer that is refused.
    [[nodiscard]] Result<void> fill(survey::Response& response);

    /// Asked before each answer; false: it is not given. Null: all are.
    std::function<bool(std::string const& address)> goesOn;
    /// Told of an answer that is refused; the rest is gone on with. Null: fill() ends there.
    std::function<void(std::string const& address)> onRefused;
    /// Told how long each answer took to be taken in.
    std::function<void(std::chrono::steady_clock::duration)> onAnswered;
    /// Told what there is to write down after each change.
    std::function<void(std::vector<survey::Change> const&)> onChanged;

private:
    [[nodiscard]] Result<void> answer(survey::Response& response, std::string const& address, bool isNeeded);
    [[nodiscard]] Result<void> repeat(survey::Response& response, survey::Instance const& inside);
    void tell(std::vector<survey::Change> const& changes) const;
    [[nodiscard]] std::string answersFor(survey::Instance const& instance, bool isNeeded);
    [[nodiscard]] std::string value(survey::Instance const& instance);
    [[nodiscard]] std::string number(survey::Instance const& instance);
    [[nodiscard]] std::string words(survey::Item const& item);
    [[nodiscard]] std::string moment(survey::Instance const& instance);
    [[nodiscard]] std::string quantity(survey::Item const& item);
    [[nodiscard]] int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }

    std::mt19937 m_random;
};

} // namespace kiosk::lint
