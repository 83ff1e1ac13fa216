#include "searcher/similar/similar.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "searcher/engine/highlighting.h"
#include "searcher/engine/search.h"
#include "searcher/match/bm25.h"
#include "searcher/similar/looked_for.h"
#include "searcher/similar/ranking.h"
#include "searcher/similar/stories.h"
#include "searcher/similar/telling_words.h"

namespace broadsheet {

namespace {

// Hits beyond those asked for that are at hand when there are copies.
constexpr std::size_t room_for_copies = 100;

// What marks and explains a hit.
constexpr std::size_t most_marked_words = 16;
constexpr std::size_t most_marked_entities = 8;
constexpr std::size_t most_shown = 6;  // words, and entities

query::Node query_of(const std::vector<ScoringTerm>& words) {
    query::Any any;
    for (std::size_t i = 0; i < std::min(words.size(), most_marked_words); ++i) {
        query::Word word;
        word.token = words[i].word;
        word.folded = words[i].word;
        any.parts.push_back({query::Text{{std::move(word)}}, {}});
    }
    if (any.parts.empty()) return {query::Nothing{}, {}};
    return {std::move(any), {}};
}

EntityPatterns patterns_of(const std::vector<WeighedEntity>& entities, const Snapshot& snapshot) {
    std::vector<WantedEntity> wanted;
    for (std::size_t i = 0; i < std::min(entities.size(), most_marked_entities); ++i)
        wanted.push_back({entities[i].field, {entities[i].id}, entities[i].weight});
    return {std::move(wanted), places_of(snapshot)};
}

Deadline deadline_of(const SimilarRequest& request) {
    if (!request.timeout) return std::nullopt;
    return std::chrono::steady_clock::now() + *request.timeout;
}

class Explainer {
public:
    Explainer(const Snapshot& snapshot, const LookedFor& looked_for, const Bm25Parameters& bm25,
              Analyser& analyser)
        : looked_for_(looked_for), bm25_(bm25), analyser_(analyser) {
        const Xapian::Database& database = snapshot.database();
        mean_length_ = database.get_avlength();
        for (const ScoringTerm& word : looked_for.plan.terms) {
            rarities_.push_back(inverse_frequency(database.get_doccount(), database.get_termfreq(word.stem)));
        }
    }

    // The words that give most of the score.
    std::vector<std::string> shared_words(const Article& article) {
        const AnalysedText& text = analyser_.analyse(article.title, beginning_of(article.body));
        const std::uint32_t title_weight = analyser_.settings().title_weight;
        std::unordered_map<std::string_view, double> occurrences;
        for (const AnalysedText::Term& term : text.terms)
            occurrences[analyser_.vocabulary().text(term.number)] =
                term.in_body + title_weight * term.in_title;
        const double length = static_cast<double>(text.tokens.size()) +
                              static_cast<double>((title_weight - 1) * text.title_tokens);
        std::vector<std::pair<double, const std::string*>> shared;
        for (std::size_t i = 0; i < looked_for_.plan.terms.size(); ++i) {
            const ScoringTerm& word = looked_for_.plan.terms[i];
            const auto found = occurrences.find(word.stem);
            if (found == occurrences.end()) continue;
            shared.emplace_back(
                word.weight * contribution(bm25_, rarities_[i], found->second, length, mean_length_),
                &word.word);
        }
        std::stable_sort(shared.begin(), shared.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::string> words;
        for (std::size_t i = 0; i < std::min(shared.size(), most_shown); ++i)
            words.push_back(*shared[i].second);
        return words;
    }

    std::vector<ShownEntity> shared_entities(const Annotation& annotation, Labels& labels) const {
        std::vector<ShownEntity> shared;
        for (const WeighedEntity& each : looked_for_.entities) {
            const auto found = std::find_if(annotation.begin(), annotation.end(), [&](const Entity& entity) {
                return entity.field == each.field && entity.id == each.id;
            });
            if (found != annotation.end()) shared.push_back({*found, labels.of(each.field, each.id)});
            if (shared.size() == most_shown) break;
        }
        return shared;
    }

private:
    const LookedFor& looked_for_;
    const Bm25Parameters& bm25_;
    Analyser& analyser_;
    std::vector<double> rarities_;  // by word
    double mean_length_ = 0;
};

}  // namespace

SimilarResponse similar(Snapshot& snapshot, const SimilarRequest& request) {
    const Deadline deadline = deadline_of(request);
    Analyser analyser(snapshot.manifest().analysis);
    LookedFor looked_for = look_for(snapshot, request, analyser);
    const RankedSimilar ranked =
        rank_similar(snapshot, looked_for, request.limit + room_for_copies, request.ranking, deadline);
    FoldedHits folded =
        fold_copies(snapshot, ranked.documents, request.limit, looked_for.source.article, analyser, deadline);

    const Xapian::Database& database = snapshot.database();
    TermExpander expander(database, snapshot.manifest().analysis.stemmer);
    const query::Node query = query_of(looked_for.plan.terms);
    Highlighter highlighter(
        query, expander, snapshot.manifest().analysis,
        [&](const std::string& stem) {
            return inverse_frequency(database.get_doccount(), database.get_termfreq(stem));
        },
        patterns_of(looked_for.entities, snapshot));
    Explainer explainer(snapshot, looked_for, request.ranking.bm25, analyser);
    Labels labels(snapshot);

    SimilarResponse response;
    for (Story& story : folded.stories) {
        SimilarHit hit;
        hit.words = explainer.shared_words(story.stored.article);
        hit.entities = explainer.shared_entities(story.stored.annotation, labels);
        hit.duplicates = std::move(story.copies);
        // Nor is more of a very long hit read than of the article.
        std::string body = story.stored.article.body;
        story.stored.article.body.resize(beginning_of(body).size());
        hit.hit =
            make_hit(snapshot, story.document.location, std::move(story.stored), highlighter, labels, false);
        if (request.with_body) hit.hit.article.body = std::move(body);
        hit.hit.score = story.document.score;
        hit.hit.rank = response.hits.size() + 1;
        response.hits.push_back(std::move(hit));
    }
    response.copies = std::move(folded.of_source);
    if (looked_for.plan.terms.empty())
        response.warnings.push_back("the article has no words that others have, too");
    response.is_complete = ranked.is_complete && folded.is_complete;
    if (!response.is_complete)
        response.warnings.push_back("time ran out: hits and copies are those of the part that was looked at");
    response.article = std::move(looked_for.source.article);
    response.article.original = {};
    response.article.body = {};
    return response;
}

std::vector<RankedDocument> similar_documents(Snapshot& snapshot, const SimilarRequest& request) {
    const Deadline deadline = deadline_of(request);
    Analyser analyser(snapshot.manifest().analysis);
    const LookedFor looked_for = look_for(snapshot, request, analyser);
    const std::vector<RankedDocument> ranked =
        rank_similar(snapshot, looked_for, request.limit + room_for_copies, request.ranking, deadline)
            .documents;
    const FoldedHits folded = fold_copies(snapshot, ranked, std::min(request.limit, most_similar),
                                          looked_for.source.article, analyser, deadline);
    std::vector<RankedDocument> documents;
    for (const Story& story : folded.stories)
        documents.push_back(story.document);
    for (std::size_t i = folded.read; i < ranked.size() && documents.size() < request.limit; ++i)
        documents.push_back(ranked[i]);
    return documents;
}

}  // namespace broadsheet
