// Real collections, file by file: how many articles, titles and dates they give, and which files are refused.
// Skipped where the collections are not there.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "corpus_support.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;

const fs::path collections = fs::path(BROADSHEET_SOURCE_DIR) / ".." / "shared" / "data";

// One line a file: its path, articles, those with a title, with text, with a date, problems, and a hash of
// all titles and dates. The texts themselves are not ours to keep.
std::string described(const fs::path& path) {
    const Outcome outcome = read_all({path.string()});
    const auto count = [&](auto has) {
        return std::count_if(outcome.articles.begin(), outcome.articles.end(), has);
    };
    std::string told;
    for (const Article& article : outcome.articles)
        told += article.title + "\t" + (article.date ? std::to_string(*article.date) : "-") + "\n";
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{:016x}", fs::relative(path, collections).string(),
                       outcome.articles.size(),
                       count([](const Article& article) { return !article.title.empty(); }),
                       count([](const Article& article) { return !article.body.empty(); }),
                       count([](const Article& article) { return article.date.has_value(); }),
                       outcome.problems.size(), XXH3_64bits(told.data(), told.size()));
}

std::vector<fs::path> files_below(const std::vector<std::string>& folders) {
    std::vector<fs::path> files;
    for (const std::string& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(collections / folder)) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

TEST(Collections, GiveWhatTheyGaveBefore) {
    if (!fs::exists(collections)) GTEST_SKIP() << "no collections in ../shared/data";
    std::ifstream golden(fs::path(BROADSHEET_SOURCE_DIR) / "tests" / "unit" / "collections.tsv");
    std::string actual;
    for (const fs::path& path : files_below({"articles", "feeds", "newsxml", "warc"}))
        actual += described(path) + "\n";
    const std::string expected{std::istreambuf_iterator<char>(golden), std::istreambuf_iterator<char>()};
    EXPECT_EQ(actual, expected) << "where this is better, it is the new tests/unit/collections.tsv";
}

}  // namespace
}  // namespace broadsheet::testing
