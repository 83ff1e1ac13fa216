// Topics: the questions of a test collection.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct Topic {
    std::string id;  // without white space
    std::string text;
};

// Lines of "id TAB text", or TREC's <top> sections, of which the title counts, and the description where
// there is no title. Which of the two is decided by the first character. `name` stands in errors. Throws
// Error(bad_source) with the line: no id, no text, an id twice, no topic at all.
std::vector<Topic> parse_topics(std::string_view content, const std::string& name);

std::vector<Topic> read_topics(const std::filesystem::path& path);

// The topic as a query of plain words, none of which the query language takes for an operator. Of a very long
// topic, repetitions and then the last words are left out.
std::string plain_query(const Topic& topic);

}  // namespace broadsheet
