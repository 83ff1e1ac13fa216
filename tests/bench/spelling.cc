// How good "did you mean" is on an index:
//
//     bench-spelling INDEX MISSPELT.tsv
//
// Of the lines of misspelt words those count that mean a word of the index. Prints how many suggestions are
// what was meant, how often a right word gets one, and what the search costs. Slips that articles made
// themselves are words of the index, which is never doubted; they are counted apart.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "schema/analysis/fold.h"
#include "schema/analysis/vocabulary.h"
#include "schema/error.h"
#include "searcher/engine/search.h"
#include "searcher/understand/suggestion.h"

namespace {

using namespace broadsheet;

struct Counts {
    std::size_t asked = 0;
    std::size_t suggested = 0;
    std::size_t right = 0;
    std::size_t same_stem = 0;
};

struct Answer {
    std::string suggestion;
    double milliseconds = 0;
};

Answer ask(Snapshot& snapshot, const std::string& word) {
    SearchRequest request;
    request.query = word;
    request.limit = 0;
    const std::clock_t start = std::clock();
    Answer answer;
    answer.suggestion = search(snapshot, request).suggestion;
    answer.milliseconds = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    return answer;
}

int run(const std::string& index, const std::string& path) {
    Snapshot snapshot(index);
    std::ifstream file(path);
    if (!file) throw Error(ErrorCode::bad_source, "can not read " + path);
    const auto articles = [&](const std::string& word) {
        return snapshot.database().get_termfreq(stem_of(word, snapshot.manifest().analysis.stemmer));
    };
    Counts misspelt;
    std::size_t made_by_articles = 0;
    Counts known;
    Counts unknown;
    std::vector<double> times;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        const std::string typed = line.substr(0, tab);
        if (tab == std::string::npos) {
            const Answer answer = ask(snapshot, typed);
            Counts& counts = articles(typed) > 0 ? known : unknown;
            ++counts.asked;
            counts.suggested += answer.suggestion.empty() ? 0 : 1;
            if (!answer.suggestion.empty())
                std::cout << fmt::format("right    {} ({}): {}\n", typed, articles(typed), answer.suggestion);
            continue;
        }
        const std::string meant = line.substr(tab + 1);
        if (articles(meant) == 0) continue;
        if (articles(typed) > 0) {
            ++made_by_articles;
            continue;
        }
        const Answer answer = ask(snapshot, typed);
        times.push_back(answer.milliseconds);
        const bool is_right = fold_name(answer.suggestion) == fold_name(meant);
        ++misspelt.asked;
        misspelt.suggested += answer.suggestion.empty() ? 0 : 1;
        misspelt.right += is_right ? 1 : 0;
        if (is_right) continue;
        const bool other_form =
            !answer.suggestion.empty() && stem_of(answer.suggestion, "en") == stem_of(meant, "en");
        misspelt.same_stem += other_form ? 1 : 0;
        std::cout << fmt::format("{} {} ({}): {} instead of {}\n", other_form ? "form    " : "wrong   ",
                                 typed, articles(typed), answer.suggestion, meant);
    }
    std::sort(times.begin(), times.end());
    std::cout << fmt::format("misspelt {}, suggested {}, as meant {}, another form of it {}\n",
                             misspelt.asked, misspelt.suggested, misspelt.right, misspelt.same_stem)
              << fmt::format("slips that articles have, too: {}\n", made_by_articles)
              << fmt::format("right words that the index has {}, suggested {}\n", known.asked,
                             known.suggested)
              << fmt::format("right words that it has not {}, suggested {}\n", unknown.asked,
                             unknown.suggested);
    if (!times.empty())
        std::cout << fmt::format("milliseconds of the processor: median {:.1f}, slowest {:.1f}\n",
                                 times[times.size() / 2], times.back());
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: bench-spelling INDEX MISSPELT.tsv\n";
        return 2;
    }
    try {
        return run(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        std::cerr << "bench-spelling: " << error.what() << '\n';
        return 1;
    }
}
