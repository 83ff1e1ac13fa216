#include "schema/analysis/name_key.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"

namespace broadsheet {

namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

// Tables are written for the reader and sorted for the search.
template <typename Row, std::size_t N>
constexpr std::array<Row, N> table(const Row (&rows)[N]) {
    std::array<Row, N> sorted{};
    std::copy(std::begin(rows), std::end(rows), sorted.begin());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

// Before a name; what follows is the name, even if it is a lone surname.
constexpr auto titles =
    table<std::string_view>({"acting",        "adm",        "admiral",    "ambassador",
                             "archbishop",    "attorney",   "ayatollah",  "baroness",
                             "bishop",        "brig",       "brigadier",  "capt",
                             "captain",       "cardinal",   "ceo",        "chairman",
                             "chairwoman",    "chancellor", "chief",      "cmdr",
                             "col",           "colonel",    "commander",  "congressman",
                             "congresswoman", "corporal",   "councillor", "cpl",
                             "defence",       "defense",    "deputy",     "detective",
                             "director",      "dr",         "executive",  "finance",
                             "foreign",       "former",     "gen",        "general",
                             "gov",           "governor",   "hajj",       "haji",
                             "hajji",         "hon",        "inspector",  "interior",
                             "judge",         "justice",    "lieutenant", "lt",
                             "maj",           "major",      "marshal",    "maulana",
                             "mayor",         "minister",   "miss",       "mister",
                             "monsignor",     "mr",         "mrs",        "ms",
                             "mullah",        "of",         "officer",    "pastor",
                             "premier",       "president",  "prime",      "prof",
                             "professor",     "rabbi",      "rep",        "representative",
                             "rev",           "reverend",   "secretary",  "sen",
                             "senator",       "sergeant",   "sgt",        "shaikh",
                             "sheik",         "sheikh",     "state",      "superintendent",
                             "the",           "vice"});

// Titles that make up the name when only one word follows: Pope Francis, Prince Harry.
constexpr auto dignities = table<std::string_view>(
    {"crown", "dame", "duchess", "duke", "earl", "emir", "emperor", "empress", "king", "lady", "lord", "pope",
     "prince", "princess", "queen", "saint", "sir", "st", "sultan"});

constexpr auto articles = table<std::string_view>({"al", "el", "ul"});

constexpr auto suffixes = table<std::string_view>({"ii", "iii", "iv", "jr", "sr"});

// What one alphabet writes in one way and another in many.
constexpr auto transliterations =
    table<Spelling>({{"abd", "abdel"},           {"abdul", "abdel"},         {"ahmad", "ahmed"},
                     {"aleksandr", "alexander"}, {"aleksei", "alexei"},      {"aleksey", "alexei"},
                     {"alexey", "alexei"},       {"dmitri", "dmitry"},       {"dmitriy", "dmitry"},
                     {"evgeny", "yevgeny"},      {"gadafi", "gaddafi"},      {"gadhafi", "gaddafi"},
                     {"hossain", "hussein"},     {"hossein", "hussein"},     {"husain", "hussein"},
                     {"husayn", "hussein"},      {"hussain", "hussein"},     {"kadafi", "gaddafi"},
                     {"kadhafi", "gaddafi"},     {"kasem", "qassem"},        {"kassem", "qassem"},
                     {"khadafy", "gaddafi"},     {"moammar", "muammar"},     {"moamer", "muammar"},
                     {"mohamad", "muhammad"},    {"mohamed", "muhammad"},    {"mohammad", "muhammad"},
                     {"mohammed", "muhammad"},   {"muhammed", "muhammad"},   {"qadafi", "gaddafi"},
                     {"qaddafi", "gaddafi"},     {"qadhafi", "gaddafi"},     {"qasem", "qassem"},
                     {"qasim", "qassem"},        {"qassim", "qassem"},       {"sergey", "sergei"},
                     {"sissi", "sisi"},          {"sulaimani", "soleimani"}, {"suleimani", "soleimani"},
                     {"usama", "osama"},         {"yevgeni", "yevgeny"},     {"yevgeniy", "yevgeny"},
                     {"yousef", "yusuf"},        {"youssef", "yusuf"},       {"yusef", "yusuf"},
                     {"zelenskiy", "zelensky"},  {"zelenskyi", "zelensky"},  {"zelenskyy", "zelensky"}});

// At the end of a company's name.
constexpr auto company_forms = table<std::string_view>(
    {"ab",   "ag",  "asa",          "bhd",  "bv",      "co",   "company", "corp", "corporation",
     "gmbh", "inc", "incorporated", "kgaa", "limited", "llc",  "llp",     "lp",   "ltd",
     "nv",   "oyj", "plc",          "pty",  "sa",      "sarl", "se",      "spa",  "srl"});

constexpr auto left_out_of_organisations = table<std::string_view>({"and", "the"});

constexpr auto british = table<Spelling>({{"center", "centre"},
                                          {"defense", "defence"},
                                          {"labor", "labour"},
                                          {"organization", "organisation"},
                                          {"program", "programme"},
                                          {"theater", "theatre"}});

// "Ministry of X", which is also called "X Ministry".
constexpr auto heads =
    table<std::string_view>({"bureau", "department", "dept", "institute", "ministry", "office"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

template <std::size_t N>
void respell(const std::array<Spelling, N>& sorted, std::string& word) {
    const auto row =
        std::lower_bound(sorted.begin(), sorted.end(), word,
                         [](const Spelling& each, std::string_view wanted) { return each.first < wanted; });
    if (row != sorted.end() && row->first == word) word = row->second;
}

struct Part {
    std::string folded;
    bool initials = false;  // "W.", "J.K.", "JD"
    bool hyphen = false;    // stands after it: "Al-"
};

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// One capital letter, two of them, or capital letters with full stops.
bool are_initials(std::string_view token) {
    if (token.size() <= 2) return std::all_of(token.begin(), token.end(), is_capital);
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (i % 2 == 0 ? !is_capital(token[i]) : token[i] != '.') return false;
    }
    return token.size() <= 6;
}

std::vector<Part> parts_of(std::string_view name) {
    std::vector<Part> parts;
    Tokenizer tokenizer(name);
    for (Token token; tokenizer.next(token);) {
        const std::string_view text = name.substr(token.begin, token.end - token.begin);
        Part part{fold_token(text), are_initials(text), name.substr(token.end).starts_with('-')};
        if (part.initials && !parts.empty() && parts.back().initials && !parts.back().hyphen) {
            parts.back().folded += part.folded;
        } else {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

// Of the first part that belongs to the name.
std::size_t skip_titles(const std::vector<Part>& parts) {
    std::size_t first = 0;
    while (parts.size() - first > 1) {
        const std::string& word = parts[first].folded;
        const bool is_dignity = parts.size() - first > 2 && contains(dignities, word);
        if (!is_dignity && !contains(titles, word)) break;
        ++first;
    }
    return first;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

// "Last, First" as "First Last"; "Last, Jr." as it is.
std::string in_order(std::string_view name) {
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos)
        return std::string(name);
    const std::string_view rest = name.substr(comma + 1);
    if (rest.find_first_not_of(' ') == std::string_view::npos || contains(suffixes, fold_name(rest)))
        return std::string(name);
    return std::string(rest) + ' ' + std::string(name.substr(0, comma));
}

}  // namespace

PersonName person_name(std::string_view name) {
    const std::string ordered = in_order(name);
    std::vector<Part> parts = parts_of(ordered);
    PersonName result;
    std::size_t end = parts.size();
    const std::size_t first = parts.empty() ? 0 : skip_titles(parts);
    if (end - first > 2 && contains(suffixes, parts[end - 1].folded)) result.suffix = parts[--end].folded;
    for (std::size_t i = first; i < end; ++i) {
        Part& part = parts[i];
        const bool may_be_article = i + 1 < end && (part.hyphen || i > first);
        if (may_be_article && contains(articles, part.folded)) continue;
        if (result.parts.empty()) {
            result.begins_with_initial = part.initials;
            result.is_one_word = std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(i),
                                             parts.begin() + static_cast<std::ptrdiff_t>(end) - 1,
                                             [](const Part& each) { return each.hyphen; });
        }
        respell(transliterations, part.folded);
        result.parts.push_back(std::move(part.folded));
    }
    if (result.parts.empty()) {
        result.parts.push_back(fold_name(name));
        result.is_one_word = true;
    }
    return result;
}

std::string PersonName::key() const {
    if (parts.size() == 1) return parts.front();
    std::string result = begins_with_initial ? parts.front().substr(0, 1) : parts.front();
    result += ' ';
    result += parts.back();
    if (!suffix.empty()) result += ' ' + suffix;
    return result;
}

bool has_company_form(std::string_view name) {
    const std::string folded = fold_name(name);
    const std::size_t blank = folded.rfind(' ');
    return blank != std::string::npos && contains(company_forms, std::string_view(folded).substr(blank + 1));
}

std::string organisation_key(std::string_view name) {
    std::vector<std::string> words;
    Tokenizer tokenizer(name);
    for (Token token; tokenizer.next(token);) {
        std::string word = fold_token(name.substr(token.begin, token.end - token.begin));
        respell(british, word);
        if (!contains(left_out_of_organisations, word)) words.push_back(std::move(word));
    }
    while (words.size() > 1 && contains(company_forms, words.back()))
        words.pop_back();
    if (words.size() > 2 && words[1] == "of" && contains(heads, words[0])) {
        std::rotate(words.begin(), words.begin() + 2, words.end());
        words.erase(words.end() - 1);  // "of"
    }
    return words.empty() ? fold_name(name) : joined(words);
}

}  // namespace broadsheet
