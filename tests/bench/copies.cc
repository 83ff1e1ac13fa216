// How well copies are found, and what that costs:
//
//     bench-copies WORK VERDICTS SOURCE...
//     bench-copies --sample COUNT WORK SOURCE...
//
// makes wire copies out of the articles of SOURCE, indexes all in the folder WORK, and prints precision,
// recall and F1 over the pairs of articles that are in one group. Light copies keep 60 to 100 per cent of the
// paragraphs and have another title, another dateline and some other words; hard ones keep a third to 60 per
// cent, lose sentences and words, and get a paragraph of other news; wide stories have 40 copies of either
// kind. Then the collection itself is indexed with and without looking for copies, in turns, and the
// processor times are compared: as `indexer add` does, and without entities.
//
// Collections have copies of their own, and which of these are right only a reader can tell: --sample prints
// pairs to be judged, VERDICTS (tests/bench/judged_pairs.tsv) has what was said.
#include "schema/index/copies.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "indexer/entities/annotator.h"
#include "indexer/index_writer.h"
#include "schema/date.h"
#include "schema/index/snapshot.h"
#include "tests/bench/copy_maker.h"
#include "tests/bench/own_pairs.h"

namespace {

using namespace broadsheet;

constexpr std::size_t most_stories = 2000;
constexpr std::size_t most_copies = 3;  // of a story
constexpr std::size_t wide_stories = 60;
constexpr std::size_t copies_of_wide = 40;
constexpr std::size_t fewest_paragraphs = 4;
constexpr unsigned rounds = 5;

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

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Returns the processor time.
double index(const std::vector<Article>& articles, const std::filesystem::path& where, bool find_copies,
             const entities::Knowledge* knowledge = nullptr) {
    std::filesystem::remove_all(where);
    const double begin = processor_seconds();
    WriterSettings settings;
    settings.create = true;
    settings.find_copies = find_copies;
    settings.knowledge = knowledge;
    IndexWriter writer(where, settings);
    for (const Article& article : articles)
        writer.add(article);
    writer.publish();
    return processor_seconds() - begin;
}

struct Groups {
    std::map<std::string, StoryNumber> story;  // by article id
    std::uintmax_t bytes = 0;
};

Groups groups_of(const std::filesystem::path& where) {
    Groups groups;
    Snapshot snapshot(where);
    UnitedNumbers numbers;
    for (std::size_t pass = 0; pass < 2; ++pass) {
        for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
            const Snapshot::Segment& segment = snapshot.segments()[i];
            const Copies copies(segment.paths.copies(), segment.database.get_uuid());
            if (pass == 0) {
                numbers.unite(copies.united());
                groups.bytes += std::filesystem::file_size(segment.paths.copies());
                continue;
            }
            for (auto at = segment.database.postlist_begin({}); at != segment.database.postlist_end({});
                 ++at) {
                groups.story[snapshot.article({i, *at}).id] = numbers.smallest(copies.stories()[*at]);
            }
        }
    }
    return groups;
}

constexpr char copy_mark = '#';

std::string origin(const std::string& id) {
    return id.substr(0, id.find(copy_mark));
}

// Over pairs of which at least one is a made copy. Copies of two articles that are in one group by
// themselves, as `own` has them, are wrong in the first figure of precision, left out of the second, and
// right in the third as often as `right_of_own` says.
void evaluate(const std::string& kind, const Groups& groups, const Groups& own, double right_of_own) {
    std::map<StoryNumber, std::vector<std::string>> found;
    std::map<std::string, std::vector<std::string>> made;
    for (const auto& [id, story] : groups.story) {
        found[story].push_back(id);
        made[origin(id)].push_back(id);
    }
    const auto pairs_of = [](const auto& members, const auto& count) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const bool is_made = members[i].find(copy_mark) != std::string::npos ||
                                     members[j].find(copy_mark) != std::string::npos;
                if (is_made) count(members[i], members[j]);
            }
        }
    };
    double right = 0;
    double told = 0;
    double natural = 0;  // of the wrong ones
    double there = 0;
    for (const auto& [story, members] : found) {
        pairs_of(members, [&](const std::string& a, const std::string& b) {
            ++told;
            if (origin(a) == origin(b)) {
                ++right;
                return;
            }
            if (own.story.at(origin(a)) == own.story.at(origin(b))) ++natural;
        });
    }
    for (const auto& [id, members] : made)
        pairs_of(members, [&](const std::string&, const std::string&) { ++there; });
    const double precision = told == 0 ? 1 : right / told;
    const double recall = there == 0 ? 1 : right / there;
    std::cout << fmt::format(
        "{:<6} {:6} pairs  precision {:.4f} ({:.4f} without the collection's own, {:.4f} with these as "
        "judged)  recall {:.4f}  F1 {:.4f}  {:.1f} bytes an article\n",
        kind, there, precision, right / (told - natural), (right + natural * right_of_own) / told, recall,
        2 * precision * recall / (precision + recall),
        static_cast<double>(groups.bytes) / static_cast<double>(groups.story.size()));
}

