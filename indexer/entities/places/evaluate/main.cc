// evaluate-places MODEL GAZETTEER LGL.XML [--list]: how well places are resolved, and how fast.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/places/evaluate/scores.h"
#include "indexer/entities/places/resolver.h"
#include "indexer/entities/recogniser.h"
#include "indexer/entities/tool.h"
#include "schema/error.h"

namespace {

using namespace broadsheet;
using namespace broadsheet::entities;
using namespace broadsheet::entities::places;

double percent(std::size_t part, std::size_t all) {
    return all == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
}

// Processor time of this process, which other processes do not lengthen.
double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Half of the sources, by their names.
bool first_half(const std::string& source) {
    unsigned sum = 0;
    for (const char c : source)
        sum = sum * 31 + static_cast<unsigned char>(c);
    return (sum >> 4) % 2 == 0;
}

void print(std::string_view name, const PlaceScores& scores) {
    std::cout << fmt::format(
        "  {:<24} {:>5} names, resolved {:.1f}, within 161 km {:.1f} (or the very unit {:.1f}), country "
        "{:.1f} "
        "of {}\n",
        name, scores.located, percent(scores.resolved, scores.located), percent(scores.near, scores.located),
        percent(scores.right, scores.located), percent(scores.country_right, scores.countries),
        scores.countries);
}

void print_end_to_end(std::string_view name, const PlaceScores& scores) {
    std::cout << fmt::format(
        "  {:<24} recognised {:.1f} of {} names, precision {:.1f}, recall {:.1f}, right of those recognised "
        "{:.1f}\n",
        name, percent(scores.recognised, scores.located), scores.located,
        percent(scores.correct, scores.found), percent(scores.correct, scores.located),
        percent(scores.correct, scores.recognised));
}

void list(const Gazetteer& gazetteer, const LocatedArticle& article, const Toponym& toponym,
          PlaceNumber place, double kilometres) {
    const auto country = [&](PlaceNumber number) {
        return number == no_place ? std::string_view("-") : gazetteer[number].name;
    };
    std::cout << fmt::format("{}\t{}\t{}\t{:.0f}\t{}\t{},{}\t",
                             kilometres >= 0 && kilometres <= 161 ? "ok" : "NO", article.source,
                             article.text.substr(toponym.begin, toponym.end - toponym.begin), kilometres,
                             toponym.geonames_id, toponym.latitude, toponym.longitude);
    if (place == no_place) {
        std::cout << "unresolved";
    } else {
        const Place it = gazetteer[place];
        std::cout << fmt::format("{} {} {}/{} {}", it.geonames_id, it.name, country(it.country),
                                 country(it.region), it.population);
    }
    const std::size_t begin = toponym.begin < 40 ? 0 : toponym.begin - 40;
    std::string around = article.text.substr(begin, toponym.end - begin + 40);
    std::replace(around.begin(), around.end(), '\n', ' ');
    std::cout << '\t' << around << '\n';
}

void print_speed(const Gazetteer& gazetteer, const std::vector<LocatedArticle>& articles,
                 const std::vector<std::vector<Mention>>& mentions) {
    PlaceResolver resolver(gazetteer);
    std::size_t bytes = 0;
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        bytes = 0;
        const double start = processor_seconds();
        for (std::size_t i = 0; i < articles.size(); ++i) {
            bytes += articles[i].text.size();
            resolver.resolve({}, articles[i].text, mentions[i], {}, nullptr);
        }
        best = std::min(best, processor_seconds() - start);
    }
    std::cout << fmt::format("resolution alone {:.1f} MB/s\n", static_cast<double>(bytes) / 1e6 / best);
}

int run(const std::vector<std::string>& arguments) {
    const bool listing = arguments.size() == 4 && arguments[3] == "--list";
    if (arguments.size() != 3 && !listing) {
        std::cerr << "evaluate-places MODEL GAZETTEER LGL.XML [--list]\n";
        return 2;
    }
    const double start = processor_seconds();
    const Gazetteer gazetteer = Gazetteer::load(arguments[1]);
    std::cout << fmt::format("gazetteer loaded in {:.0f} ms, {} places\n",
                             (processor_seconds() - start) * 1000, gazetteer.size());
    const auto articles = read_located_articles(arguments[2]);
    const auto any = [](const std::string&) { return true; };
    const auto second_half = [](const std::string& source) { return !first_half(source); };
    if (listing) {
        evaluate(gazetteer, {}, articles, marked_mentions, Prior::others, any,
                 [&](const auto&... outcome) { list(gazetteer, outcome...); });
        return 0;
    }
    constexpr std::array<std::pair<Prior, std::string_view>, 3> priors{
        {{Prior::none, "marked names given"},
         {Prior::others, "marked names given, with what the source's other articles say"},
         {Prior::whole_source, "marked names given, with what all its articles say, as in the indexer"}}};
    for (const auto& [prior, what] : priors) {
        std::cout << what << '\n';
        print("half tuned on", evaluate(gazetteer, {}, articles, marked_mentions, prior, first_half));
        print("other half", evaluate(gazetteer, {}, articles, marked_mentions, prior, second_half));
        print("all", evaluate(gazetteer, {}, articles, marked_mentions, prior, any));
    }
    const Model model = Model::load(arguments[0]);
    Recogniser recogniser(model);
    std::vector<std::vector<Mention>> recognised;
    for (const LocatedArticle& article : articles)
        recognised.push_back(recogniser.recognise({}, article.text));
    const auto of_recogniser = [&](const LocatedArticle& article) {
        return recognised[static_cast<std::size_t>(&article - articles.data())];
    };
    std::cout << "end to end\n";
    print_end_to_end("without the prior", evaluate(gazetteer, {}, articles, of_recogniser, Prior::none, any));
    print_end_to_end("with the prior", evaluate(gazetteer, {}, articles, of_recogniser, Prior::others, any));
    print_end_to_end("as in the indexer",
                     evaluate(gazetteer, {}, articles, of_recogniser, Prior::whole_source, any));
    print_speed(gazetteer, articles, recognised);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    return broadsheet::entities::run_tool("evaluate-places", [&] { return run({argv + 1, argv + argc}); });
}
