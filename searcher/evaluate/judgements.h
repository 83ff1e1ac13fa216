// Relevance judgements: which articles answer a topic, and how well.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace broadsheet {

// The level of each judged article: above 0 relevant, the more the better; 0 not relevant; below 0 seen but
// not decided.
using TopicJudgements = std::map<std::string, int, std::less<>>;
using Judgements = std::map<std::string, TopicJudgements, std::less<>>;  // by topic

inline constexpr int highest_level = 1000;

// TREC's qrels: lines of topic, iteration (not used), article, level. `name` stands in errors. Throws
// Error(bad_source) with the line: a field missing or too many, a level that is no number, two levels for one
// article.
Judgements parse_judgements(std::string_view content, const std::string& name);

Judgements read_judgements(const std::filesystem::path& path);

// An article's id as judgements and runs spell it: white space, which separates their fields, as `_`.
std::string docno_of(std::string id);

}  // namespace broadsheet
