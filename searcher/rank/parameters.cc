#include "searcher/rank/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "schema/error.h"

namespace broadsheet {

namespace {

double read_value(const RankingParameter& parameter, std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && value >= parameter.least && value <= parameter.most) return value;
    throw Error(ErrorCode::usage, fmt::format("{} is a number from {} to {}, not \"{}\"", parameter.name,
                                              parameter.least, parameter.most, text));
}

void apply(std::string_view setting, RankingParameters& parameters) {
    const std::size_t equals = setting.find('=');
    if (setting == "plain") {
        parameters = plain_bm25();
    } else if (equals == std::string_view::npos) {
        throw Error(ErrorCode::usage, fmt::format("a setting is NAME=VALUE, not \"{}\"", setting));
    } else {
        const RankingParameter& parameter = ranking_parameter(setting.substr(0, equals));
        parameter.of(parameters) = read_value(parameter, setting.substr(equals + 1));
    }
}

}  // namespace

const std::vector<RankingParameter>& ranking_parameters() {
    using P = RankingParameters;
    static const std::vector<RankingParameter> table{
        {"k1", 0, 10, "how soon further occurrences of a word stop to count",
         [](P& p) -> double& { return p.bm25.k1; }},
        {"b", 0, 1, "how much longer articles are held back", [](P& p) -> double& { return p.bm25.b; }},
        {"least_length", 0, 10, "articles shorter than so many times the mean count as that long",
         [](P& p) -> double& { return p.bm25.least_length; }},
        {"k3", 0, 1000, "how much a word counts that the query repeats",
         [](P& p) -> double& { return p.k3; }},
        {"function_words", 0.001, 1, "what words like \"the\" weigh beside others",
         [](P& p) -> double& { return p.function_words; }},
        {"forms", 0.001, 1, "what a synonym or another name weighs beside what was typed",
         [](P& p) -> double& { return p.forms; }},
        {"depth", 0, 1000, "first hits that are looked at a second time",
         [](P& p) -> double& { return p.depth; }},
        {"title", 0, 10, "words in the title", [](P& p) -> double& { return p.title; }},
        {"whole_title", 0, 10, "a title of nothing but the words",
         [](P& p) -> double& { return p.whole_title; }},
        {"proximity", 0, 10, "words that stand near each other", [](P& p) -> double& { return p.proximity; }},
        {"phrases", 0, 10, "neighbours in the query that are neighbours in the article",
         [](P& p) -> double& { return p.phrases; }},
        {"entities", 0, 10, "entities that the words name", [](P& p) -> double& { return p.entities; }},
        {"expansion", 0, 2, "0 never, 1 where it promises to help, 2 always",
         [](P& p) -> double& { return p.expansion; }},
        {"feedback_articles", 2, 100, "first hits that expansion reads",
         [](P& p) -> double& { return p.feedback_articles; }},
        {"feedback_words", 0, 100, "words that expansion adds",
         [](P& p) -> double& { return p.feedback_words; }},
        {"feedback_share", 0.001, 10, "weight of the best word added",
         [](P& p) -> double& { return p.feedback_share; }},
        {"evenness", 0, 1, "how evenly the words must lie over the first hits for expansion to promise help",
         [](P& p) -> double& { return p.evenness; }},
        {"recency", 0, 1, "part of its score that an old article loses with --sort recent",
         [](P& p) -> double& { return p.recency; }},
        {"half_life", 0.01, 100000, "days in which half of that is lost",
         [](P& p) -> double& { return p.half_life; }},
        {"similar_words", 1, 1000, "the most telling words of an article by which similar looks for others",
         [](P& p) -> double& { return p.similarity.words; }},
        {"similar_title", 0, 100, "what a word in its title counts there",
         [](P& p) -> double& { return p.similarity.title; }},
        {"similar_lead", 0, 100, "what one in its first sentences counts beside being one in the text",
         [](P& p) -> double& { return p.similarity.lead; }},
        {"similar_body", 0, 100, "what one in its text counts",
         [](P& p) -> double& { return p.similarity.body; }},
        {"similar_b", 0, 1, "how much longer articles are held back by similar",
         [](P& p) -> double& { return p.similarity.b; }},
        {"similar_depth", 0, 1000, "first hits of similar that are looked at a second time",
         [](P& p) -> double& { return p.similarity.depth; }},
        {"similar_entities", 0, 10, "entities that both articles have",
         [](P& p) -> double& { return p.similarity.entities; }},
        {"similar_recency", 0, 1, "part of its score that an article loses that lies far away in time",
         [](P& p) -> double& { return p.similarity.recency; }},
        {"similar_half_life", 0.01, 100000, "days in which half of that is lost",
         [](P& p) -> double& { return p.similarity.half_life; }},
    };
    return table;
}

const RankingParameter& ranking_parameter(std::string_view name) {
    const std::vector<RankingParameter>& table = ranking_parameters();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const RankingParameter& each) { return each.name == name; });
    if (found != table.end()) return *found;
    std::string names;
    for (const RankingParameter& each : table)
        names += (names.empty() ? "" : ", ") + std::string(each.name);
    throw Error(ErrorCode::usage, fmt::format("ranking has no parameter \"{}\"", name),
                "parameters are " + names);
}

RankingParameters plain_bm25() {
    RankingParameters plain;
    plain.bm25 = {1.2, 0.75, 0};
    plain.k3 = 0;
    plain.function_words = 1;
    plain.depth = 0;
    plain.expansion = 0;
    return plain;
}

RankingParameters read_ranking(std::string_view settings, RankingParameters usual) {
    constexpr std::string_view separators = ", \t";
    while (true) {
        const std::size_t begin = settings.find_first_not_of(separators);
        if (begin == std::string_view::npos) return usual;
        const std::size_t end = std::min(settings.find_first_of(separators, begin), settings.size());
        apply(settings.substr(begin, end - begin), usual);
        settings.remove_prefix(end);
    }
}

std::string to_text(const RankingParameters& parameters) {
    RankingParameters usual;
    RankingParameters given = parameters;
    std::string text;
    for (const RankingParameter& each : ranking_parameters()) {
        const double value = each.of(given);
        if (value == each.of(usual)) continue;
        text += fmt::format("{}{}={}", text.empty() ? "" : ",", each.name, value);
    }
    return text.empty() ? "usual" : text;
}

}  // namespace broadsheet
