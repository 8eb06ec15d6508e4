#include "kiosk/core/survey/Templates.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"

namespace kiosk::survey {

namespace {

using fhirpath::Collection;

bool isTemplateExtension(Element const& element) {
    auto const url = element.textOf("url");
    return url == names::templateExtractContext || url == names::templateExtractValue;
}

/// The text of an expression that is a valueString or a valueExpression.
std::string expressionOf(Element const& element, std::string_view url) {
    auto const* value = extensionValue(element, url);
    if (!value) return {};
    return value->hasValue() ? value->text() : std::string(value->textOf("expression"));
}

class TemplateFiller {
public:
    TemplateFiller(Response const& response, std::vector<Finding>& findings) :
        m_response(response), m_findings(findings), m_bundle(fhir::Model::r4().find("Bundle")) {
        set(m_bundle.root(), "resourceType", "Bundle");
        set(m_bundle.root(), "type", "transaction");
    }

    void run() {
        auto const& form = m_response.form();
        for (auto const* extract : extensions(form.source(), names::templateExtract)) extractOne(*extract, nullptr);
        for (auto const* item : form.allItems())
            for (auto const* extract : extensions(*item->source, names::templateExtract))
                for (auto const* instance : m_response.instances().of(*item))
                    if (instance->isEnabled && instance->element) extractOne(*extract, instance);
    }

    [[nodiscard]] fhir::Document take() { return std::move(m_bundle); }

private:
    void extractOne(Element const& extract, Instance const* instance) {
        m_instance = instance;
        auto const* reference = extensionValue(extract, "template");
        auto const* source = reference ? contained(reference->textOf("reference")) : nullptr;
        if (!source) return report("templateExtract: its template is not contained");
        auto const& context = instance ? *instance->element : m_response.live();
        auto& entry = m_bundle.append(m_bundle.root(), "entry");
        auto& resource = m_bundle.append(entry, "resource");
        for (auto const* child = source->firstChild(); child; child = child->next())
            if (child->member().text() != "id") fill(*child, resource, Collection(fhirpath::Value(context)));
        addId(extract, resource, context);
        auto& request = m_bundle.append(entry, "request");
        auto const id = std::string(resource.textOf("id"));
        set(request, "method", id.empty() ? "POST" : "PUT");
        set(request, "url", std::string(source->textOf("resourceType")) + (id.empty() ? "" : "/" + id));
    }

    Element const* contained(std::string_view reference) const {
        for (auto const& each : m_response.form().source().children("contained"))
            if (reference.starts_with('#') && each.textOf("id") == reference.substr(1)) return &each;
        return nullptr;
    }

    void addId(Element const& extract, Element& resource, Element const& context) {
        auto const expression = expressionOf(extract, "resourceId");
        if (expression.empty()) return;
        for (auto const& value : evaluate(expression, Collection(fhirpath::Value(context))))
            return set(resource, "id", fhirpath::toText(value).value_or(""));
    }

    void fill(Element const& source, Element& holder, Collection const& context) {
        if (!source.isThere()) return;
        auto const inner = expressionOf(source, names::templateExtractContext);
        if (inner.empty()) return fillOne(source, holder, context);
        for (auto const& value : evaluate(inner, context)) fillOne(source, holder, Collection(value));
    }

    void fillOne(Element const& source, Element& holder, Collection const& context) {
        auto const expression = expressionOf(source, names::templateExtractValue);
        if (!expression.empty()) {
            for (auto const& value : evaluate(expression, context)) put(source.member().text(), holder, value);
            return;
        }
        if (source.hasValue()) {
            m_bundle.appendCopy(holder, source.member().text(), source);
            return;
        }
        auto& made = m_bundle.append(holder, source.member().text());
        for (auto const* child = source.firstChild(); child; child = child->next())
            if (!isTemplateExtension(*child)) fill(*child, made, context);
        if (!made.firstChild()) m_bundle.erase(made);
    }

    void put(std::string_view member, Element& holder, fhirpath::Value const& value) {
        auto const* element = value.element();
        if (element && element->kind() == Element::Kind::Object) {
            m_bundle.appendCopy(holder, member, *element);
            return;
        }
        auto& made = m_bundle.append(holder, member);
        auto const text = fhirpath::toText(value).value_or("");
        if (value.boolean())
            m_bundle.setBoolean(made, *value.boolean());
        else if (value.decimal())
            m_bundle.setNumber(made, text);
        else
            m_bundle.setString(made, text);
    }

    Collection evaluate(std::string const& expression, Collection const& context) {
        auto result = m_response.evaluate(expression, m_instance, context);
        if (result) return std::move(*result);
        report("template: " + result.error().text);
        return {};
    }

    void report(std::string reason) {
        m_findings.push_back(
            {Severity::Error, m_instance ? "item '" + m_instance->address + "'" : "", std::move(reason)});
    }
    void set(Element& parent, std::string_view member, std::string text) {
        m_bundle.setString(m_bundle.append(parent, member), std::move(text));
    }

    Response const& m_response;
    std::vector<Finding>& m_findings;
    fhir::Document m_bundle;
    Instance const* m_instance = nullptr;
};

} // namespace

fhir::Document extractTemplates(Response const& response, std::vector<Finding>& findings) {
    TemplateFiller filler(response, findings);
    filler.run();
    return filler.take();
}

} // namespace kiosk::survey
