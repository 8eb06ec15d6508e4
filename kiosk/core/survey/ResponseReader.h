#pragma once

#include "kiosk/core/survey/Instances.h"

namespace kiosk::survey {

/// Takes the items of a QuestionnaireResponse from anywhere into the instances of its form. What has no place there is
/// a finding; answers are taken as they are, right or wrong.
class ResponseReader {
public:
    /// All must outlive this.
    ResponseReader(Instances& instances, std::vector<Finding>& findings) :
        m_instances(instances), m_findings(findings) {}

    void read(Element const& response);

    /// The item of the response that an instance was read from; null: there was none.
    [[nodiscard]] Element const* sourceOf(Instance const& instance) const;
    [[nodiscard]] std::unordered_map<Instance const*, Element const*> takeSources() { return std::move(m_sources); }

private:
    using List = std::vector<std::unique_ptr<Instance>>;

    void readItems(Element const& holder, List const& instances, Element const& formHolder);
    /// The instances of one linkId in one place, and how many of them have their item of the response. None: the form
    /// has the item as part of another.
    struct Place {
        std::size_t order = 0; ///< in the form
        std::vector<Instance*> all;
        std::size_t taken = 0;
    };
    using Places = std::unordered_map<std::string_view, Place>;
    Instance* place(Element const& item, Places& places);
    void readItem(Element const& item, Instance& instance);
    void readAnswers(Element const& item, Instance& instance);
    void report(Element const& item, std::string reason);

    Instances& m_instances;
    std::vector<Finding>& m_findings;
    std::unordered_map<Instance const*, Element const*> m_sources;
};

/// "item[2].item[0]" of an element of a response.
[[nodiscard]] std::string pathOf(Element const& element);

} // namespace kiosk::survey