// As many copies of each story as `count` says.
template <typename Count, typename Make>
std::vector<Article> with_copies(const std::vector<Article>& articles, std::size_t stories,
                                 const Count& count, const Make& make) {
    Random random(7);
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (paragraphs_of(articles[i]).size() >= fewest_paragraphs) chosen.push_back(i);
    }
    std::shuffle(chosen.begin(), chosen.end(), random);
    chosen.resize(std::min(chosen.size(), stories));
    std::vector<Article> all = articles;
    for (const std::size_t i : chosen) {
        const std::size_t copies = count(random);
        for (std::size_t copy = 0; copy < copies; ++copy) {
            all.push_back(make(articles[i], random));
            all.back().id = fmt::format("{}{}{}", articles[i].id, copy_mark, copy);
        }
    }
    std::shuffle(all.begin(), all.end(), random);
    return all;
}

void compare_times(const std::string& how, const std::vector<Article>& articles,
                   const std::filesystem::path& where, const entities::Knowledge* knowledge) {
    std::vector<double> ratios;
    for (unsigned round = 0; round < rounds; ++round) {
        const double without = index(articles, where, false, knowledge);
        ratios.push_back(index(articles, where, true, knowledge) / without);
    }
    std::sort(ratios.begin(), ratios.end());
    std::cout << fmt::format(
        "processor time of indexing with copies against without, {}: {:.3f} (of {} rounds: {:.3f} to "
        "{:.3f})\n",
        how, ratios[rounds / 2], rounds, ratios.front(), ratios.back());
}

void measure(const std::vector<Article>& articles, const Groups& own, const JudgedPairs& judged,
             std::size_t own_pairs, const std::filesystem::path& where) {
    std::cout << fmt::format("{} articles, {} pairs of their own, of {} judged ones {} are copies\n",
                             articles.size(), own_pairs, judged.judged, judged.copies);
    const CopyMaker maker(articles);
    const auto light = [&](const Article& each, Random& random) { return maker.light(each, random); };
    const auto hard = [&](const Article& each, Random& random) { return maker.hard(each, random); };
    const auto either = [&](const Article& each, Random& random) {
        return random() % 2 == 0 ? light(each, random) : hard(each, random);
    };
    const auto few = [](Random& random) { return random() % most_copies + 1; };
    const auto many = [](Random&) { return copies_of_wide; };
    const auto evaluate_kind = [&](const std::string& kind, std::size_t stories, const auto& count,
                                   const auto& make) {
        index(with_copies(articles, stories, count, make), where, true);
        evaluate(kind, groups_of(where), own, judged.share_of_copies());
    };
    evaluate_kind("light", most_stories, few, light);
    evaluate_kind("hard", most_stories, few, hard);
    evaluate_kind("wide", wide_stories, many, either);
    const entities::Knowledge knowledge = entities::built_in_knowledge();
    compare_times("with entities", articles, where, &knowledge);
    compare_times("without entities", articles, where, nullptr);
}

}  // namespace

int main(int argc, char** argv) {
    const bool samples = argc > 1 && std::string(argv[1]) == "--sample";
    if (argc < (samples ? 5 : 4)) {
        std::cerr << "usage: bench-copies WORK VERDICTS SOURCE...\n"
                     "       bench-copies --sample COUNT WORK SOURCE...\n";
        return 2;
    }
    const std::filesystem::path where = std::filesystem::path(argv[samples ? 3 : 1]) / "copies.idx";
    const std::vector<Article> articles = read({argv + (samples ? 4 : 3), argv + argc});
    index(articles, where, true);
    const Groups own = groups_of(where);
    const std::vector<OwnPair> pairs = own_pairs(own.story);
    if (samples)
        print_sample(pairs, articles, std::stoul(argv[2]), std::cout);
    else
        measure(articles, own, judged(pairs, argv[2]), pairs.size(), where);
    std::filesystem::remove_all(where);
    return 0;
}
