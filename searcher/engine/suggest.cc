#include "searcher/engine/suggest.h"

#include <algorithm>
#include <set>

#include "schema/analysis/fold.h"
#include "schema/analysis/name_key.h"
#include "schema/analysis/tokenizer.h"
#include "schema/analysis/vocabulary.h"
#include "searcher/engine/suggested_values.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_words = 20'000;   // that one prefix makes the searcher look at
constexpr std::size_t longest_prefix = 100;  // bytes

bool is_more_frequent(const Suggestion& a, const Suggestion& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
}

void keep_most_frequent(std::vector<Suggestion>& suggestions, std::size_t most) {
    std::sort(suggestions.begin(), suggestions.end(), is_more_frequent);
    suggestions.resize(std::min(suggestions.size(), most));
}

// The values with the number of their articles, most first; those without any are left out.
std::vector<std::pair<std::uint64_t, SuggestedValue>> by_frequency(const Snapshot& snapshot, FieldId field_id,
                                                                   std::vector<SuggestedValue> values) {
    std::vector<std::pair<std::uint64_t, SuggestedValue>> counted;
    for (SuggestedValue& each : values) {
        const std::uint64_t articles = snapshot.database().get_termfreq(value_term(field_id, each.id));
        if (articles > 0) counted.emplace_back(articles, std::move(each));
    }
    const auto more = [](const auto& a, const auto& b) { return a.first > b.first; };
    std::stable_sort(counted.begin(), counted.end(), more);
    return counted;
}

// Of "Muhammad al", "Muhammad Shia al-Su", "al-Su": the names that people are kept under have neither
// articles nor middle names. Who has the first name, and a later word that begins as the last one typed does.
std::vector<Suggestion> people_by_several_words(const Snapshot& snapshot, std::string_view prefix,
                                                std::size_t most) {
    constexpr std::size_t most_labels = 2000;
    const std::vector<std::string> typed = words_of_name(fold_name(prefix));
    if (typed.size() < 2) return {};
    const std::vector<std::string> parts = person_name(prefix).parts;
    const std::string first = parts.front() + (parts.size() > 1 ? " " : "");
    const auto counted =
        by_frequency(snapshot, FieldId::person, values_beginning(snapshot, FieldId::person, first));
    std::vector<Suggestion> result;
    for (std::size_t i = 0; i < counted.size() && i < most_labels && result.size() < most; ++i) {
        const auto& [articles, found] = counted[i];
        const std::string label = snapshot.label(FieldId::person, found.id);
        const std::vector<std::string> words = words_of_name(fold_name(label));
        const bool begins_so =
            std::any_of(words.begin() + std::min<std::ptrdiff_t>(1, std::ssize(words)), words.end(),
                        [&](const std::string& word) { return word.starts_with(typed.back()); });
        if (begins_so) result.push_back({label, &field(FieldId::person), to_text(found.id), {}, articles});
    }
    return result;
}

void add_new(std::vector<Suggestion> more, std::vector<Suggestion>& suggestions) {
    for (Suggestion& each : more) {
        const bool is_known = std::any_of(
            suggestions.begin(), suggestions.end(),
            [&](const Suggestion& known) { return known.field == each.field && known.id == each.id; });
        if (!is_known) suggestions.push_back(std::move(each));
    }
}

// Those with a name that begins as `prefix` does; but for people also those with a name of its words.
std::vector<SuggestedValue> values(const Snapshot& snapshot, FieldId field_id, std::string_view prefix,
                                   const std::string& folded) {
    std::vector<SuggestedValue> result = values_beginning(snapshot, field_id, folded);
    if (field_id == FieldId::person) return result;
    std::set<ValueId> known;
    for (const SuggestedValue& each : result)
        known.insert(each.id);
    for (SuggestedValue& each : values_with_words(snapshot, field_id, prefix)) {
        if (known.insert(each.id).second) result.push_back(std::move(each));
    }
    return result;
}

std::vector<Suggestion> entities(const Snapshot& snapshot, std::string_view prefix, const std::string& folded,
                                 std::size_t most) {
    std::vector<Suggestion> result;
    for (const FieldId field_id : entity_fields) {
        const std::vector<std::string> typed = counting_words(field_id, prefix);
        auto counted = by_frequency(snapshot, field_id, values(snapshot, field_id, prefix, folded));
        counted.resize(std::min(counted.size(), most));
        for (const auto& [articles, found] : counted) {
            const std::string label = snapshot.label(field_id, found.id);
            const bool says_it = fold_name(label).starts_with(folded) ||
                                 (typed.size() > 1 && has_words(counting_words(field_id, label), typed));
            result.push_back({label, &field(field_id), to_text(found.id),
                              says_it ? std::string() : found.alias, articles});
        }
    }
    add_new(people_by_several_words(snapshot, prefix, most), result);
    keep_most_frequent(result, most);
    return result;
}

// How the first article with this stem spells the word: stems are not to be shown.
std::string spelling(Snapshot& snapshot, const std::string& stem, const std::string& folded) {
    const Xapian::Database& database = snapshot.database();
    const auto posting = database.postlist_begin(stem);
    if (posting == database.postlist_end(stem)) return {};
    const Article article = snapshot.article(snapshot.locate(*posting));
    for (const std::string* text : {&article.title, &article.body}) {
        Tokenizer tokenizer(*text);
        for (Token token; tokenizer.next(token);) {
            const std::string_view word =
                std::string_view(*text).substr(token.begin, token.end - token.begin);
            if (stem_of(word, snapshot.manifest().analysis.stemmer) != stem) continue;
            std::string spelt = fold_token(word);
            if (spelt.starts_with(folded)) return spelt;
        }
    }
    return {};
}

std::vector<Suggestion> words(Snapshot& snapshot, const std::string& folded, std::size_t most) {
    std::vector<Suggestion> result;
    if (folded.find(' ') != std::string::npos) return result;
    const Xapian::Database& database = snapshot.database();
    std::size_t looked_at = 0;
    for (auto term = database.allterms_begin(folded);
         term != database.allterms_end(folded) && looked_at < most_words; ++term, ++looked_at) {
        result.push_back({*term, nullptr, {}, {}, term.get_termfreq()});
    }
    keep_most_frequent(result, most);
    std::set<std::string> seen;
    for (Suggestion& each : result) {
        each.text = spelling(snapshot, each.text, folded);
        if (!seen.insert(each.text).second) each.text.clear();
    }
    std::erase_if(result, [](const Suggestion& each) { return each.text.empty(); });
    return result;
}

}  // namespace

Suggestions suggest(Snapshot& snapshot, std::string_view prefix, std::size_t most) {
    if (prefix.find_first_not_of(" \t\r\n") == std::string_view::npos || prefix.size() > longest_prefix)
        return {};
    const std::string folded = fold_name(prefix);
    return {entities(snapshot, prefix, folded, most), words(snapshot, folded, most)};
}

}  // namespace broadsheet
