// The words that tell what an article is of: the query that looks for articles like it.
#pragma once

#include <vector>

#include "schema/analysis/analyser.h"
#include "schema/article.h"
#include "searcher/match/plan.h"
#include "searcher/rank/parameters.h"

namespace broadsheet {

// Of an article's text so many bytes are read; an article that is longer has said by then what it is of.
inline constexpr std::size_t most_bytes_of_article = std::size_t{64} << 10;

// The beginning of the text, at most most_bytes_of_article, not inside a word.
std::string_view beginning_of(std::string_view body);

// The words by descending weight times rarity, as in the weighted full-text queries that did best at
// background linking (TREC News Track, 2018 to 2021): occurrences in the text, the title and its first
// sentences add up, each with a factor of its own, and the weight of the first word is 1. `word` is as the
// text has it first. Words that are in no other article, function words, numbers and single letters are left
// out.
std::vector<ScoringTerm> telling_words(const Article& article, const Xapian::Database& database,
                                       Analyser& analyser, const SimilarityParameters& parameters);

}  // namespace broadsheet
