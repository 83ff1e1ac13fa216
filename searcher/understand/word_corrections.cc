#include "searcher/understand/word_corrections.h"

#include <algorithm>
#include <array>

#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/query/word_pattern.h"
#include "searcher/understand/edit_cost.h"

namespace broadsheet {

namespace {

constexpr std::size_t shortest = 4;          // letters of a word that is corrected
constexpr std::size_t shortest_of_two = 6;   // ... by two edits
constexpr std::size_t shortest_of_easy = 5;  // ... by two that are easily made
constexpr double easy = 1.6;
constexpr std::size_t longest = 24;
// What is rarer than one in so many articles may be a slip itself.
constexpr std::uint64_t one_of = 8000;
// Stems that are looked at for two edits.
constexpr std::size_t most_stems = 20'000;
constexpr std::size_t fixed_letters = 2;  // at the beginning
constexpr std::size_t longest_ending = 5;
// Words have most often one of these behind their stem.
constexpr auto endings = std::to_array<std::string_view>(
    {"",      "s",      "e",   "es",  "ed",   "er",   "ers",  "ing",  "ings", "ion", "ions",
     "ation", "ations", "al",  "ly",  "y",    "ies",  "ied",  "ity",  "or",   "ors", "ment",
     "ments", "ness",   "ial", "ian", "ians", "ic",   "ical", "ance", "ence", "ent", "ant",
     "able",  "ible",   "ive", "ous", "ist",  "ists", "ism",  "ary",  "ally", "ful"});
// Of the nearest stems, those whose words are read, and the articles that they are read in.
constexpr std::size_t most_read = 4;
constexpr std::size_t most_articles_read = 3;
constexpr std::size_t most_bytes_read = 1u << 16;  // of each
// A stem of so many articles has words that those few do not show.
constexpr std::uint64_t least_articles_unseen = 20;
constexpr double unseen = 0.4;  // what it costs not to have been seen

bool is_small_letters(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t letter_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

// Whether most words with the stem can have this form as well.
bool is_likely(const std::string& spelling, const std::string& stem) {
    constexpr auto likely =
        std::to_array<std::string_view>({"s", "es", "e", "ed", "d", "ing", "y", "ies", "ity", "ities", "ion",
                                         "ions", "ation", "ations", "ment", "ments", "ement", "ements"});
    const auto differ = std::mismatch(spelling.begin(), spelling.end(), stem.begin(), stem.end()).first;
    const std::string_view ending(differ, spelling.end());
    return std::find(likely.begin(), likely.end(), ending) != likely.end();
}

}  // namespace

WordCorrector::WordCorrector(Snapshot& snapshot)
    : snapshot_(snapshot),
      stemmer_(snapshot.manifest().analysis.stemmer),
      vocabulary_(snapshot.manifest().analysis.stemmer) {}

std::vector<Correction> WordCorrector::corrections(const query::Word& word) {
    const std::size_t letters = letter_count(word.folded);
    if (word.kind != query::Word::Kind::plain || letters < shortest || letters > longest ||
        has_digit(word.folded))
        return {};
    if (snapshot_.database().term_exists(stem_of(word.token, snapshot_.manifest().analysis.stemmer)))
        return {};

    const bool tries_spellings = is_small_letters(word.folded);
    std::vector<Correction> result =
        spelt(word.folded, tries_spellings ? one_edit_away(word.folded) : further_away(word.folded, 1));
    if (!result.empty() || letters < shortest_of_easy) return result;
    result = spelt(word.folded, further_away(word.folded, 2));
    if (letters < shortest_of_two)
        std::erase_if(result, [](const Correction& each) { return each.cost > easy; });
    return result;
}

WordCorrector::NearStems WordCorrector::one_edit_away(const std::string& folded) {
    NearStems near;
    const std::string own = stemmer_(folded);
    for (const std::string& spelling : one_edit_from(folded)) {
        const std::string stem = stemmer_(spelling);
        if (stem.empty() || stem == own) continue;
        const double cost = edit_cost(folded, spelling);
        const auto same = near.find(stem);
        if (same != near.end()) {
            if (cost < same->second.cost) same->second = {spelling, cost, same->second.articles};
            continue;
        }
        const std::uint64_t articles = snapshot_.database().get_termfreq(stem);
        near[stem] = {spelling, cost, articles};
    }
    const std::uint64_t least = snapshot_.database().get_doccount() / one_of;
    std::erase_if(near, [&](const auto& each) { return each.second.articles <= least; });
    return near;
}

void WordCorrector::add_endings(const std::string& folded, const std::string& stem, std::uint32_t edits,
                                std::uint64_t articles, NearStems& near) {
    for (const std::string_view ending : endings) {
        std::string spelling = stem;
        // Stemmers write citi for city.
        const bool has_y = spelling.back() == 'i' && (ending.empty() || ending == "s");
        if (has_y) spelling.back() = 'y';
        spelling += ending;
        if (spelling == folded || !query::within_edits(folded, spelling, edits)) continue;
        const double cost = edit_cost(folded, spelling);
        const auto known = near.find(stem);
        if (known == near.end() || cost < known->second.cost)
            near[stem] = {std::move(spelling), cost, articles};
    }
}

WordCorrector::NearStems WordCorrector::further_away(const std::string& folded, std::uint32_t edits) const {
    NearStems near;
    const Xapian::Database& database = snapshot_.database();
    std::string prefix;
    for (std::size_t at = 0; at < folded.size() && letter_count(prefix) <= fixed_letters; ++at)
        prefix += folded[at];
    // The last byte begins the letter that is free.
    prefix.pop_back();
    // What is compared by bytes first has several for a letter in other scripts.
    const std::uint32_t bytes = edits * (is_small_letters(folded) ? 1 : 2);
    std::size_t looked_at = 0;
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end && looked_at < most_stems;
         ++term, ++looked_at) {
        const std::string stem = *term;
        if (stem.size() > folded.size() + bytes || stem.size() + longest_ending + bytes < folded.size() ||
            stem.size() < shortest)
            continue;
        if (edits_to_stem(stem, folded, longest_ending, bytes) > bytes) continue;
        const std::uint64_t articles = term.get_termfreq();
        if (articles <= database.get_doccount() / one_of) continue;
        add_endings(folded, stem, edits, articles, near);
    }
    return near;
}

std::vector<Correction> WordCorrector::spelt(const std::string& folded, const NearStems& stems) {
    // One edit can make a spelling that nobody uses of a stem whose words are two away.
    const std::uint32_t edits = letter_count(folded) < shortest_of_easy ? 1 : 2;
    std::vector<const NearStems::value_type*> nearest;
    for (const auto& each : stems)
        nearest.push_back(&each);
    std::sort(nearest.begin(), nearest.end(), [](const auto* a, const auto* b) {
        return rank_of(a->second.cost, a->second.articles) < rank_of(b->second.cost, b->second.articles);
    });
    nearest.resize(std::min(nearest.size(), most_read));
    std::vector<Correction> result;
    for (const auto* each : nearest) {
        const auto& [stem, tried] = *each;
        Correction best;
        if (tried.articles >= least_articles_unseen && is_likely(tried.spelling, stem))
            best = {tried.spelling, tried.cost + unseen, tried.articles};
        for (const std::string& other : forms_of(stem, tried.spelling)) {
            if (other == folded || !query::within_edits(folded, other, edits)) continue;
            const double cost = edit_cost(folded, other);
            if (best.text.empty() || cost < best.cost) best = {other, cost, tried.articles};
        }
        if (best.articles > 0) result.push_back(std::move(best));
    }
    keep_best(result);
    return result;
}

std::vector<std::string> WordCorrector::forms_of(const std::string& stem, const std::string& tried) {
    std::vector<std::string> forms;
    const auto is_known = [&](const std::string& form) {
        return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    const Xapian::Database& database = snapshot_.database();
    const auto end = database.postlist_end(stem);
    std::size_t read = 0;
    for (auto posting = database.postlist_begin(stem); posting != end && read < most_articles_read;
         ++posting, ++read) {
        const Article article = snapshot_.article(snapshot_.locate(*posting));
        for (const std::string* whole : {&article.title, &article.body}) {
            const std::string_view text = std::string_view(*whole).substr(0, most_bytes_read);
            Tokenizer tokenizer(text);
            for (Token token; tokenizer.next(token);) {
                const std::string_view word = text.substr(token.begin, token.end - token.begin);
                if (vocabulary_.text(vocabulary_.term_of(word)) != stem) continue;
                std::string form = fold_token(word);
                if (!is_known(form)) forms.push_back(std::move(form));
            }
        }
        if (is_known(tried)) break;
    }
    return forms;
}

}  // namespace broadsheet
