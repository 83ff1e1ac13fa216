#include "searcher/query/word_pattern.h"

#include <xapian.h>

#include <algorithm>
#include <array>

#include "schema/analysis/utf8.h"
#include "schema/analysis/vocabulary.h"

namespace broadsheet::query {

namespace {

constexpr std::string_view wildcards = "*?";

// Endings that stemmers take off. A stem that a word with one of them is reduced to can stand for words that
// a pattern means; more of them only make more stems to look at.
constexpr auto endings = std::to_array<std::string_view>(
    {"",     "s",     "e",    "es",   "ed",    "er",   "ers",    "ing",     "ings",  "ly",    "y",    "ies",
     "ied",  "ion",   "ions", "n",    "ns",    "on",   "or",     "ors",     "r",     "rs",    "t",    "ts",
     "m",    "ms",    "ism",  "isms", "sm",    "ist",  "ists",   "st",      "sts",   "ty",    "ity",  "al",
     "ally", "l",     "ical", "cal",  "ic",    "ics",  "c",      "cs",      "ment",  "ments", "ness", "ful",
     "able", "ible",  "ance", "ence", "ation", "tion", "ations", "ational", "ative", "ive",   "ize",  "ized",
     "izes", "izing", "ise",  "ised", "ising", "zed",  "zing",   "sed",     "sing",  "d",     "g",    "ng"});

std::size_t character_size(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        ++end;
    return end - at;
}

std::vector<char32_t> characters(std::string_view text) {
    std::vector<char32_t> result;
    for (std::size_t at = 0; at < text.size();) {
        const Scalar scalar = scalar_at(text, at);
        result.push_back(scalar.value);
        at += scalar.size;
    }
    return result;
}

// The pattern with every ending off that a stemmer may take off, in the shapes that stems have then.
void add_shorter(const std::string& pattern, std::size_t tail, std::vector<std::string>& patterns) {
    for (const std::string_view ending : endings) {
        if (ending.empty() || pattern.size() - tail < ending.size() || !pattern.ends_with(ending)) continue;
        const std::string base = pattern.substr(0, pattern.size() - ending.size());
        patterns.push_back(base);
        patterns.push_back(base + 'e');
        if (ending.front() == 'y' || ending.front() == 'i') patterns.push_back(base + 'i');
    }
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;  // behind the last one met
    std::size_t resume = 0;                     // where its rest is tried next
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = ++p;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            t += character_size(text, t);
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool within_edits(std::string_view a, std::string_view b, std::uint32_t most) {
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t shorter = std::min(a.size(), b.size());
    constexpr std::size_t most_bytes = 4;  // of a character
    if (longer - shorter > most_bytes * most) return false;
    const std::vector<char32_t> from = characters(a);
    const std::vector<char32_t> to = characters(b);
    std::vector<std::uint32_t> before(to.size() + 1);
    std::vector<std::uint32_t> last(to.size() + 1);
    std::vector<std::uint32_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        row[j] = static_cast<std::uint32_t>(j);
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::swap(before, last);
        std::swap(last, row);
        row[0] = static_cast<std::uint32_t>(i);
        std::uint32_t least = row[0];
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::uint32_t change = from[i - 1] == to[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return false;
    }
    return row[to.size()] <= most;
}

WordPattern::WordPattern(const Word& word, const std::string& stemmer) : word_(word) {
    if (word.kind == Word::Kind::pattern) {
        prefix_ = word.folded.substr(0, word.folded.find_first_of(wildcards));
        find_doubtful(stemmer);
        return;
    }
    stem_ = stem_of(word.token, stemmer);
    // Who mistypes a word seldom does so in its first letter; without it the whole vocabulary would have to
    // be compared.
    prefix_ = word.kind == Word::Kind::fuzzy ? stem_.substr(0, character_size(stem_, 0)) : stem_;
}

void WordPattern::find_doubtful(const std::string& stemmer) {
    std::string pattern = word_.folded;
    const bool open = pattern.back() == '*';
    if (open) pattern.pop_back();
    const std::size_t tail = pattern.find_last_of(wildcards) + 1;
    std::vector<std::string> stems;
    if (open && tail == 0) {
        for (const std::string_view ending : endings)
            stems.push_back(stem_of(pattern + std::string(ending), stemmer));
    } else {
        add_shorter(pattern, tail, stems);
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    std::erase_if(stems, [&](const std::string& stem) { return matches(stem); });
    doubtful_ = std::move(stems);
}

bool WordPattern::matches(std::string_view stem) const {
    switch (word_.kind) {
        case Word::Kind::pattern:
            return matches_pattern(word_.folded, stem);
        case Word::Kind::fuzzy:
            return within_edits(stem_, stem, word_.edits);
        default:
            return stem == stem_;
    }
}

bool WordPattern::matches_form(std::string_view folded) const {
    if (word_.kind == Word::Kind::pattern) return matches_pattern(word_.folded, folded);
    return folded == word_.folded;
}

}  // namespace broadsheet::query
