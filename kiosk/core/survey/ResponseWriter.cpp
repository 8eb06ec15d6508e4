#include "kiosk/core/survey/ResponseWriter.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

class Writer {
public:
    explicit Writer(fhir::Document& document, Detail detail = Detail::Shortest) :
        m_document(document), m_detail(detail) {}

    bool writeAll(std::vector<std::unique_ptr<Instance>> const& instances, Element& holder) {
        bool any = false;
        for (auto const& instance : instances) any = write(*instance, holder) || any;
        return any;
    }

    void writeAnswer(Instance const& instance, AnswerSlot const& slot, Element& answer) {
        auto const* value = slot.kept->child("value");
        auto const member = value->member().text();
        auto const situation = instance.situation();
        bool const isOption =
            valueType(*value) == "Coding" && value->child("code") && optionOf(situation.options, *value);
        if (!isOption) {
            m_document.appendCopy(answer, member, *value);
            return;
        }
        auto& coding = m_document.append(answer, member);
        for (auto const* name : {"system", "code"}) copyChild(*value, name, coding);
        if (m_detail == Detail::Whole) copyChild(*value, "display", coding);
    }

private:
    void copyChild(Element const& from, char const* name, Element& to) {
        auto const* child = from.child(name);
        if (!child) return;
        auto& copy = m_document.appendCopy(to, name, *child);
        m_document.clear(copy); // translations
    }

    bool write(Instance const& instance, Element& holder) {
        if (!instance.isEnabled || instance.item->type == ItemType::Display) return false;
        if (instance.item->hidden && m_detail == Detail::Shortest) return false;
        auto& element = m_document.append(holder, "item");
        m_document.setString(m_document.append(element, "linkId"), instance.item->linkId);
        bool any = writeAll(instance.children, element);
        for (auto const& slot : instance.entries) {
            if (!slot.kept) continue;
            auto& answer = m_document.append(element, "answer");
            writeAnswer(instance, slot, answer);
            writeAll(slot.nested, answer);
            any = true;
        }
        if (!any) m_document.erase(element);
        return any;
    }

    fhir::Document& m_document;
    Detail m_detail;
};

} // namespace

void writeItems(fhir::Document& document, Element& holder, Instances const& instances, Detail detail) {
    Writer(document, detail).writeAll(instances.roots(), holder);
}

std::string answersText(Instance const& instance) {
    fhir::Document document(fhir::Model::r4().find("QuestionnaireResponse.item"));
    Writer writer(document);
    std::string text;
    std::uint32_t last = 0;
    for (auto const& slot : instance.entries) {
        if (!slot.kept) continue;
        auto& answer = document.append(document.root(), "answer");
        if (instance.item->repeats && !instance.item->items.empty())
            document.setString(document.append(answer, "id"), std::to_string(slot.id));
        writer.writeAnswer(instance, slot, answer);
        text += (text.empty() ? "" : ",") + toJson(answer);
        last = std::max(last, slot.id);
    }
    if (instance.item->repeats && !instance.item->items.empty() && last < instance.lastSlot)
        text += (text.empty() ? "" : ",") + (R"({"id":")" + std::to_string(instance.lastSlot) + R"("})");
    return "[" + text + "]";
}

} // namespace kiosk::survey
