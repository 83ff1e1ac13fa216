// Broadsheet as a library: opens an index that `indexer` has made, and searches it.
//
//     broadsheet::searcher::Index index("news.idx");
//     broadsheet::searcher::SearchOptions options;
//     options.facets = {"person", "place"};
//     const auto answer = index.search("sanctions Iraq", options);
//     for (const auto& hit : answer.hits) std::cout << hit.title << '\n';
//
// All text is UTF-8. Every failure is thrown as Error, but for a lack of memory (std::bad_alloc); a function
// that throws has changed nothing. The query language and the names of fields are those of `searcher help
// query` and of the README.
//
// To be used through CMake: find_package(Broadsheet), target broadsheet::searcher. C++17 or later.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

#pragma GCC visibility push(default)
namespace searcher {

enum class ErrorCode {
    usage,          // an option that can not be read, or options that exclude each other
    bad_query,      // a query that can not be answered: a field that does not exist, say
    not_found,      // no article with that id, or no such file of synonyms
    index_missing,  // no index there
    index_damaged,  // what is on disk contradicts itself
    index_newer,    // written by a later version of Broadsheet
    permission,     // files that may not be read
    machine,        // any other failure of the system
};

// what() is one sentence without a full stop: what went wrong and where.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message, std::string hint);
    ~Error() override;

    ErrorCode code() const noexcept { return code_; }
    const std::string& hint() const noexcept { return hint_; }  // what to do about it; may be empty

private:
    ErrorCode code_;
    std::string hint_;
};

enum class Order { relevance, newest, oldest, recent };  // recent: relevance, of which older ones lose a part
enum class Matching { automatic, all, any };  // automatic: all of the words, and any where none has all
enum class Interval { none, automatic, day, week, month, year };

// What `searcher search` takes as options.
struct SearchOptions {
    std::size_t limit = 10;  // hits; limit and offset together are at most 10000
    std::size_t offset = 0;  // hits to leave out before them
    std::string after;       // Answer::next of the page before, with otherwise the same options and no offset
    Order order = Order::relevance;
    Matching matching = Matching::automatic;
    std::vector<std::string> filters;  // "FIELD=VALUE"; the same field again means either
    std::vector<std::string> all_of;   // "FIELD=A,B": both
    std::vector<std::string> exclude;  // "FIELD=VALUE"
    std::string from, to;              // dates: 2024, 2024-01, 2024-01-24, 2024-01-24T10:00Z, -7d
    std::string near;                  // "LAT,LON,KM"
    std::vector<std::string> facets;   // names of fields, or "all"
    std::size_t facet_values = 10;     // of each facet, at most 1000
    Interval timeline = Interval::none;
    bool collapse_copies = false;  // of every story only the first hit; limit and offset count stories
    bool with_body = false;        // Hit::body has the text
    std::chrono::milliseconds timeout{0};  // to stop then, with what was found; 0: never
    // Options of `searcher search` that have no member here, by name without dashes; a flag's value is "true"
    // or "false". What they add to the answer is in its JSON: {{"significant", "person:5"}}.
    std::vector<std::pair<std::string, std::string>> more;
};

struct Hit {
    std::string id;
    std::size_t rank = 0;  // from 1
    double score = 0;      // 0 where the query has no words
    std::string title;
    std::string title_html;    // escaped, what was found within <em>
    std::string snippet_html;  // likewise
    std::string date;          // 2024-01-24T00:00:00Z; empty where none is known
    std::string source;
    std::string url;
    std::vector<std::string> authors;
    std::string body;                 // only if it was asked for; an empty line between paragraphs
    std::vector<std::string> people;  // the most important first, as are the next two
    std::vector<std::string> organisations;
    std::vector<std::string> places;
    std::vector<std::string> duplicates;  // ids of other articles of its story, whether they match or not
    std::uint64_t corrections = 0;        // how often it came again with other words
};

