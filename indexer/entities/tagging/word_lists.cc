#include "indexer/entities/tagging/word_lists.h"

#include <algorithm>
#include <array>

namespace broadsheet::entities {
namespace {

constexpr auto connectives = std::to_array<std::string_view>(
    {"of",  "the",  "and", "for", "de",  "la",   "le",  "du",  "des", "del",  "della", "di",  "da",
     "dos", "das",  "do",  "e",   "y",   "von",  "van", "der", "den", "zu",   "zur",   "ter", "ten",
     "te",  "al",   "el",  "bin", "ibn", "bint", "ben", "abu", "ul",  "ur",   "in",    "on",  "at",
     "to",  "upon", "sur", "les", "las", "los",  "&",   "'",   "-",   "with", "by",    "a",   "'s",
     "und", "et",   "af",  "av",  "as",  "wa",   "san", "mac", "s",   "\""});

constexpr auto functions = std::to_array<std::string_view>(
    {"the",     "and",   "that",  "for",  "with",   "his",   "her",     "from",   "said",   "have",
     "has",     "had",   "are",   "were", "been",   "be",    "by",      "but",    "not",    "they",
     "this",    "which", "their", "it",   "its",    "it's",  "who",     "will",   "would",  "could",
     "about",   "after", "more",  "when", "there",  "what",  "than",    "into",   "other",  "than",
     "you",     "your",  "we",    "our",  "she",    "he",    "to",      "of",     "can",    "if",
     "these",   "those", "on",    "at",   "as",     "while", "where",   "over",   "some",   "all",
     "new",     "also",  "how",   "why",  "may",    "out",   "up",      "no",     "one",    "two",
     "first",   "last",  "years", "year", "people", "only",  "because", "before", "during", "between",
     "against", "under", "since", "then", "them",   "him",   "i",       "my",     "is",     "was",
     "in",      "a",     "an",    "or",   "so",     "do",    "did",     "does",   "just",   "now",
     "here",    "such"});

constexpr auto only_english = std::to_array<std::string_view>(
    {"the",  "and",     "that", "with",  "from",  "said",  "are",   "were",  "been", "but",
     "not",  "they",    "this", "which", "their", "who",   "would", "to",    "of",   "his",
     "its",  "it",      "has",  "after", "when",  "about", "more",  "there", "what", "could",
     "into", "because", "than", "other", "she",   "you",   "we",    "our",   "your"});

// German, Dutch, French, Spanish, Portuguese, Italian, Scandinavian, Polish, Turkish, Indonesian, Romanian,
// Hungarian, Finnish, Russian. Words of names ("de", "la", "van", "al") are left out.
constexpr auto only_foreign = std::to_array<std::string_view>({"und",
                                                               "ist",
                                                               "nicht",
                                                               "mit",
                                                               "auf",
                                                               "ein",
                                                               "eine",
                                                               "sich",
                                                               "auch",
                                                               "wurde",
                                                               "het",
                                                               "een",
                                                               "dat",
                                                               "niet",
                                                               "zijn",
                                                               "voor",
                                                               "met",
                                                               "wordt",
                                                               "est",
                                                               "dans",
                                                               "pour",
                                                               "qui",
                                                               "que",
                                                               "une",
                                                               "sont",
                                                               "avec",
                                                               "ont",
                                                               "pas",
                                                               "los",
                                                               "las",
                                                               "por",
                                                               "con",
                                                               "para",
                                                               "una",
                                                               "como",
                                                               "pero",
                                                               "seu",
                                                               "uma",
                                                               "com",
                                                               "mais",
                                                               "che",
                                                               "sono",
                                                               "della",
                                                               "gli",
                                                               "nel",
                                                               "anche",
                                                               "och",
                                                               "att",
                                                               "som",
                                                               "det",
                                                               "ikke",
                                                               "til",
                                                               "med",
                                                               "har",
                                                               "nie",
                                                               "jest",
                                                               "na",
                                                               "ve",
                                                               "bir",
                                                               "yang",
                                                               "dan",
                                                               "untuk",
                                                               "tidak",
                                                               "din",
                                                               "sunt",
                                                               "hogy",
                                                               "az",
                                                               "ja",
                                                               "oli",
                                                               "\xD0\xB8",
                                                               "\xD0\xB2",
                                                               "\xD0\xBD\xD0\xB0",
                                                               "\xCE\xBA\xCE\xB1\xCE\xB9",
                                                               "\xCF\x84\xCE\xBF"});

constexpr auto suffix_words =
    std::to_array<std::string_view>({"corp", "co", "inc", "ltd", "bros", "cos", "jr", "sr", "plc"});

constexpr auto sports = std::to_array<std::string_view>(
    {"soccer",    "football",      "cricket",    "baseball",   "basketball", "tennis",   "rugby",
     "golf",      "hockey",        "cycling",    "athletics",  "swimming",   "boxing",   "match",
     "matches",   "cup",           "league",     "coach",      "goal",       "goals",    "innings",
     "wicket",    "wickets",       "tournament", "season",     "scored",     "striker",  "halftime",
     "standings", "champion",      "champions",  "beat",       "defeated",   "points",   "quarterfinal",
     "semifinal", "quarter-final", "semi-final", "final",      "round",      "players",  "player",
     "games",     "game",          "defender",   "midfielder", "goalkeeper", "playoff",  "playoffs",
     "touchdown", "quarterback",   "inning",     "pitcher",    "runs",       "rebounds", "championship",
     "team",      "teams",         "club",       "stadium",    "division",   "scorers",  "penalty",
     "victory",   "win",           "winning",    "lead",       "nfl",        "nba",      "mlb",
     "fifa",      "uefa",          "olympic",    "medal",      "race",       "lap",      "bowling",
     "overs",     "fixtures",      "squad"});

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_connective(std::string_view lower) {
    return contains(connectives, lower);
}
bool is_function_word(std::string_view lower) {
    return contains(functions, lower);
}
bool is_only_english(std::string_view lower) {
    return contains(only_english, lower);
}
bool is_only_foreign(std::string_view lower) {
    return contains(only_foreign, lower);
}
bool is_company_ending(std::string_view lower) {
    return contains(suffix_words, lower);
}
bool is_sport_word(std::string_view lower) {
    return contains(sports, lower);
}

}  // namespace broadsheet::entities
