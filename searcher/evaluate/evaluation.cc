#include "searcher/evaluate/evaluation.h"

#include <fmt/format.h>

#include <ostream>

#include "searcher/engine/reading.h"
#include "searcher/match/article_id.h"
#include "searcher/match/order.h"
#include "searcher/similar/similar.h"

namespace broadsheet {

namespace {

void add(const TopicFigures& figures, TopicFigures& sum) {
    for (std::size_t i = 0; i < sum.measures.size(); ++i)
        sum.measures[i] += figures.measures[i];
    sum.retrieved += figures.retrieved;
    sum.relevant += figures.relevant;
    sum.relevant_retrieved += figures.relevant_retrieved;
}

}  // namespace

Evaluator::Evaluator(Snapshot& snapshot, const std::vector<Topic>& topics, const Judgements& judgements,
                     const EvaluationRequest& request)
    : snapshot_(snapshot), topics_(topics), judgements_(judgements), request_(request) {}

Evaluation Evaluator::run(const RankingParameters& ranking) {
    Evaluation evaluation;
    evaluation.ranking = ranking;
    for (const Topic& topic : topics_) {
        TopicResult result{topic.id, entries_for(topic, ranking), {}};
        if (const auto judged = judgements_.find(topic.id); judged != judgements_.end()) {
            result.figures = figures_of(result.entries, judged->second, request_.least_level);
            add(*result.figures, evaluation.all);
            ++evaluation.judged;
        }
        evaluation.topics.push_back(std::move(result));
    }
    if (evaluation.judged > 0) {
        for (double& value : evaluation.all.measures)
            value /= static_cast<double>(evaluation.judged);
    }
    return evaluation;
}

std::vector<RankedDocument> Evaluator::documents_for(const Topic& topic, const RankingParameters& ranking) {
    if (request_.similar) {
        SimilarRequest similar;
        similar.id = topic.text;
        similar.restrictions = request_.search.restrictions;
        similar.ranking = ranking;
        similar.limit = request_.search.limit;
        similar.timeout = request_.search.timeout;
        return similar_documents(snapshot_, similar);
    }
    SearchRequest search = request_.search;
    search.query = request_.plain_words ? plain_query(topic) : topic.text;
    search.ranking = ranking;
    // Nothing but punctuation finds nothing; to search() the empty query is all articles.
    if (search.query.empty()) return {};
    return answer(snapshot_, search).result.documents;
}

std::vector<RunEntry> Evaluator::entries_for(const Topic& topic, const RankingParameters& ranking) {
    std::vector<RunEntry> entries;
    for (const RankedDocument& document : documents_for(topic, ranking)) {
        // Rounded, equal scores stay equal however articles lie in segments.
        entries.push_back({docno(document.location), static_cast<float>(rounded_score(document.score))});
    }
    put_in_run_order(entries);
    return entries;
}

const std::string& Evaluator::docno(Location location) {
    const Xapian::docid document = snapshot_.docid(location);
    const auto [place, is_new] = docnos_.try_emplace(document);
    if (is_new) place->second = docno_of(article_id(snapshot_, document));
    return place->second;
}

std::vector<double> differences(const Evaluation& a, const Evaluation& b, std::size_t measure) {
    std::vector<double> result;
    for (std::size_t i = 0; i < a.topics.size(); ++i) {
        if (!a.topics[i].figures) continue;
        result.push_back(b.topics[i].figures->measures[measure] - a.topics[i].figures->measures[measure]);
    }
    return result;
}

void write_run(const Evaluation& evaluation, std::ostream& out) {
    for (const TopicResult& topic : evaluation.topics) {
        std::size_t rank = 0;
        for (const RunEntry& entry : topic.entries) {
            // Nine digits give a float back as it was.
            out << fmt::format("{} Q0 {} {} {:.9g} broadsheet\n", topic.id, entry.docno, ++rank, entry.score);
        }
    }
}

}  // namespace broadsheet
