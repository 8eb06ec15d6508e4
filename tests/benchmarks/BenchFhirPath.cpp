// What FHIRPath costs on forms: one evaluation over a response, with and without an index of its items.
//
//     bench_fhirpath [ROUNDS]      (default 2000)

#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/fhirpath/Analysis.h"
#include "kiosk/core/fhirpath/Environment.h"
#include "tests/benchmarks/Figure.h"

#include <cstdlib>

namespace {

using namespace kiosk;
using benchmarks::printFigure;
using benchmarks::secondsOf;
using fhirpath::Collection;
using fhirpath::Expression;
using fhirpath::Value;

/// `count` answered items in groups of twenty, each answer a coding with its score.
std::string responseJson(std::size_t count) {
    constexpr std::size_t groupSize = 20;
    std::string json = R"({"resourceType":"QuestionnaireResponse","status":"in-progress","item":[)";
    for (std::size_t i = 0; i < count; ++i) {
        if (i % groupSize == 0)
            json += (i > 0 ? "]}," : "") + std::string(R"({"linkId":"g)") + std::to_string(i) + R"(","item":[)";
        json += (i % groupSize == 0 ? "" : ",") + std::string(R"({"linkId":"q)") + std::to_string(i) +
                R"(","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA6570-1","extension":[{"url":)"
                R"("http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":2}]}}]})";
    }
    return json + "]}]}";
}

struct Subject {
    char const* name;
    char const* expression;
};

void measure(Subject const& subject, fhir::Document const& response, fhirpath::Environment const& environment,
             std::size_t rounds, std::string const& suffix) {
    auto const expression = Expression::parse(subject.expression);
    Collection const focus(Value(response.root()));
    bool good = expression.has_value();
    auto const seconds = secondsOf([&] {
        for (std::size_t i = 0; good && i < rounds; ++i) {
            auto const result = evaluate(*expression, focus, environment);
            good = result && !result->empty();
        }
    });
    if (!good) std::cerr << "bench_fhirpath: " << subject.name << " gives nothing\n";
    printFigure(std::string("evaluate ") + subject.name + suffix, seconds * 1e6 / static_cast<double>(rounds), "us",
                rounds);
}

void measureParsing(std::size_t rounds) {
    constexpr auto text = "iif(%resource.item.where(linkId = 'q1').answer.value.exists(), "
                          "%resource.item.where(linkId = 'q1').answer.value.weight().sum() * 2.5, 0) > 10";
    auto const parse = secondsOf([&] {
        for (std::size_t i = 0; i < rounds; ++i) static_cast<void>(Expression::parse(text));
    });
    printFigure("parse an expression of 140 characters", parse * 1e6 / static_cast<double>(rounds), "us", rounds);
    auto const expression = Expression::parse(text);
    fhirpath::AnalysisOptions options;
    options.focus = fhir::Model::r4().find("QuestionnaireResponse");
    auto const analysis = secondsOf([&] {
        for (std::size_t i = 0; i < rounds; ++i) static_cast<void>(analyse(*expression, options));
    });
    printFigure("analyse it", analysis * 1e6 / static_cast<double>(rounds), "us", rounds);
}

} // namespace

int main(int argc, char** argv) {
    auto const rounds = std::max<std::size_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 2000, 1);
    printFigure("type model of FHIR R4 ready", secondsOf([] { static_cast<void>(fhir::Model::r4()); }) * 1e6, "us", 1);
    measureParsing(rounds);
    auto const short9 = fhir::Document::parse(asBytes(responseJson(9)));
    auto const json = responseJson(800);
    auto const long800 = fhir::Document::parse(asBytes(json));
    if (!short9 || !long800) return 1;
    auto const reading = secondsOf([&] {
        for (std::size_t i = 0; i < 20; ++i) static_cast<void>(fhir::Document::parse(asBytes(json)));
    });
    printFigure("read a response of 800 items", reading * 1e6 / 20, "us", 20);

    fhirpath::Environment plain;
    measure({"a PHQ-9 sum",
             "item.item.answer.value.extension('http://hl7.org/fhir/StructureDefinition/ordinalValue').value.sum()"},
            *short9, plain, rounds, "");
    measure({"a PHQ-9 sum by weight()", "item.item.answer.weight().sum()"}, *short9, plain, rounds, "");

    auto indexed = plain;
    fhirpath::ItemIndex const index(long800->root());
    indexed.index = &index;
    for (auto const& [environment, suffix] :
         {std::pair(&plain, ", 800 items"), std::pair(&indexed, ", 800 items, index")}) {
        measure({"item.item.where(linkId)", "item.item.where(linkId = 'q799').answer.value.code"}, *long800,
                *environment, rounds, suffix);
        measure({"repeat(item).where(linkId)", "%resource.repeat(item).where(linkId = 'q799').answer.value.code"},
                *long800, *environment, rounds / 10 + 1, suffix);
        measure({"descendants().where(linkId)", "%resource.descendants().where(linkId = 'q799').answer.value.code"},
                *long800, *environment, rounds / 10 + 1, suffix);
        measure({"where() of any kind", "item.item.where(linkId.startsWith('q7') and answer.exists()).count()"},
                *long800, *environment, rounds / 10 + 1, suffix);
    }
    measure({"the sum of all weights", "item.item.answer.weight().sum()"}, *long800, plain, rounds / 10 + 1,
            ", 800 items");
    auto const making = secondsOf([&] {
        for (std::size_t i = 0; i < 100; ++i) fhirpath::ItemIndex const made(long800->root());
    });
    printFigure("index a response of 800 items", making * 1e6 / 100, "us", 100);
    return 0;
}
