#include <nlohmann/json.hpp>

#include "searcher/evaluate/report.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Measures& measures) {
    Json json = Json::object();
    for (std::size_t i = 0; i < measure_names.size(); ++i)
        json[measure_names[i]] = measures[i];
    return json;
}

Json to_json(const TopicFigures& figures) {
    Json json{{"retrieved", figures.retrieved},
              {"relevant", figures.relevant},
              {"relevant_retrieved", figures.relevant_retrieved}};
    json.update(to_json(figures.measures));
    return json;
}

Json to_json(const Evaluation& evaluation, bool with_topics) {
    Json json{{"ranking", to_text(evaluation.ranking)},
              {"topics", evaluation.judged},
              {"all", to_json(evaluation.all)}};
    if (!with_topics) return json;
    Json topics = Json::object();
    for (const TopicResult& topic : evaluation.topics) {
        if (topic.figures) topics[topic.id] = to_json(*topic.figures);
    }
    json["per_topic"] = std::move(topics);
    return json;
}

}  // namespace

Json to_json(const EvaluationReport& report, bool with_topics) {
    Json json = to_json(report.evaluation, with_topics);
    if (report.comparison) {
        Json other = to_json(report.comparison->other, with_topics);
        other["p"] = to_json(report.comparison->p_values);
        json["compared_with"] = std::move(other);
    }
    if (!report.sweep.empty()) {
        Json sweep = Json::array();
        for (const Evaluation& each : report.sweep)
            sweep.push_back(to_json(each, false));
        json["sweep"] = std::move(sweep);
    }
    return json;
}

}  // namespace broadsheet
