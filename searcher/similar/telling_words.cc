#include "searcher/similar/telling_words.h"

#include <algorithm>
#include <numeric>

#include "schema/analysis/fold.h"
#include "searcher/highlight/patterns.h"
#include "searcher/match/bm25.h"
#include "searcher/query/words.h"
#include "searcher/rank/function_words.h"

namespace broadsheet {

namespace {

// Different words of which the rarity is looked up, the most frequent first.
constexpr std::size_t most_looked_up = 2000;

// By term of the text: its occurrences, each with the factor of where it stands.
std::vector<double> emphasis(const AnalysedText& text, const SimilarityParameters& parameters) {
    std::vector<double> result;
    for (const AnalysedText::Term& term : text.terms)
        result.push_back(parameters.title * term.in_title + parameters.body * term.in_body);
    std::size_t position = 0;
    std::uint32_t sentence = 0;
    for (const AnalysedText::Sentence& each : text.sentences) {
        const std::size_t end = position + each.tokens;
        if (position >= text.title_tokens) {
            if (++sentence > query::lead_sentences) break;
            for (; position < end; ++position)
                result[text.tokens[position]] += parameters.lead;
        }
        position = end;
    }
    return result;
}

// I've, you're, don't: function words, though no list of these has them.
bool is_contraction(std::string_view word) {
    constexpr std::string_view typographic = "’";
    const std::size_t plain = word.find('\'');
    const std::size_t at = plain == std::string_view::npos ? word.find(typographic) : plain;
    if (at == std::string_view::npos || at == 0) return false;
    const std::string_view behind = word.substr(at + (plain == at ? 1 : typographic.size()));
    return behind == "t" || is_function_word(fold_token(word.substr(0, at)));
}

bool can_tell(std::string_view word) {
    const bool begins_with_digit = !word.empty() && word.front() >= '0' && word.front() <= '9';
    return word.size() >= 2 && !begins_with_digit && !is_contraction(word) &&
           !is_function_word(fold_token(word));
}

// By term of the text: as the body has it first, or the title where the body has it not.
std::vector<std::string_view> spellings(const AnalysedText& text, std::string_view title,
                                        std::string_view body) {
    std::vector<std::string_view> result(text.terms.size());
    std::size_t position = text.title_tokens;
    for (const TextToken& token : text_tokens(body)) {
        std::string_view& spelling = result[text.tokens[position++]];
        if (spelling.empty()) spelling = body.substr(token.begin, token.end - token.begin);
    }
    position = 0;
    for (const TextToken& token : text_tokens(title)) {
        std::string_view& spelling = result[text.tokens[position++]];
        if (spelling.empty()) spelling = title.substr(token.begin, token.end - token.begin);
    }
    return result;
}

struct Candidate {
    std::size_t term;
    double telling;
};

}  // namespace

std::string_view beginning_of(std::string_view body) {
    if (body.size() <= most_bytes_of_article) return body;
    const std::size_t end = body.find_last_of(" \n", most_bytes_of_article);
    return body.substr(0, end == std::string_view::npos ? 0 : end);
}

std::vector<ScoringTerm> telling_words(const Article& article, const Xapian::Database& database,
                                       Analyser& analyser, const SimilarityParameters& parameters) {
    const std::string_view body = beginning_of(article.body);
    const AnalysedText& text = analyser.analyse(article.title, body);
    const std::vector<double> emphases = emphasis(text, parameters);
    const std::vector<std::string_view> written = spellings(text, article.title, body);

    std::vector<std::size_t> terms(text.terms.size());
    std::iota(terms.begin(), terms.end(), 0);
    std::erase_if(terms, [&](std::size_t term) { return emphases[term] <= 0 || !can_tell(written[term]); });
    std::stable_sort(terms.begin(), terms.end(),
                     [&](std::size_t a, std::size_t b) { return emphases[a] > emphases[b]; });
    terms.resize(std::min(terms.size(), most_looked_up));

    std::vector<Candidate> candidates;
    for (const std::size_t term : terms) {
        const std::uint64_t articles =
            database.get_termfreq(std::string(analyser.vocabulary().text(text.terms[term].number)));
        if (articles < 2) continue;
        const double rarity = inverse_frequency(database.get_doccount(), articles);
        candidates.push_back({term, emphases[term] * rarity});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.telling > b.telling; });
    candidates.resize(std::min(candidates.size(), static_cast<std::size_t>(parameters.words)));

    std::vector<ScoringTerm> words;
    for (const Candidate& each : candidates) {
        ScoringTerm word{std::string(analyser.vocabulary().text(text.terms[each.term].number)),
                         std::string(written[each.term])};
        word.weight = emphases[each.term] / emphases[candidates.front().term];
        words.push_back(std::move(word));
    }
    return words;
}

}  // namespace broadsheet
