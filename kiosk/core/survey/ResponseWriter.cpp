#include "kiosk/core/survey/ResponseWriter.h"

#include "kiosk/core/survey/Values.h"

namespace kiosk::survey {

namespace {

class Writer {
public:
    explicit Writer(fhir::Document& document) : m_document(document) {}

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
        for (auto const* name : {"system", "code"})
            if (auto const* child = value->child(name)) m_document.appendCopy(coding, name, *child);
    }

private:
    bool write(Instance const& instance, Element& holder) {
        if (!instance.isEnabled || instance.item->hidden || instance.item->type == ItemType::Display) return false;
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
};

} // namespace

void writeItems(fhir::Document& document, Element& holder, Instances const& instances) {
    Writer(document).writeAll(instances.roots(), holder);
}

std::string answersText(Instance const& instance) {
    fhir::Document document(fhir::Model::r4().find("QuestionnaireResponse.item"));
    Writer writer(document);
    std::string text;
    for (auto const& slot : instance.entries) {
        if (!slot.kept) continue;
        auto& answer = document.append(document.root(), "answer");
        if (instance.item->repeats && !instance.item->items.empty())
            document.setString(document.append(answer, "id"), std::to_string(slot.id));
        writer.writeAnswer(instance, slot, answer);
        text += (text.empty() ? "" : ",") + toJson(answer);
    }
    return "[" + text + "]";
}

} // namespace kiosk::survey
