// What is asked of a search, and what it answers: the same for the command line and for every other front.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/annotation.h"
#include "schema/article.h"
#include "searcher/facets/facet.h"
#include "searcher/highlight/highlighter.h"
#include "searcher/match/plan.h"
#include "searcher/match/result.h"
#include "searcher/query/ast.h"
#include "searcher/rank/parameters.h"
#include "searcher/significance/significant_values.h"
#include "searcher/timeline/timeline.h"
#include "searcher/understand/query_entities.h"
#include "searcher/understand/synonyms.h"

namespace broadsheet {

inline constexpr std::size_t deepest_hit = 10000;  // offset + limit

struct SearchRequest {
    std::string query;
    Restrictions restrictions;
    std::optional<query::Matching> matching;  // nothing: all, and any when nothing matches all
    Sort sort = Sort::relevance;
    RankingParameters ranking;
    Matcher matcher = Matcher::fast;
    std::shared_ptr<const Synonyms> synonyms = nullptr;  // none without it
    std::size_t offset = 0;
    std::size_t limit = 10;
    std::optional<Boundary> after;  // of a Cursor: only hits behind it
    std::size_t rank_before = 0;    // of a Cursor: the rank of the last hit in front
    std::vector<FieldId> facets;
    std::size_t facet_values = 10;  // shown of each facet
    bool count_stories = false;     // beside articles, and hits tell their copies
    bool collapse = false;          // of every story only the first hit; counts stories, too
    std::optional<TimelineRequest> timeline;
    std::vector<FieldId> significant;     // facets of which the values that stand out are wanted
    bool significant_words = false;       // and the words
    std::size_t significant_values = 10;  // of each
    bool with_body = false;               // Hit::article has the text and the snippet is still made
    std::optional<std::chrono::milliseconds> timeout;  // stop then, with what was found
    Seconds now = 0;                                   // anchors relative dates in the query
};

struct Hit {
    std::size_t rank = 0;  // from 1
    double score = 0;      // 0 where the query has no words
    Article article;       // without the original
    MarkedText title;
    MarkedText snippet;                 // the fragments as one text
    std::vector<MarkedText> fragments;  // sentences of the text that show why it was found
    std::vector<std::pair<FieldId, std::vector<std::string>>> entities;  // people, organisations, places
    std::vector<std::string> duplicates =
        {};                         // ids of other articles of the story, whether they match or not
    std::uint64_t corrections = 0;  // how often the article came again with other words
};

// An entity of an article with its name as facets show it.
struct ShownEntity {
    Entity entity;
    std::string label;
};

// What stands out among the matches against the whole index.
struct SignificantOf {
    std::optional<FieldId> field;  // nothing: the words of the text
    std::uint64_t read = 0;        // matches that were looked at; fewer than there are only for words
    std::vector<Significant> values;
};

// An entity that the query names.
struct UnderstoodEntity {
    QueryEntity entity;
    std::string query;      // in the query language, with the entity in place of the words; or empty
    bool selected = false;  // by a filter of the request
};

struct SearchResponse {
    std::string query;
    std::string read_as;
    query::Matching matching = query::Matching::all;
    std::uint64_t total = 0;               // articles
    std::optional<std::uint64_t> stories;  // of which; where they were counted
    bool is_complete = true;  // total and counts are exact; false: there was no time to look at everything
    std::string next;         // a Cursor behind the last hit; empty when nothing is behind it
    std::vector<Hit> hits;
    std::vector<Facet> facets;
    std::optional<Timeline> timeline;
    std::vector<SignificantOf> significant;
    std::vector<UnderstoodEntity> entities;  // to filter by; they count in the ranking and exclude nothing
    std::string suggestion;                  // a query that finds more; empty where there is none
    std::vector<std::string> warnings;
};

// "FIELD=VALUE" of --filter or --exclude as a Value or Dates node. Throws Error(usage).
query::Node read_filter(std::string_view text, std::string_view option, Seconds now);

// "FIELD=A,B" of --all-of as a node for each value; one with a comma in it stands in quotation marks. Throws
// as read_filter().
std::vector<query::Node> read_all_of(std::string_view text, Seconds now);

// "LAT,LON,KM" of --near. Throws Error(usage).
Vicinity read_vicinity(std::string_view text);

// The facet field of that name. Throws Error(usage) for other fields.
FieldId read_facet_name(std::string_view name);

// The fields that have to be counted over all matches for facets, timeline and significance.
std::vector<FieldId> counted_fields(const SearchRequest& request);

// All facets, in the order of the field table, and the date.
std::vector<FieldId> all_facets();

}  // namespace broadsheet
