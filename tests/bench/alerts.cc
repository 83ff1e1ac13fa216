// What saved queries cost when articles are added:
//
//     bench-alerts WORK SOURCE [ARTICLES [QUERIES]]
//
// makes QUERIES (1,000) saved queries from the titles of the articles of SOURCE: two words, a phrase, one of
// three words, words near each other. Indexes the first ARTICLES (1,000) in the folder WORK, five times, and
// prints how long they took, how much of it the queries took, and how many alerts they gave.
#include "searcher/alerts/alerts.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "indexer/entities/annotator.h"
#include "indexer/index_writer.h"
#include "schema/error.h"

namespace {

using namespace broadsheet;
using Clock = std::chrono::steady_clock;

constexpr unsigned rounds = 5;

std::vector<Article> read(const std::string& source) {
    std::vector<Article> articles;
    Receiver receiver;
    receiver.article = [&](Article&& article) {
        articles.push_back(std::move(article));
        return true;
    };
    receiver.problem = [](const Problem&) { return true; };
    ReadTotals totals;
    read_sources({source}, {}, std::cin, receiver, totals);
    return articles;
}

// Of letters only, so that none means something to the query language.
std::vector<std::string> words_of(const std::string& title) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::vector<std::string> words;
    std::istringstream in(title);
    for (std::string word; in >> word;) {
        if (word.size() < 3 || !std::all_of(word.begin(), word.end(), is_letter)) continue;
        for (char& c : word)
            c = static_cast<char>(c | 0x20);
        words.push_back(word);
    }
    return words;
}

std::string query_of(const std::vector<std::string>& words, std::size_t kind) {
    switch (kind) {
        case 0:
            return words[0] + " " + words[1];
        case 1:
            return "\"" + words[0] + " " + words[1] + "\"";
        case 2:
            return words[0] + " OR " + words[1] + " OR " + words[2];
        default:
            return words[0] + " NEAR/5 " + words[2];
    }
}

std::vector<SavedQuery> saved_queries(const std::vector<Article>& articles, std::size_t count) {
    constexpr std::size_t kinds = 4;
    std::vector<std::vector<std::string>> titles;
    for (const Article& article : articles) {
        if (auto words = words_of(article.title); words.size() >= 3) titles.push_back(std::move(words));
    }
    if (titles.empty()) throw Error(ErrorCode::usage, "the articles have no titles to make queries of");
    std::mt19937_64 random(7);
    std::vector<SavedQuery> queries;
    while (queries.size() < count) {
        const std::vector<std::string>& words = titles[random() % titles.size()];
        const std::size_t number = queries.size();
        queries.push_back({fmt::format("query {}", number), query_of(words, number % kinds)});
    }
    return queries;
}

struct Times {
    double all = 0;  // seconds
    double queries = 0;
};

Times add(const std::vector<Article>& articles, const Alerts& alerts, const std::filesystem::path& where,
          const entities::Knowledge& knowledge) {
    std::filesystem::remove_all(where);
    Times times;
    WriterSettings settings;
    settings.create = true;
    settings.knowledge = &knowledge;
    settings.before_publishing = [&](const NewSegment& segment) {
        const auto begin = Clock::now();
        alerts.announce(segment.folder, segment.articles, segment.analysis, segment.replaces_another);
        times.queries += std::chrono::duration<double>(Clock::now() - begin).count();
    };
    const auto begin = Clock::now();
    IndexWriter writer(where, std::move(settings));
    for (const Article& article : articles)
        writer.add(article);
    writer.publish();
    times.all = std::chrono::duration<double>(Clock::now() - begin).count();
    return times;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: bench-alerts WORK SOURCE [ARTICLES [QUERIES]]\n";
        return 2;
    }
    try {
        std::vector<Article> articles = read(argv[2]);
        const std::vector<SavedQuery> queries =
            saved_queries(articles, argc > 4 ? std::stoul(argv[4]) : 1000);
        articles.resize(std::min(articles.size(), argc > 3 ? std::stoul(argv[3]) : std::size_t{1000}));
        const entities::Knowledge knowledge = entities::built_in_knowledge();
        std::vector<Times> times;
        std::size_t told = 0;
        for (unsigned round = 0; round < rounds; ++round) {
            std::ostringstream out;
            const Alerts alerts(queries, out);
            times.push_back(add(articles, alerts, std::filesystem::path(argv[1]) / "alerts.idx", knowledge));
            const std::string lines = out.str();
            told = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
        }
        std::sort(times.begin(), times.end(),
                  [](const Times& a, const Times& b) { return a.queries < b.queries; });
        const Times& usual = times[rounds / 2];
        std::cout << fmt::format(
            "{} queries over {} new articles: {:.0f} ms ({:.0f} to {:.0f}) of the {:.0f} ms that adding them "
            "takes, {} alerts\n",
            queries.size(), articles.size(), usual.queries * 1e3, times.front().queries * 1e3,
            times.back().queries * 1e3, usual.all * 1e3, told);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "bench-alerts: " << error.what() << '\n';
        return 4;
    }
}
