# The few functions that every CMakeLists.txt below uses: a module is its sources and one link line.

option(CANDOR_UNITY "Build our own libraries as unity builds" OFF)
set(CANDOR_SANITIZE "" CACHE STRING "Sanitizers for our own code: address,undefined or thread")
set(CANDOR_SUITES "${CMAKE_SOURCE_DIR}/../shared/suites" CACHE PATH "Public test suites (tests skip with a line where absent)")
set(CANDOR_REPORTS "${CMAKE_BINARY_DIR}/reports") # what the tests write of themselves; tests/conformance reads it

add_library(candor_flags INTERFACE)
target_include_directories(candor_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(candor_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
    -Woverloaded-virtual -Wimplicit-fallthrough -Werror
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # false alarms on std::string's operator+ (GCC bug 105651)
    -fstack-protector-strong)
# Optimising, GCC also sees overruns inside std::vector's insert that cannot happen (GCC bug 107852); the sanitizer builds
# keep watch over the real ones.
target_compile_options(candor_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>)
target_compile_definitions(candor_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
if(CANDOR_SANITIZE)
    target_compile_options(candor_flags INTERFACE -fsanitize=${CANDOR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(candor_flags INTERFACE -fsanitize=${CANDOR_SANITIZE})
endif()

# candor_library(kiosk_crypto SOURCES Age.cpp ... LINKS kiosk::base ...): a static library, alias kiosk::crypto.
function(candor_library target)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${target} STATIC ${ARG_SOURCES})
    string(REGEX REPLACE "_" "::" alias ${target})
    add_library(${alias} ALIAS ${target})
    target_link_libraries(${target} PUBLIC candor_flags ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${CANDOR_UNITY})
endfunction()

# For a target all of whose C++ Qt's tools generate from QML: none of our warnings, and quick to build.
function(candor_generated target)
    target_compile_options(${target} PRIVATE -w -O1)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${CANDOR_UNITY})
endfunction()

function(candor_program target)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE candor_flags ${ARG_LINKS})
endfunction()

# candor_quick_test(qml_controls qml_controls_tests): a program of Qt Quick tests, one CTest entry; only what fails is printed.
function(candor_quick_test name program)
    add_test(NAME ${name} COMMAND ${program} -silent -o -,txt -o ${CANDOR_REPORTS}/${program}.xml,junitxml)
    set_tests_properties(${name} PROPERTIES LABELS qml TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software")
endfunction()

# candor_test(unit_crypto LABEL unit SOURCES AgeTests.cpp ... LINKS kiosk::crypto): one GoogleTest program, one CTest entry.
function(candor_test target)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LINKS" ${ARGN})
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE candor_flags ${ARG_LINKS} GTest::gtest GTest::gmock GTest::gtest_main)
    target_compile_definitions(${target} PRIVATE
        CANDOR_SUITES="${CANDOR_SUITES}" CANDOR_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CANDOR_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${target} COMMAND ${target} --gtest_brief=1 --gtest_output=json:${CANDOR_REPORTS}/${target}.json)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 900)
    endif()
    set_tests_properties(${target} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT})
endfunction()
