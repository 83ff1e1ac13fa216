#include "searcher/engine/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "schema/error.h"
#include "searcher/query/date_range.h"

namespace broadsheet {

namespace {

constexpr double half_way_round = 20038;  // the Earth, in kilometres

bool is_countable(const Field& row) {
    return row.kind == FieldKind::facet || row.kind == FieldKind::date;
}

std::string names_of_facets() {
    std::string names;
    for (const FieldId id : all_facets()) {
        if (!names.empty()) names += ", ";
        names += field(id).name;
    }
    return names;
}

const Field& known_field(std::string_view name) {
    if (const Field* row = find_field(name)) return *row;
    const std::string_view nearest = nearest_field_name(name);
    throw Error(
        ErrorCode::usage, fmt::format("there is no field \"{}\"", name),
        nearest.empty() ? "fields are " + names_of_facets() : fmt::format("did you mean {}?", nearest));
}

}  // namespace

query::Node read_filter(std::string_view text, std::string_view option, Seconds now) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size()) {
        throw Error(ErrorCode::usage, fmt::format("--{} takes FIELD=VALUE, not \"{}\"", option, text));
    }
    const Field& row = known_field(text.substr(0, equals));
    const std::string_view value = text.substr(equals + 1);
    if (row.kind == FieldKind::text) {
        throw Error(ErrorCode::usage,
                    fmt::format("--{} takes whole values, and {} is text", option, row.name),
                    fmt::format("write {}:WORD in the query", row.name));
    }
    if (row.kind == FieldKind::about) {
        const std::size_t colon = value.find(':');
        const Field* kind = colon == std::string_view::npos ? nullptr : find_field(value.substr(0, colon));
        if (kind != nullptr && is_entity(kind->id))
            return {query::Value{row.id, std::string(value.substr(colon + 1)), kind->id}, {}};
    }
    if (row.kind != FieldKind::date) return {query::Value{row.id, std::string(value), {}}, {}};
    const query::DateReading reading = query::read_dates(value, now);
    if (reading.dates) return {*reading.dates, {}};
    throw Error(ErrorCode::usage, fmt::format("\"{}\" is no date", value),
                "dates look like 2024, 2024-01, 2024-01-24 or 2024-01..2024-03");
}

std::vector<query::Node> read_all_of(std::string_view text, Seconds now) {
    constexpr std::string_view option = "all-of";
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string field_part(text.substr(0, equals));
    std::vector<query::Node> nodes;
    std::string value;
    bool quoted = false;
    const auto finish = [&] {
        nodes.push_back(read_filter(field_part + '=' + value, option, now));
        value.clear();
    };
    for (const char c : text.substr(std::min(equals + 1, text.size()))) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            finish();
        } else {
            value += c;
        }
    }
    finish();
    return nodes;
}

Vicinity read_vicinity(std::string_view text) {
    std::array<double, 3> numbers{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [next, failure] = std::from_chars(at, end, numbers[i]);
        const bool separated = i + 1 < numbers.size() ? next != end && *next == ',' : next == end;
        if (failure != std::errc() || !separated) break;
        at = next + 1;
        if (i + 1 < numbers.size()) continue;
        const auto [latitude, longitude, kilometres] = numbers;
        const bool on_earth = std::abs(latitude) <= 90 && std::abs(longitude) <= 180 && kilometres > 0;
        if (on_earth && kilometres <= half_way_round) return {latitude, longitude, kilometres};
    }
    throw Error(ErrorCode::usage, fmt::format("--near takes LAT,LON,KM, not \"{}\"", text),
                "degrees north and east, and kilometres: 33.3,44.4,50");
}

FieldId read_facet_name(std::string_view name) {
    const Field& row = known_field(name);
    if (is_countable(row)) return row.id;
    throw Error(ErrorCode::usage, fmt::format("values of {} are not counted", row.name),
                "facets are " + names_of_facets());
}

std::vector<FieldId> counted_fields(const SearchRequest& request) {
    std::vector<FieldId> counted = request.facets;
    const auto add = [&counted](FieldId id) {
        if (std::find(counted.begin(), counted.end(), id) == counted.end()) counted.push_back(id);
    };
    if (request.timeline) add(FieldId::date);
    if (request.timeline && request.timeline->by) add(*request.timeline->by);
    std::for_each(request.significant.begin(), request.significant.end(), add);
    return counted;
}

std::vector<FieldId> all_facets() {
    std::vector<FieldId> result;
    for (const Field& row : fields) {
        if (is_countable(row)) result.push_back(row.id);
    }
    return result;
}

}  // namespace broadsheet
