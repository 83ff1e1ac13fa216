// Answers as JSON: the shapes that other programs hold on to.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "searcher/engine/explain.h"
#include "searcher/engine/request.h"
#include "searcher/engine/suggest.h"

namespace broadsheet {

// Keys of a hit that --fields can ask for. Throws Error(usage) for another name.
struct HitFields {
    std::vector<std::string> names;  // empty: those of every hit
    bool has(const std::string& name) const;
};
HitFields read_hit_fields(const std::string& names);

nlohmann::ordered_json to_json(const Hit& hit, const HitFields& wanted);
nlohmann::ordered_json to_json(const Facet& facet, bool with_stories = false);
nlohmann::ordered_json to_json(const SearchResponse& response, const HitFields& wanted, double milliseconds);
nlohmann::ordered_json to_json(const Explanation& explanation);
nlohmann::ordered_json to_json(const UnderstoodEntity& entity);

nlohmann::ordered_json to_json(const std::vector<ShownEntity>& entities);
nlohmann::ordered_json to_json(const Suggestions& suggestions);

// An article's own fields, as `indexer read` writes them; absent ones are left out.
nlohmann::ordered_json to_json(const Article& article);

// Bytes that are not UTF-8 (of a query, say) are replaced.
std::string dump(const nlohmann::ordered_json& json, bool indented);

// A score or a part of one, to six places: enough to compare, and free of the noise of the last bits.
double shown_score(double score);

// To a tenth.
double shown_milliseconds(double milliseconds);

}  // namespace broadsheet