struct FacetValue {
    std::string value;  // as a filter takes it
    std::string id;
    std::uint64_t count = 0;                         // articles
    std::uint64_t stories = 0;                       // of Answer::stories
    bool selected = false;                           // by a filter
    std::optional<std::pair<double, double>> where;  // of a place: degrees north and east
    std::vector<FacetValue> within;                  // places in it, where it is open
};

struct Facet {
    std::string field;
    std::vector<FacetValue> values;  // the most frequent first; of dates in their order
    std::uint64_t distinct = 0;      // values there are, shown or not
};

struct Bucket {
    std::string start;          // 2024-01-01
    std::uint64_t count = 0;    // articles
    std::uint64_t stories = 0;  // of Answer::stories
};

struct Timeline {
    Interval interval = Interval::none;  // the one that was chosen, for Interval::automatic
    std::vector<Bucket> buckets;         // from the first match to the last, without a gap
};

struct Answer {
    std::string read_as;                   // the query as it was understood
    std::uint64_t total = 0;               // articles, however many are in `hits`
    std::optional<std::uint64_t> stories;  // articles that are copies of one story once; nothing where shards
                                           // on other machines would have to be asked
    bool exact = true;  // total and counts are exact; false: there was no time to look at everything
    std::vector<Hit> hits;
    std::vector<Facet> facets;  // in the order that was asked for
    Timeline timeline;
    std::string suggestion;             // a query that finds more; empty where there is none
    std::vector<std::string> warnings;  // how the query was read where it is not clear, what is missing
    std::string next;                   // for SearchOptions::after; empty: nothing is behind the last hit
    double milliseconds = 0;            // that it took

    // The whole answer, as `searcher search --format json` prints it but on one line.
    std::string json() const;

    struct Whole;
    std::shared_ptr<const Whole> whole;  // what json() is made from
};

struct Article {
    std::string id;
    std::string url;
    std::string title;
    std::string body;  // an empty line between paragraphs
    std::string date;  // as Hit::date
    std::string source;
    std::string language;  // ISO 639-1, or empty
    std::string section;
    std::vector<std::string> authors;
    std::vector<std::string> tags;
    std::vector<std::string> people;
    std::vector<std::string> organisations;
    std::vector<std::string> places;
    std::string original;    // the record, byte for byte as it was in its source
    std::string media_type;  // of `original`
    std::string json;        // as `searcher show --json` prints it but on one line: with entities and facets
};

struct Suggestion {
    std::string text;   // as shown, and as a query or a filter takes it
    std::string field;  // "person", "organisation" or "place"; empty for a word
    std::string id;     // of an entity
    std::string alias;  // the name that begins as asked, where `text` does not
    std::uint64_t articles = 0;
};

struct OpenOptions {
    std::size_t cache_bytes = std::size_t{16} << 20;  // for answers given before; 0: none
    std::string synonyms;                             // a file, as `searcher search --synonyms` takes it
};

// An index, opened for reading. Any number of threads may call one Index at the same time. An indexer may go
// on adding: a call works on what was indexed when it began, or up to 200 ms before. What a call returns is
// the caller's. One that was moved from can only be assigned to or destroyed.
class Index {
public:
    explicit Index(const std::string& path, const OpenOptions& options = {});
    Index(Index&& other) noexcept;
    Index& operator=(Index&& other) noexcept;
    ~Index();

    Answer search(std::string_view query, const SearchOptions& options = {}) const;

    // Throws Error(not_found).
    Article show(std::string_view id) const;

    // Names and words that begin so, at most `limit` (and at most 100) of each: names first.
    std::vector<Suggestion> suggest(std::string_view prefix, std::size_t limit = 10) const;

    std::uint64_t articles() const;  // in the index

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// The version of the library: "0.1.0".
const char* version() noexcept;

}  // namespace searcher
#pragma GCC visibility pop

}  // namespace broadsheet
