// The queries that somebody wants to be told of.
#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

namespace broadsheet {

struct SavedQuery {
    std::string name;   // unique among those of a file
    std::string query;  // in the query language
    bool any = false;   // one of the words is enough; else all must match
};

struct SavedQueries {
    std::vector<SavedQuery> queries;
    // What was not taken as it was typed, each with the file and the line; whole sentences without a full
    // stop.
    std::vector<std::string> warnings;
};

// What a file of them may have at most.
inline constexpr std::size_t most_saved_queries = 1000;
inline constexpr std::size_t longest_saved_line = 32768;  // bytes
inline constexpr std::size_t longest_saved_name = 200;    // bytes

// One a line, as `NAME: QUERY` or as {"name": ..., "query": ..., "match": "all" or "any"}; empty lines and
// those that begin with # are passed over. `where` names the file in errors and warnings. Throws Error(usage)
// for what is no such line and Error(bad_query) for a query that can not be answered, with the number of the
// line.
SavedQueries read_saved_queries(std::istream& in, const std::string& where);
// Throws Error also where there is no such file.
SavedQueries read_saved_queries(const std::filesystem::path& file);

}  // namespace broadsheet
