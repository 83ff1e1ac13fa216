#include <nlohmann/json.hpp>
#include <ostream>

#include "searcher/commands/commands.h"
#include "searcher/commands/options.h"
#include "searcher/commands/parameters.h"
#include "searcher/engine/reading.h"
#include "searcher/engine/search.h"
#include "searcher/facets/place_facet.h"
#include "searcher/facets/whole_index.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

constexpr std::size_t usual_limit = 20;

bool is_restricted(const SearchRequest& request) {
    const Restrictions& restrictions = request.restrictions;
    return !request.query.empty() || !restrictions.filters.empty() || !restrictions.required.empty() ||
           !restrictions.excluded.empty() || restrictions.dates.begin || restrictions.dates.end ||
           restrictions.near;
}

}  // namespace

FacetValues count_values(Snapshot& snapshot, const FacetValuesRequest& wanted) {
    const SearchRequest& request = wanted.search;
    const FieldId field = request.facets.front();
    Labels labels(snapshot);
    const auto values_of_counts = [&](const FieldCounts& counts, const std::vector<ValueId>& selected) {
        if (is_hierarchical(field) && wanted.prefix.empty())
            return place_facet(counts, selected, wanted.limit, labels);
        return values_with_prefix(counts, wanted.prefix, wanted.limit, labels);
    };
    if (field != FieldId::date && !is_restricted(request)) {
        return {values_of_counts(count_whole_index(snapshot, field), {}), {}, true};
    }
    AnsweredQuery answered = answer(snapshot, request);
    FacetValues values;
    values.warnings = std::move(answered.warnings);
    values.is_complete = answered.result.is_complete;
    if (field != FieldId::date) {
        const FieldCounts& counts = answered.result.counts.front();
        values.facet = values_of_counts(counts, selected_values(answered.plan, counts));
        return values;
    }
    values.facet = date_facet(answered.result.days, {});
    std::erase_if(values.facet.values,
                  [&](const FacetEntry& entry) { return !entry.value.starts_with(wanted.prefix); });
    values.facet.distinct = values.facet.values.size();
    return values;
}

void describe_facets(po::options_description& options) {
    describe_restrictions(options);
    auto option = options.add_options();
    option("prefix", po::value<std::string>()->value_name("TEXT"), "only values that begin with TEXT");
    option("query", po::value<std::string>()->value_name("QUERY"), "count only articles that match QUERY");
    option("limit", po::value<std::string>()->value_name("N"), "values to show; 20 without it, 0 for all");
    option("json", po::bool_switch(), "as JSON");
}

FacetValuesRequest read_facet_values(const Arguments& arguments) {
    FacetValuesRequest request{read_request(arguments), arguments.text("prefix")};
    request.search.limit = 0;
    request.search.facets = {read_facet_name(arguments.text("FIELD"))};
    const std::uint64_t limit = arguments.number("limit", usual_limit);
    request.limit = limit == 0 ? std::numeric_limits<std::size_t>::max() : limit;
    return request;
}

nlohmann::ordered_json to_json(const FacetValues& values) {
    nlohmann::ordered_json json{{"field", field(values.facet.field).name}};
    json.update(to_json(values.facet));
    json["exact"] = values.is_complete;
    json["warnings"] = values.warnings;
    return json;
}

namespace {

int run(const Arguments& arguments, Terminal& terminal) {
    const FacetValuesRequest request = read_facet_values(arguments);
    const FacetValues values = with_snapshot(
        arguments.text("INDEX"), [&](Snapshot& snapshot) { return count_values(snapshot, request); });
    if (arguments.flag("json")) {
        terminal.out << dump(to_json(values), true) << '\n';
        return 0;
    }
    print_text(values.facet, {terminal.out_is_terminal}, terminal.out);
    print_warnings(values.warnings, terminal.err);
    return 0;
}

}  // namespace

Command facets_command() {
    return {"facets",
            "lists the values of a field with the number of their articles",
            {{"INDEX", "the index's folder"}, {"FIELD", "person, organisation, place, source ..."}},
            describe_facets,
            run};
}

}  // namespace broadsheet
