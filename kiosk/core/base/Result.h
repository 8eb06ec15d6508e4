#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace kiosk::base {

/// What a caller can do about a failure. QML chooses its wording by this alone.
enum class ErrorKind {
    NotFound, ///< no such thing; asking again does not help
    Corrupt,  ///< data that was altered, cut short or is not what it claims to be
    Locked,   ///< busy or held by another; try again
    Denied,   ///< wrong key, no permission, signature or code refused
    Offline,  ///< the other side cannot be reached; try again
    Invalid,  ///< input that breaks a rule; the text names the rule and the place
    Full,     ///< no space left
    Internal, ///< a fault of ours or of the operating system
};

[[nodiscard]] std::string_view toString(ErrorKind kind);

/// A failure with a text for people of the practice and the log. The text names files, fields and rules; it never
/// holds an answer, a name or a key.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string text;

    /// The same failure, told from one level further out: "where: text".
    [[nodiscard]] Error in(std::string_view where) const { return {kind, std::string(where) + ": " + text}; }
};

template <typename T = void>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::Invalid, "…");` in a function that returns any Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string text) {
    return tl::unexpected<Error>(Error{kind, std::move(text)});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

namespace detail {
template <typename T>
T take(Result<T>&& result) {
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}
} // namespace detail

} // namespace kiosk::base

namespace kiosk {
using base::Error;
using base::ErrorKind;
using base::fail;
using base::Result;
} // namespace kiosk

/// The value of a Result, or return its error from the enclosing function. (Pattern: Ladybird's TRY.)
#define TRY(expression) CANDOR_TRY_AS(expression, CANDOR_TRY_NAME(candorTry, __COUNTER__))
#define CANDOR_TRY_NAME(prefix, number) CANDOR_TRY_JOIN(prefix, number)
#define CANDOR_TRY_JOIN(prefix, number) prefix##number
#define CANDOR_TRY_AS(expression, result)                                                                              \
    __extension__({                                                                                                    \
        auto result = (expression);                                                                                    \
        if (!result) return ::tl::unexpected(std::move(result).error());                                               \
        ::kiosk::base::detail::take(std::move(result));                                                                \
    })
