// What a matcher is asked for and what it answers, the same for every matcher.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/date.h"
#include "schema/fields.h"
#include "schema/index/snapshot.h"
#include "schema/terms.h"

namespace broadsheet {

enum class Sort {
    relevance,  // score, descending; then as newest
    newest,     // date, descending, undated articles last; then id, ascending
    oldest,     // date, ascending, undated articles last; then id, ascending
    recent,     // relevance, of which older articles lose a part; to a matcher the same as relevance
};

enum class Matcher {
    fast,       // walks posting lists and columns itself
    reference,  // Xapian's own means; what every other is held to
};

// A place in the order of the matches: that of an article, or where it was.
struct Boundary {
    double score = 0;
    std::optional<Seconds> date;
    std::string id;
    std::size_t rank = 0;  // from 1, where it is known
};

struct MatchRequest {
    Sort sort = Sort::relevance;
    std::size_t offset = 0;
    std::size_t limit = 10;
    std::vector<FieldId> counted;   // facets and the date, to be counted over all matches
    std::optional<Boundary> after;  // only what comes behind it; counts and total are those of all
    Matcher matcher = Matcher::fast;
    bool count_stories = false;  // beside articles, in the total and in what is counted
    bool only_best = false;      // nothing is counted, and the total may be too low: for the documents' sake
    std::optional<std::chrono::steady_clock::time_point> deadline = {};  // when to stop with what there is
};

struct RankedDocument {
    Location location;
    double score = 0;
};

struct ValueCount {
    ValueId id;
    std::uint32_t count;        // no index has more articles
    std::uint32_t stories = 0;  // of `count`, where stories are counted
    friend bool operator==(const ValueCount&, const ValueCount&) = default;
};

// How often each value of a field occurs in the matches; in no particular order.
struct FieldCounts {
    FieldId field;
    std::vector<ValueCount> values;
};

// Matches by day since 1970-01-01; undated ones are in none.
using DayCounts = std::map<std::int64_t, std::uint64_t>;

// The day of a match that has copies, and its story.
struct StoryDay {
    std::int64_t day;
    StoryNumber story;
    friend auto operator<=>(const StoryDay&, const StoryDay&) = default;  // NOLINT(modernize-use-nullptr)
};

// Totals and counts are exact and leave pending deletions out. The counts of a field that is filtered by are
// those as if its own filter were off.
struct MatchResult {
    std::uint64_t total = 0;
    std::vector<RankedDocument> documents;  // those from `offset` on, at most `limit`
    std::vector<FieldCounts> counts;        // for each field of `counted` but the date, in its order
    DayCounts days;                         // when `counted` has the date
    // Where stories are counted; articles that have no copies are stories of their own. Of shards on other
    // machines it is not known which articles are copies: then nothing.
    std::optional<std::uint64_t> stories;
    std::vector<StoryDay> story_days;  // when `counted` has the date; ascending
    bool is_complete = true;           // false: the deadline passed, and more may match than was looked at
};

}  // namespace broadsheet
