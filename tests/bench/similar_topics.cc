// Makes a test collection for `searcher evaluate --similar` out of a collection of articles:
//
//     bench-similar-topics labels|halves FOLDER SOURCE...
//
// writes articles.jsonl, topics.tsv (ids of articles) and qrels into FOLDER.
//
// `labels`: two articles are related as far as their editors gave them the same topics, places, people and
// organisations, rare ones counting for more. Levels 1 to 3 stand for a quarter, a half and three quarters of
// what the topic's article has; without a topic in common there is none. The labels themselves are left out
// of articles.jsonl.
//
// `halves`: long articles are cut into two, and the half without the title is to be found by the other.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "schema/date.h"

namespace {

using namespace broadsheet;

constexpr std::size_t most_topics = 300;

struct Output {
    std::ofstream articles;
    std::ofstream topics;
    std::ofstream qrels;
};

std::vector<Article> read(const std::vector<std::string>& sources) {
    std::vector<Article> articles;
    Receiver receiver;
    receiver.article = [&](Article&& article) {
        article.original.clear();
        articles.push_back(std::move(article));
        return true;
    };
    receiver.problem = [](const Problem&) { return true; };
    ReadTotals totals;
    read_sources(sources, {}, std::cin, receiver, totals);
    return articles;
}

void write(const Article& article, const std::string& id, const std::string& title, const std::string& body,
           std::ostream& out) {
    nlohmann::ordered_json json{{"id", id}, {"title", title}, {"text", body}, {"source", article.source}};
    if (article.date) json["date"] = iso_8601(*article.date);
    out << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

// At most most_topics of them, spread evenly.
std::vector<std::size_t> sample(std::vector<std::size_t> candidates) {
    if (candidates.size() <= most_topics) return candidates;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < most_topics; ++i)
        chosen.push_back(candidates[i * candidates.size() / most_topics]);
    return chosen;
}

using Labels = std::vector<std::string>;

Labels labels_of(const Article& article) {
    Labels labels;
    const auto add = [&](std::string_view kind, const std::vector<std::string>& values) {
        for (const std::string& value : values)
            labels.push_back(fmt::format("{}:{}", kind, value));
    };
    add("tag", article.tags);
    add("person", article.people);
    add("organisation", article.organisations);
    add("place", article.places);
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

bool is_topic(const std::string& label) {
    return label.starts_with("tag:");
}

// Topics that more than a twentieth of the articles have tell nothing of a story.
bool can_be_topic(const Labels& labels, const std::map<std::string, std::vector<std::size_t>>& having,
                  std::size_t articles) {
    const bool narrow = std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
        const std::size_t count = having.at(label).size();
        return is_topic(label) && count > 4 && count < articles / 20;
    });
    return narrow && labels.size() > 1;
}

void make_labels(const std::vector<Article>& articles, Output& out) {
    std::vector<Labels> labels;
    std::map<std::string, std::vector<std::size_t>> having;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        labels.push_back(labels_of(articles[i]));
        for (const std::string& label : labels.back())
            having[label].push_back(i);
        write(articles[i], articles[i].id, articles[i].title, articles[i].body, out.articles);
    }
    const auto rarity = [&](const std::string& label) {
        return std::log(static_cast<double>(articles.size()) / static_cast<double>(having.at(label).size()));
    };
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (can_be_topic(labels[i], having, articles.size())) candidates.push_back(i);
    }
    for (const std::size_t topic : sample(std::move(candidates))) {
        double all = 0;
        std::map<std::size_t, double> shared;
        std::map<std::size_t, bool> of_topic;
        for (const std::string& label : labels[topic]) {
            all += rarity(label);
            for (const std::size_t other : having.at(label)) {
                shared[other] += rarity(label);
                of_topic[other] = of_topic[other] || is_topic(label);
            }
        }
        out.topics << articles[topic].id << '\t' << articles[topic].id << '\n';
        for (const auto& [other, weight] : shared) {
            const int level = static_cast<int>(4 * weight / all);
            if (other == topic || level == 0 || !of_topic[other]) continue;
            out.qrels << fmt::format("{} 0 {} {}\n", articles[topic].id, articles[other].id,
                                     std::min(level, 3));
        }
    }
}

void make_halves(const std::vector<Article>& articles, Output& out) {
    constexpr std::size_t least_bytes = 2500;
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::string& body = articles[i].body;
        if (body.size() >= least_bytes && body.find("\n\n", body.size() / 2) != std::string::npos)
            candidates.push_back(i);
    }
    const std::vector<std::size_t> chosen = sample(std::move(candidates));
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const Article& article = articles[i];
        if (!std::binary_search(chosen.begin(), chosen.end(), i)) {
            write(article, article.id, article.title, article.body, out.articles);
            continue;
        }
        const std::size_t middle = article.body.find("\n\n", article.body.size() / 2);
        write(article, article.id, article.title, article.body.substr(0, middle), out.articles);
        write(article, article.id + "#2", "", article.body.substr(middle + 2), out.articles);
        const std::string topic = std::to_string(i);
        out.topics << topic << '\t' << article.id << '\n';
        out.qrels << fmt::format("{} 0 {}#2 1\n", topic, article.id);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 3 || (arguments[0] != "labels" && arguments[0] != "halves")) {
        std::cerr << "usage: bench-similar-topics labels|halves FOLDER SOURCE...\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    Output out{std::ofstream(folder / "articles.jsonl"), std::ofstream(folder / "topics.tsv"),
               std::ofstream(folder / "qrels")};
    const std::vector<Article> articles = read({arguments.begin() + 2, arguments.end()});
    if (arguments[0] == "labels") {
        make_labels(articles, out);
    } else {
        make_halves(articles, out);
    }
    return out.articles.flush() && out.topics.flush() && out.qrels.flush() ? 0 : 4;
}
