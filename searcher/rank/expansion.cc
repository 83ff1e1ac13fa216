#include "searcher/rank/expansion.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "searcher/rank/function_words.h"

namespace broadsheet {

namespace {

// Of an article, so many words at most, so that a very long one costs no more.
constexpr std::size_t most_words_of_article = 5000;

// Of the query's rarity, what an article must have to count as one that has all the words.
constexpr double nearly_all = 0.9;

// Where the collection has fewer articles for each that is read, most subjects have too few to learn from.
constexpr std::size_t least_collection = 50;

struct Candidate {
    double occurrences = 0;      // in the articles together
    std::vector<double> in;      // by article
    std::uint32_t articles = 0;  // of those read
};

using Candidates = std::map<std::string, Candidate>;

// Terms of fields begin with a capital letter, stems never do.
bool is_stem(const std::string& term) {
    return !(term.front() >= 'A' && term.front() <= 'Z');
}

// Numbers and single letters mark nothing.
bool can_mark(const std::string& stem) {
    return stem.size() >= 3 && !(stem.front() >= '0' && stem.front() <= '9') && !is_function_word(stem);
}

Candidates read_articles(Snapshot& snapshot, const std::vector<RankedDocument>& hits, std::size_t articles) {
    Candidates candidates;
    const Xapian::Database& database = snapshot.database();
    for (std::size_t i = 0; i < articles; ++i) {
        const Xapian::docid document = snapshot.docid(hits[i].location);
        std::size_t words = 0;
        const auto end = database.termlist_end(document);
        for (auto term = database.termlist_begin(document); term != end; ++term) {
            const std::string stem = *term;
            if (!is_stem(stem)) continue;
            if (++words > most_words_of_article) break;
            Candidate& candidate = candidates[stem];
            candidate.in.resize(articles);
            candidate.in[i] = term.get_wdf();
            candidate.occurrences += term.get_wdf();
            ++candidate.articles;
        }
    }
    return candidates;
}

// Bose-Einstein statistics: how surprising it is to meet the word so often in so few articles.
double bo1(double occurrences, double expected) {
    return occurrences * std::log2((1 + expected) / expected) + std::log2(1 + expected);
}

// Whether the articles are of one subject, rather than one of them the article that is looked for; see
// expansion.h.
bool is_promising(const Candidates& candidates, const std::vector<ScoringTerm>& words,
                  const Xapian::Database& database, std::size_t articles, double least_evenness) {
    std::vector<double> covered(articles);
    double all = 0;
    std::size_t counting = 0;
    for (const ScoringTerm& word : words) {
        const Xapian::doccount having = database.get_termfreq(word.stem);
        if (having == 0 || word.is_added || is_function_word(word.word)) continue;
        const double rarity = inverse_frequency(database.get_doccount(), having);
        all += rarity;
        ++counting;
        const auto found = candidates.find(word.stem);
        if (found == candidates.end()) continue;
        for (std::size_t i = 0; i < articles; ++i)
            covered[i] += found->second.in[i] > 0 ? rarity : 0;
    }
    if (counting < 2 || database.get_doccount() < articles * least_collection) return false;
    const double best = *std::max_element(covered.begin(), covered.end());
    const double mean = std::accumulate(covered.begin(), covered.end(), 0.0) / static_cast<double>(articles);
    return best < nearly_all * all || mean >= least_evenness * best;
}

}  // namespace

Feedback read_feedback(Snapshot& snapshot, const std::vector<RankedDocument>& hits,
                       const std::vector<ScoringTerm>& words, const RankingParameters& parameters) {
    Feedback feedback;
    const auto articles = std::min(hits.size(), static_cast<std::size_t>(parameters.feedback_articles));
    if (articles < 2) return feedback;
    const Xapian::Database& database = snapshot.database();
    const double all = database.get_doccount();
    const Candidates candidates = read_articles(snapshot, hits, articles);
    feedback.is_promising = is_promising(candidates, words, database, articles, parameters.evenness);

    std::vector<ScoringTerm> found;
    for (const auto& [stem, candidate] : candidates) {
        // A word of one article alone marks that article and not the subject.
        if (candidate.articles < 2 || !can_mark(stem)) continue;
        const double expected = static_cast<double>(database.get_collection_freq(stem)) / all;
        ScoringTerm word{stem, stem};
        word.weight = bo1(candidate.occurrences, expected);
        word.is_added = true;
        found.push_back(std::move(word));
    }
    const auto count = std::min(found.size(), static_cast<std::size_t>(parameters.feedback_words));
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(),
                      [](const ScoringTerm& a, const ScoringTerm& b) {
                          return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
                      });
    found.resize(count);
    const double highest = found.empty() ? 1 : found.front().weight;
    for (ScoringTerm& word : found) {
        word.weight *= parameters.feedback_share / highest;
    }
    feedback.words = std::move(found);
    return feedback;
}

}  // namespace broadsheet
