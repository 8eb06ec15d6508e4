#include "tests/support/kiosk/Practice.h"

namespace tests::support {

Json sampleForm() {
    return Json::parse(R"({
      "resourceType": "Questionnaire", "id": "sample", "url": "http://candor.example/fhir/Questionnaire/sample", "version": "1",
      "status": "active", "language": "en", "title": "Sample",
      "_title": { "extension": [ { "url": "http://hl7.org/fhir/StructureDefinition/translation",
        "extension": [ { "url": "lang", "valueCode": "es" }, { "url": "content", "valueString": "Muestra" } ] } ] },
      "item": [
        { "linkId": "drink", "type": "choice", "required": true, "text": "Tea or coffee?",
          "_text": { "extension": [ { "url": "http://hl7.org/fhir/StructureDefinition/translation",
            "extension": [ { "url": "lang", "valueCode": "es" }, { "url": "content", "valueString": "¿Té o café?" } ] } ] },
          "answerOption": [ { "valueCoding": { "system": "http://candor.example/x", "code": "tea", "display": "Tea" } },
                            { "valueCoding": { "system": "http://candor.example/x", "code": "coffee", "display": "Coffee" } } ] },
        { "linkId": "milk", "type": "boolean", "text": "Milk?",
          "enableWhen": [ { "question": "drink", "operator": "=", "answerCoding": { "system": "http://candor.example/x", "code": "coffee" } } ] },
        { "linkId": "cups", "type": "integer", "text": "How many cups?",
          "extension": [ { "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1 },
                         { "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 40 } ] },
        { "linkId": "why", "type": "text", "text": "Why?" }
      ] })");
}

} // namespace tests::support
