#include "searcher/facets/facet.h"

#include <algorithm>

#include "schema/analysis/fold.h"

namespace broadsheet {

namespace {

struct Labelled {
    const std::string* label;
    ValueCount value;
};

bool is_before(const Labelled& a, const Labelled& b) {
    if (a.value.count != b.value.count) return a.value.count > b.value.count;
    if (*a.label != *b.label) return *a.label < *b.label;
    return a.value.id < b.value.id;
}

// The first `top` in order; spellings are looked up only as far as they can matter.
std::vector<Labelled> best(FieldId field, const std::vector<ValueCount>& values, std::size_t top,
                           Labels& labels) {
    if (top == 0) return {};
    std::uint32_t least = 0;
    if (values.size() > top) {
        const auto is_more = [](const ValueCount& a, const ValueCount& b) { return a.count > b.count; };
        std::vector<ValueCount> first(top);
        std::partial_sort_copy(values.begin(), values.end(), first.begin(), first.end(), is_more);
        least = first.back().count;
    }
    std::vector<Labelled> labelled;
    for (const ValueCount& each : values) {
        if (each.count >= least) labelled.push_back({&labels.of(field, each.id), each});
    }
    std::sort(labelled.begin(), labelled.end(), is_before);
    labelled.resize(std::min(labelled.size(), top));
    return labelled;
}

FacetEntry entry(const Labelled& labelled, bool selected) {
    FacetEntry result{*labelled.label, to_text(labelled.value.id), labelled.value.count, selected};
    result.stories = labelled.value.stories;
    return result;
}

}  // namespace

Facet value_facet(const FieldCounts& counts, const std::vector<ValueId>& selected, std::size_t top,
                  Labels& labels) {
    Facet facet{counts.field, {}, counts.values.size()};
    std::vector<ValueId> missing = selected;
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    for (const Labelled& each : best(counts.field, counts.values, top, labels)) {
        const bool is_selected = std::erase(missing, each.value.id) > 0;
        facet.values.push_back(entry(each, is_selected));
    }
    std::vector<ValueCount> appended;
    for (const ValueId id : missing) {
        const auto counted = std::find_if(counts.values.begin(), counts.values.end(),
                                          [id](const ValueCount& each) { return each.id == id; });
        appended.push_back(counted == counts.values.end() ? ValueCount{id, 0} : *counted);
    }
    for (const Labelled& each : best(counts.field, appended, appended.size(), labels)) {
        facet.values.push_back(entry(each, true));
    }
    return facet;
}

Facet values_with_prefix(const FieldCounts& counts, std::string_view prefix, std::size_t top,
                         Labels& labels) {
    const std::string folded = prefix.empty() ? std::string() : fold_name(prefix);
    FieldCounts matching{counts.field, {}};
    for (const ValueCount& each : counts.values) {
        if (folded.empty() || fold_name(labels.of(counts.field, each.id)).starts_with(folded)) {
            matching.values.push_back(each);
        }
    }
    return value_facet(matching, {}, top, labels);
}

}  // namespace broadsheet
