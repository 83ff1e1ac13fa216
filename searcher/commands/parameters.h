// What the commands share with the HTTP server: their options, how requests are read from them, and the JSON
// of their answers.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schema/article.h"
#include "schema/revision.h"
#include "searcher/commands/options.h"
#include "searcher/engine/insights.h"
#include "searcher/engine/request.h"
#include "searcher/similar/similar.h"

namespace broadsheet {

// All of them throw Error(usage) where an option has no value that they can read.

void describe_search(po::options_description& options);
SearchRequest read_search(const Arguments& arguments, Format format);

void describe_similar(po::options_description& options);
SimilarRequest read_similar(const Arguments& arguments);
// As a search that found these.
SearchResponse as_search(const SimilarResponse& similar);

inline constexpr std::size_t usual_suggestions = 10;  // of entities, and of words
inline constexpr std::size_t most_suggestions = 100;

void describe_facets(po::options_description& options);
// The values of the field FIELD.
struct FacetValues {
    Facet facet;
    std::vector<std::string> warnings;
    bool is_complete = true;
};
struct FacetValuesRequest {
    SearchRequest search;
    std::string prefix;
    std::size_t limit = 0;  // values
};
FacetValuesRequest read_facet_values(const Arguments& arguments);
// Throws as search().
FacetValues count_values(Snapshot& snapshot, const FacetValuesRequest& request);
nlohmann::ordered_json to_json(const FacetValues& values);

void describe_explain(po::options_description& options);

void describe_network(po::options_description& options);
NetworkRequest read_network(const Arguments& arguments);
nlohmann::ordered_json to_json(const NetworkResponse& response, const std::string& query);

struct FoundArticle {
    Article article;
    std::vector<std::pair<FieldId, std::vector<std::string>>> values;  // of every facet that it has
    std::vector<ShownEntity> entities;
    Revisions revisions;
    std::optional<std::uint64_t> revision;  // the number of the version that `article` is, where it is not
                                            // the present one: then without values and entities
};
void describe_revision(po::options_description& options);
// The number of --revision.
std::optional<std::uint64_t> read_revision(const Arguments& arguments);
// The article, in an earlier version where one is asked for. Throws Error(not_found) for an article or a
// version that is not there.
FoundArticle find_article(Snapshot& snapshot, const std::string& id,
                          std::optional<std::uint64_t> revision = std::nullopt);
nlohmann::ordered_json to_json(const FoundArticle& found);

}  // namespace broadsheet
