// Topics, judgements and a setting to figures.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/engine/request.h"
#include "searcher/evaluate/judgements.h"
#include "searcher/evaluate/measures.h"
#include "searcher/evaluate/topics.h"

namespace broadsheet {

struct TopicResult {
    std::string id;
    std::vector<RunEntry> entries;        // in run order
    std::optional<TopicFigures> figures;  // of a topic that has judgements
};

struct Evaluation {
    RankingParameters ranking;
    std::vector<TopicResult> topics;  // in the order of the topics
    TopicFigures all;        // means of the measures over the topics with judgements; sums of the counts
    std::size_t judged = 0;  // topics with judgements
};

struct EvaluationRequest {
    SearchRequest search;     // what restricts every topic, and how many articles each may bring
    bool plain_words = true;  // topics are words; otherwise they are read in the query language
    int least_level = 1;      // that counts as relevant
    // Topics are ids of articles that others are to be similar to.
    bool similar = false;
};

// Answers the same topics under one setting after the other. A topic that finds nothing has its part in the
// means, with zeros (as under trec_eval -c).
class Evaluator {
public:
    // All must outlive it; to be used within with_snapshot().
    Evaluator(Snapshot& snapshot, const std::vector<Topic>& topics, const Judgements& judgements,
              const EvaluationRequest& request);

    // Throws as search() does.
    Evaluation run(const RankingParameters& ranking);

private:
    std::vector<RankedDocument> documents_for(const Topic& topic, const RankingParameters& ranking);
    std::vector<RunEntry> entries_for(const Topic& topic, const RankingParameters& ranking);
    const std::string& docno(Location location);

    Snapshot& snapshot_;
    const std::vector<Topic>& topics_;
    const Judgements& judgements_;
    const EvaluationRequest& request_;
    std::unordered_map<std::uint32_t, std::string> docnos_;  // by document of Snapshot::database()
};

// By topic with judgements: what the measure has under `b` more than under `a`. Both of the same topics.
std::vector<double> differences(const Evaluation& a, const Evaluation& b, std::size_t measure);

// TREC's run format: topic, Q0, article, rank from 1, score, name of the run.
void write_run(const Evaluation& evaluation, std::ostream& out);

}  // namespace broadsheet
