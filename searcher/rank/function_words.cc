#include "searcher/rank/function_words.h"

#include <algorithm>
#include <array>

namespace broadsheet {

namespace {

constexpr auto function_words = [] {
    auto words = std::to_array<std::string_view>(
        {"a",       "about",    "above",  "across",  "after",   "again",   "against", "all",     "along",
         "also",    "although", "am",     "among",   "an",      "and",     "another", "any",     "are",
         "around",  "as",       "at",     "be",      "because", "been",    "before",  "being",   "below",
         "between", "both",     "but",    "by",      "can",     "cannot",  "could",   "did",     "do",
         "does",    "doing",    "done",   "down",    "during",  "each",    "either",  "etc",     "even",
         "ever",    "every",    "few",    "for",     "from",    "further", "had",     "has",     "have",
         "having",  "he",       "hence",  "her",     "here",    "hers",    "him",     "his",     "how",
         "however", "i",        "if",     "in",      "into",    "is",      "its",     "itself",  "just",
         "least",   "less",     "many",   "me",      "might",   "more",    "most",    "much",    "must",
         "my",      "neither",  "no",     "nor",     "not",     "of",      "off",     "on",      "once",
         "one",     "only",     "onto",   "or",      "other",   "others",  "our",     "ours",    "out",
         "over",    "own",      "per",    "rather",  "same",    "shall",   "she",     "should",  "since",
         "so",      "some",     "such",   "than",    "that",    "the",     "their",   "theirs",  "them",
         "then",    "there",    "these",  "they",    "this",    "those",   "though",  "through", "thus",
         "to",      "too",      "toward", "towards", "under",   "until",   "up",      "upon",    "very",
         "via",     "was",      "we",     "were",    "what",    "when",    "where",   "whether", "which",
         "while",   "whom",     "whose",  "why",     "with",    "within",  "without", "would",   "yet",
         "you",     "your",     "it",     "may",     "will"});
    std::sort(words.begin(), words.end());
    return words;
}();

}  // namespace

bool is_function_word(std::string_view folded) {
    return std::binary_search(function_words.begin(), function_words.end(), folded);
}

}  // namespace broadsheet
