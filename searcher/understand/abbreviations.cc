#include "searcher/understand/abbreviations.h"

#include <algorithm>
#include <array>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/rank/function_words.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_abbreviation = 16;  // bytes
// Of the articles with any of an abbreviation's meanings, those that must have the first one.
constexpr double least_part = 0.6;
// Of the articles with the word, those that must have its meaning where the letters do not tell.
constexpr double least_share = 0.5;
constexpr std::size_t longest_name = 6;     // words
constexpr std::size_t most_looked_up = 64;  // of a query
// In capital letters throughout, a query of more words or of a longer word is shouted.
constexpr std::size_t most_words = 2;
constexpr std::size_t longest_word = 6;

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

query::Words words_of(std::string_view name) {
    query::Words words;
    Tokenizer tokenizer(name);
    for (Token token; tokenizer.next(token);) {
        query::Word word;
        word.token = name.substr(token.begin, token.end - token.begin);
        word.folded = fold_token(word.token);
        words.push_back(std::move(word));
    }
    return words;
}

// Whether the letters stand in the name in this order, the first in front.
bool abbreviates(std::string_view letters, std::string_view name) {
    if (letters.empty() || name.empty() || letters.front() != name.front()) return false;
    std::size_t at = 0;
    for (const char c : name) {
        if (at < letters.size() && letters[at] == c) ++at;
    }
    return at == letters.size();
}

}  // namespace

bool is_abbreviation(std::string_view token) {
    const auto capitals = std::count_if(token.begin(), token.end(), is_capital);
    return capitals >= 2 && token.size() <= longest_abbreviation &&
           std::all_of(token.begin(), token.end(), [](char c) {
               return is_capital(c) || c == '.' || c == '&' || (c >= '0' && c <= '9');
           });
}

bool is_shouted(const query::Node& root) {
    std::size_t words = 0;
    std::size_t longest = 0;
    bool has_small = false;
    query::for_each_leaf(root, [&](const query::Node& leaf, bool) {
        const auto* text = std::get_if<query::Text>(&leaf.is);
        if (text == nullptr) return;
        for (const query::Word& word : text->words) {
            has_small = has_small || !std::none_of(word.token.begin(), word.token.end(),
                                                   [](char c) { return c >= 'a' && c <= 'z'; });
            longest = std::max(longest, word.folded.size());
            ++words;
        }
    });
    return !has_small && words > 1 && (words > most_words || longest > longest_word);
}

bool is_common_word(std::string_view folded) {
    constexpr auto others = std::to_array<std::string_view>({"us", "who"});
    return is_function_word(folded) || std::find(others.begin(), others.end(), folded) != others.end();
}

Abbreviations::Abbreviations(Snapshot& snapshot, const query::Node& root)
    : snapshot_(snapshot), reader_(snapshot), shouted_(is_shouted(root)) {}

query::OtherForms Abbreviations::find(const query::WordRun& run) {
    const query::Word& first = run.words.front();
    const bool may_be_name = is_capital(first.token.front());
    if (!run.positive || shouted_ || !may_be_name || looked_up_ == most_looked_up) return {};
    ++looked_up_;
    if (!run.in_phrase && run.words.size() > 1) {
        query::OtherForms initials = initials_of(run.words);
        if (initials.count > 0) return initials;
    }
    return is_abbreviation(first.token) ? names_of(first) : query::OtherForms{};
}

query::OtherForms Abbreviations::names_of(const query::Word& word) {
    query::OtherForms other;
    const NameMeanings meanings = reader_.read({&word, 1});
    if (meanings.all.empty()) return other;
    const Meaning& first = meanings.all.front();
    std::uint64_t all = 0;
    for (const Meaning& each : meanings.all)
        all += each.articles;
    if (static_cast<double>(first.articles) < least_part * static_cast<double>(all)) return other;

    const std::string label = snapshot_.label(first.field, first.id);
    const query::Words name = words_of(label);
    const bool tells = abbreviates(word.folded, fold_name(label)) || meanings.share() >= least_share;
    if (!tells || name.size() < 2) return other;
    other.count = 1;
    other.alike = query::Alike::names;
    other.forms.push_back(name);
    const std::optional<query::Word> initials = initials_of(first);
    if (initials && initials->folded != word.folded) other.forms.push_back({*initials});
    return other;
}

query::OtherForms Abbreviations::initials_of(std::span<const query::Word> run) {
    query::OtherForms other;
    for (std::size_t count = std::min(run.size(), longest_name); count > 1; --count) {
        const std::span<const query::Word> words = run.first(count);
        const bool is_name = is_capital(words.back().token.front()) &&
                             std::all_of(words.begin(), words.end(), [](const query::Word& word) {
                                 return is_capital(word.token.front()) || is_function_word(word.folded);
                             });
        if (!is_name) continue;
        const NameMeanings meanings = reader_.read(words);
        if (meanings.all.empty() || meanings.share() < least_share) continue;
        const std::optional<query::Word> initials = initials_of(meanings.all.front());
        if (!initials) continue;
        other.count = count;
        other.alike = query::Alike::names;
        other.forms.push_back({*initials});
        return other;
    }
    return other;
}

std::optional<query::Word> Abbreviations::initials_of(const Meaning& meaning) {
    std::string letters;
    for (const query::Word& word : words_of(snapshot_.label(meaning.field, meaning.id))) {
        if (is_capital(word.token.front())) letters += word.token.front();
    }
    const query::Words initials = words_of(letters);
    const bool is_one = initials.size() == 1 && is_abbreviation(letters);
    if (!is_one || is_common_word(initials.front().folded)) return std::nullopt;
    const NameMeanings meanings = reader_.read(initials);
    const bool is_same = !meanings.all.empty() && meanings.all.front().id == meaning.id &&
                         meanings.all.front().field == meaning.field && meanings.looked_at > 0 &&
                         meanings.share() >= least_share;
    return is_same ? std::optional(initials.front()) : std::nullopt;
}

}  // namespace broadsheet
