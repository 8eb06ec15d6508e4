#include "kiosk/core/survey/Assembly.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/Shape.h"

#include <algorithm>
#include <set>

namespace kiosk::survey {

namespace {

constexpr int mostParts = 500;                  // also what stops parts that name each other
constexpr std::size_t mostElements = 1'000'000; // of all parts: they can hold each other several times
constexpr int deepestPart = 64;                 // elements around it

int depthOf(Element const& element) {
    int depth = 0;
    for (auto const* at = element.parent(); at; at = at->parent()) ++depth;
    return depth;
}

std::size_t elementsIn(Element const& top) {
    std::size_t count = 1;
    for (auto const* child = top.firstChild(); child; child = child->next()) count += elementsIn(*child);
    return count;
}

class Assembler {
public:
    Assembler(fhir::Document& document, Library const& library, std::vector<Finding>& findings) :
        m_document(document), m_library(library), m_findings(findings) {}

    void assemble(Element& parent) {
        for (auto* child = parent.firstChild(); child;) {
            auto* next = child->next();
            if (child->member().text() == "item" && child->kind() == Element::Kind::Object) {
                if (extension(*child, names::subQuestionnaire))
                    next = replace(*child, next);
                else
                    assemble(*child);
            }
            child = next;
        }
    }

private:
    /// Returns the first item of the part, which may name parts itself.
    Element* replace(Element& item, Element* next) {
        const Notes notes(m_findings, placeOf(item));
        auto const canonical = textExtension(item, names::subQuestionnaire);
        auto const* part = m_library.find("Questionnaire", canonical);
        if (!part || ++m_parts > mostParts) {
            notes.error(part ? "subQuestionnaire: too many, or in a circle"
                             : "subQuestionnaire: '" + canonical + "' is not at hand");
            return next;
        }
        m_elements += elementsIn(*part);
        if (m_elements > mostElements || depthOf(item) > deepestPart) {
            notes.error("subQuestionnaire: the parts are too large together, or too deep in each other");
            return next;
        }
        auto const prefix = prefixOf(item);
        Element* first = nullptr;
        for (auto const& source : part->children("item")) {
            auto& copy = m_document.replace(m_document.insertBefore(item), source);
            addPrefix(copy, prefix);
            if (!first) first = &copy;
        }
        m_document.erase(item);
        if (m_taken.insert(part).second) takeRest(*part);
        return first ? first : next;
    }

    /// The text of the variable `linkIdPrefix`, a literal.
    static std::string prefixOf(Element const& item) {
        for (auto const* variable : extensions(item, names::variable)) {
            auto const* value = variable->child("value");
            if (!value || value->textOf("name") != "linkIdPrefix") continue;
            std::string text(value->textOf("expression"));
            std::erase(text, '\'');
            return text;
        }
        return {};
    }

    void addPrefix(Element& item, std::string const& prefix) {
        if (prefix.empty()) return;
        for (auto* child = item.firstChild(); child; child = child->next()) {
            if (child->member().text() == "linkId") m_document.setString(*child, prefix + child->text());
            if (child->member().text() == "item") addPrefix(*child, prefix);
            if (child->member().text() != "enableWhen") continue;
            if (auto* question = child->child("question")) m_document.setString(*question, prefix + question->text());
        }
    }

    void takeRest(Element const& part) {
        auto& root = m_document.root();
        for (auto const& contained : part.children("contained")) m_document.appendCopy(root, "contained", contained);
        for (auto const& each : part.children("extension"))
            if (each.textOf("url") == names::variable || each.textOf("url") == names::launchContext)
                m_document.appendCopy(root, "extension", each);
    }

    fhir::Document& m_document;
    Library const& m_library;
    std::vector<Finding>& m_findings;
    std::set<Element const*> m_taken;
    int m_parts = 0;
    std::size_t m_elements = 0;
};

} // namespace

void assemble(fhir::Document& questionnaire, Library const& library, std::vector<Finding>& findings) {
    Assembler(questionnaire, library, findings).assemble(questionnaire.root());
}

} // namespace kiosk::survey
