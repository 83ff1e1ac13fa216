// Counts as facets: the values that are shown of a field, in order, with their spelling.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/place_id.h"
#include "searcher/facets/labels.h"
#include "searcher/match/result.h"
#include "searcher/query/ast.h"

namespace broadsheet {

struct Coordinates {
    double latitude = 0;  // degrees
    double longitude = 0;
    friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

struct FacetEntry {
    std::string value;  // as shown, and as a filter takes it
    std::string id;     // of the date: the value again
    std::uint64_t count = 0;
    bool selected = false;                            // one of the field's filters
    PlaceLevel level = PlaceLevel::name;              // of a place
    std::vector<FacetEntry> within = {};              // places that lie in it, where it is open
    std::optional<Coordinates> where = std::nullopt;  // of a place that the gazetteer has, but not of an area
    std::uint64_t stories = 0;                        // of `count`, where they are counted
    friend bool operator==(const FacetEntry&, const FacetEntry&) = default;
};

struct Facet {
    FieldId field = FieldId::person;
    std::vector<FacetEntry> values;
    std::uint64_t distinct = 0;  // values with a count, shown or not
};

// The `top` values by count, equal ones by spelling. Selected values are always among them, below the rest if
// need be, even with a count of 0.
Facet value_facet(const FieldCounts& counts, const std::vector<ValueId>& selected, std::size_t top,
                  Labels& labels);

// The values whose spelling begins with `prefix`, case and accents aside; `top` of them, ordered as above.
Facet values_with_prefix(const FieldCounts& counts, std::string_view prefix, std::size_t top, Labels& labels);

// All days, months or years that have matches, oldest first, whichever suits the span: days up to 62 of them,
// months up to five years, else years.
Facet date_facet(const DayCounts& days, const std::vector<query::Dates>& selected,
                 const std::vector<StoryDay>& story_days = {});

}  // namespace broadsheet
