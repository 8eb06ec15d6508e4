#include "kiosk/core/survey/TemplateExtraction.h"

#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/ValueWriter.h"

namespace kiosk::survey {

namespace {

using fhirpath::Value;

bool isOfTemplate(Element const& element) {
    auto const url = element.textOf("url");
    return url == names::templateExtractContext || url == names::templateExtractValue;
}

/// Of a valueString or a valueExpression; empty if there is none.
std::string expressionOf(Element const* value) {
    if (!value) return {};
    return value->hasValue() ? value->text() : std::string(value->textOf("expression"));
}

} // namespace

void TemplateExtraction::extract(Element const& formElement, Element const& place, Environment const& environment,
                                 std::string const& where) {
    m_where = where;
    for (auto const* each : extensions(formElement, names::templateExtract)) extractResource(*each, place, environment);
    if (auto const* reference = extensionValue(formElement, names::templateExtractBundle))
        extractBundle(*reference, place, environment);
}

Element const* TemplateExtraction::contained(Element const* reference) {
    auto const id = reference ? reference->textOf("reference") : std::string_view{};
    for (auto const& each : m_run.form().source().children("contained"))
        if (id.starts_with('#') && each.textOf("id") == id.substr(1)) return &each;
    m_run.report(m_where, "templateExtract: its template '" + std::string(id) + "' is not contained in the form");
    return nullptr;
}

void TemplateExtraction::extractResource(Element const& extract, Element const& place, Environment const& environment) {
    auto const* source = contained(extensionValue(extract, "template"));
    if (!source || !m_run.mayGrow()) return;
    const Collection focus{Value(place)};
    auto& bundle = m_run.bundle();
    auto& entry = bundle.append(bundle.root(), "entry");
    auto& resource = bundle.append(entry, "resource");
    for (auto const* child = source->firstChild(); child; child = child->next())
        if (child->member().text() != "id" && !isOfTemplate(*child)) fill(*child, resource, focus, environment);
    auto const expression = expressionOf(extensionValue(extract, "resourceId"));
    auto const ids = expression.empty() ? Collection() : m_run.evaluate(expression, focus, environment, m_where);
    if (!ids.empty())
        if (auto added = addValue(bundle, resource, "id", ids.front()); !added)
            m_run.report(m_where, added.error().text);
    m_run.finishEntry(entry, &extract, focus, environment, m_where);
}

/// Its entries join those of the other extractions.
void TemplateExtraction::extractBundle(Element const& reference, Element const& place, Environment const& environment) {
    auto const* source = contained(&reference);
    if (!source) return;
    if (source->textOf("resourceType") != "Bundle")
        return m_run.report(m_where, "templateExtractBundle: its template is no Bundle");
    auto& bundle = m_run.bundle();
    auto const before = [&] {
        Element* last = nullptr;
        for (auto* each = bundle.root().firstChild(); each; each = each->next())
            if (each->member().text() == "entry") last = each;
        return last;
    }();
    for (auto const& entry : source->children("entry"))
        fill(entry, bundle.root(), Collection(Value(place)), environment);
    for (auto* entry = before ? before->next() : bundle.root().firstChild(); entry; entry = entry->next())
        if (entry->member().text() == "entry" && entry->child("resource") && !entry->child("request"))
            m_run.finishEntry(*entry, nullptr, {}, environment, m_where);
}

void TemplateExtraction::fill(Element const& source, Element& holder, Collection const& focus,
                              Environment const& environment) {
    if (!source.isThere()) return;
    if (!source.info() && source.member().text() != "resourceType")
        return m_run.report(m_where,
                            "template: '" + std::string(source.member().text()) + "' is no element of FHIR R4");
    auto const* context = extensionValue(source, names::templateExtractContext);
    if (!context) return fillOne(source, holder, focus, environment);
    auto const name = std::string(context->textOf("name"));
    for (auto const& value : m_run.evaluate(expressionOf(context), focus, environment, m_where)) {
        auto inner = m_run.inside(environment);
        if (!name.empty()) inner.variables.emplace(name, Collection(value));
        fillOne(source, holder, Collection(value), inner);
    }
}

void TemplateExtraction::fillOne(Element const& source, Element& holder, Collection const& focus,
                                 Environment const& environment) {
    if (!m_run.mayGrow()) return;
    auto const expression = expressionOf(extensionValue(source, names::templateExtractValue));
    if (!expression.empty()) return replace(source, expression, holder, focus, environment);
    auto const* info = source.info();
    if (info && !info->isList && holder.child(info->element))
        return m_run.report(m_where, "template: '" + std::string(source.member().text()) + "' takes one value");
    auto& made = m_run.copyAlone(holder, source.member().text(), source);
    fillInside(source, made, focus, environment);
    if (!made.hasValue() && !made.firstChild()) m_run.bundle().erase(made);
}

void TemplateExtraction::fillInside(Element const& source, Element& made, Collection const& focus,
                                    Environment const& environment) {
    for (auto const* child = source.firstChild(); child; child = child->next())
        if (!isOfTemplate(*child)) fill(*child, made, focus, environment);
}

/// What a primitive has beside its value stays.
void TemplateExtraction::replace(Element const& source, std::string const& expression, Element& holder,
                                 Collection const& focus, Environment const& environment) {
    auto const member = source.member().text();
    for (auto const& value : m_run.evaluate(expression, focus, environment, m_where)) {
        if (!m_run.mayGrow()) return;
        auto const added = addValue(m_run.bundle(), holder, member, value);
        if (!added)
            m_run.report(m_where, "template: " + added.error().text);
        else if ((*added)->hasValue())
            fillInside(source, **added, focus, environment);
    }
}

} // namespace kiosk::survey
