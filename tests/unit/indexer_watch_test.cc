// add --watch from the first file to Ctrl-C, in one thread: what the program says starts the next step.
#include <gtest/gtest.h>

#include <functional>
#include <numeric>
#include <sstream>

#include "indexer/program.h"
#include "schema/index/manifest.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

// Calls a function with every line that is written and flushed.
class LineBuffer : public std::stringbuf {
public:
    explicit LineBuffer(std::function<void(const std::string&)> line) : line_(std::move(line)) {}

    int sync() override {
        std::istringstream lines(str());
        str({});
        for (std::string line; std::getline(lines, line);)
            line_(line);
        return 0;
    }

private:
    std::function<void(const std::string&)> line_;
};

struct Step {
    std::string said;           // what the program says of what was done before
    std::uint64_t articles;     // that the index has by then
    std::function<void()> act;  // what comes next
};

TEST(Watch, PublishesWhatComesUntilItIsToldToStop) {
    const test::TemporaryFolder folder;
    const auto article = [](const std::string& number, const std::string& title) {
        return "{\"url\":\"https://a.example/" + number + "\",\"title\":\"" + title +
               "\",\"text\":\"Text.\"}\n";
    };
    const std::filesystem::path come = folder / "come";
    std::filesystem::create_directories(come);
    folder.write("come/first.jsonl", article("1", "Ferry"));
    const IndexPaths index{folder / "news.idx"};
    std::atomic<bool> interrupted = false;
    const std::vector<Step> steps{
        {"indexed: added 1, updated 0, skipped 0", 1,
         [&] { folder.write("come/second.jsonl", article("2", "Bridge")); }},
        {"indexed: added 1, updated 0, skipped 0", 2,
         [&] { folder.write("come/second.jsonl", article("2", "Bridge, corrected")); }},
        {"indexed: added 0, updated 1, skipped 0", 2,
         [&] {
             folder.write("moving.jsonl", "{\"title\n" + article("3", "Mill"));
             std::filesystem::rename(folder / "moving.jsonl", come / "third.jsonl");
         }},
        {"indexed: added 1, updated 0, skipped 1", 3, [&] { interrupted = true; }},
    };
    std::size_t done = 0;
    LineBuffer lines([&](const std::string& line) {
        if (!line.starts_with("indexed")) return;
        ASSERT_LT(done, steps.size());
        const Step& step = steps[done++];
        EXPECT_EQ(line, step.said);
        std::uint64_t articles = 0;
        for (const SegmentEntry& segment : read_manifest(index).segments)
            articles += segment.articles;
        EXPECT_EQ(articles, step.articles);
        step.act();
    });
    std::istringstream in;
    std::ostringstream out;
    std::ostream err(&lines);
    Terminal terminal{in, out, err};
    terminal.interrupted = &interrupted;
    const int status =
        run_program(indexer_program(),
                    {"add", index.root.string(), come.string(), "--watch", "--no-entities", "--threads", "1"},
                    {}, terminal);
    EXPECT_EQ(done, steps.size());
    EXPECT_EQ(status, 1);  // one record was skipped
    EXPECT_TRUE(out.str().starts_with("read 5: added 3, updated 1, unchanged 0, duplicates 0, skipped 1"))
        << out.str();
}

TEST(Watch, TakesFoldersOnly) {
    const test::TemporaryFolder folder;
    folder.write("one.jsonl", "{}\n");
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{in, out, err};
    EXPECT_EQ(run_program(indexer_program(),
                          {"add", (folder / "news.idx").string(), (folder / "one.jsonl").string(), "--watch"},
                          {}, terminal),
              2);
    EXPECT_NE(err.str().find("not a folder"), std::string::npos) << err.str();
    EXPECT_FALSE(std::filesystem::exists(folder / "news.idx"));
}

}  // namespace
}  // namespace broadsheet
