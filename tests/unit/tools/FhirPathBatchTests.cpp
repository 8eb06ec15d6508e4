#include "kiosk/core/fhir/Document.h"
#include "kiosk/tools/FhirPathBatch.h"

#include <gtest/gtest.h>
#include <sstream>

namespace kiosk::tools {
namespace {

std::string answersTo(std::string const& requests, std::size_t errors = 0) {
    std::istringstream in(requests);
    std::ostringstream out;
    EXPECT_EQ(runBatch(in, out, {}), errors);
    return out.str();
}

TEST(FhirPathBatch, answersInOrder) {
    EXPECT_EQ(answersTo("{\"id\":\"a\",\"expr\":\"1 + 1\"}\n\n{\"id\":7,\"expr\":\"name.given\",\"resource\":"
                        "{\"resourceType\":\"Patient\",\"name\":[{\"given\":[\"A\",\"B\"]}]}}\n"),
              "{\"id\":\"a\",\"result\":[2]}\n{\"id\":7,\"result\":[\"A\",\"B\"]}\n");
}

TEST(FhirPathBatch, keepsNumbersAndObjectsAsTheyWere) {
    EXPECT_EQ(
        answersTo(
            R"({"id":"1","expr":"item.answer.value | 1.50","resource":{"resourceType":"QuestionnaireResponse",)"
            R"("item":[{"linkId":"a","answer":[{"valueDecimal":1.10},{"valueCoding":{"code":"x","system":"s"}}]}]}})"),
        "{\"id\":\"1\",\"result\":[1.10,{\"code\":\"x\",\"system\":\"s\"},1.50]}\n");
}

TEST(FhirPathBatch, takesContextAndVariables) {
    EXPECT_EQ(
        answersTo(
            R"({"id":"1","expr":"linkId & %s & %context.linkId & %resource.status","context":"item[1]",)"
            R"("resource":{"resourceType":"QuestionnaireResponse","status":"x","item":[{"linkId":"a"},{"linkId":"b"}]},)"
            R"("variables":{"s":"-"}})"),
        "{\"id\":\"1\",\"result\":[\"b-bx\"]}\n");
    EXPECT_EQ(answersTo(R"json({"id":"1","expr":"%n.sum() + 0.50 | %q.code | %e.count()",)json"
                        R"("variables":{"n":[1,2],"q":{"code":"c"},"e":[]}})"),
              "{\"id\":\"1\",\"result\":[3.50,\"c\",0]}\n");
}

TEST(FhirPathBatch, tellsWhatIsWrongWithARequest) {
    EXPECT_EQ(answersTo("{\"id\":\"1\",\"expr\":\"1 +\"}\n{\"id\":\"2\"}\nnonsense\n{\"id\":\"3\",\"expr\":\"2\"}\n"
                        "{\"id\":\"4\",\"expr\":\"1\",\"resource\":[]}\n{\"id\":\"5\",\"expr\":\"1\",\"resource\":1}",
                        4),
              "{\"id\":\"1\",\"error\":\"line 1, column 4: the expression ends too early\"}\n"
              "{\"id\":\"2\",\"error\":\"expr: an expression is missing\"}\n"
              "{\"id\":null,\"error\":\"not JSON (line 1, column 2)\"}\n"
              "{\"id\":\"3\",\"result\":[2]}\n"
              "{\"id\":\"4\",\"result\":[1]}\n"
              "{\"id\":\"5\",\"error\":\"resource: is not an object\"}\n");
}

} // namespace
} // namespace kiosk::tools
