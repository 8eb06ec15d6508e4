#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// libFuzzer's entry: called with one input; returns 0.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

/// What must hold for every input, in every build: ends the program with the line if it does not.
#define REQUIRE_HOLDS(condition)                                                                                       \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                        \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)
