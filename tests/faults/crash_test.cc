// A kill at any step of an `add`, and a full disk: nothing that was reported as indexed is lost, nothing
// shows twice, the index is sound, and the same command finishes the job.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet::test {
namespace {

constexpr int articles = 40;

// A collection of which every third article differs between editions, so that adding a later edition updates
// some.
std::string edition(int number, int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) {
        const int version = i % 3 == 0 ? number : 1;
        lines += "{\"id\":\"a" + std::to_string(i) + "\",\"title\":\"Bulletin " + std::to_string(i) +
                 "\",\"text\":\"Harbour notice " + std::to_string(i) + " in version v" +
                 std::to_string(version) + ". " + std::string(static_cast<std::size_t>(200 + i), 'x') +
                 "\",\"people\":[\"Ann Lee\"]}\n";
    }
    return lines;
}

class CrashTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::ofstream(folder_.path() / "first.jsonl") << edition(1, articles / 2);
        std::ofstream(folder_.path() / "second.jsonl") << edition(2, articles);
        const Outcome made = in_folder("indexer add start.idx first.jsonl --publish-every 2000");
        ASSERT_EQ(made.status, 0) << made.output;
    }

    Outcome in_folder(const std::string& command) {
        return execute("cd " + folder_.path().string() + " && " + command);
    }

    // The command under test, on a fresh copy of the first edition's index.
    Outcome add_with(const std::string& faults) {
        in_folder("rm -rf news.idx && cp -r start.idx news.idx");
        return add_again(faults);
    }

    Outcome add_again(const std::string& faults) {
        return in_folder(faults +
                         " LD_PRELOAD=" BROADSHEET_PRELOAD " ASAN_OPTIONS=verify_asan_link_order=0 " + add);
    }

    // Everything a reader sees.
    std::string view() {
        const Outcome hits = in_folder("searcher search news.idx '' --limit 1000 --format ndjson");
        EXPECT_EQ(hits.status, 0) << hits.output;
        const Outcome facets = in_folder("searcher facets news.idx person");
        return in_folder("searcher search news.idx v1 --format ndjson --limit 1000 | wc -l").output +
               facets.output + hits.output;
    }

    void expect_sound(const std::string& when) {
        const Outcome check = in_folder("indexer check news.idx");
        EXPECT_EQ(check.status, 0) << when << ": " << check.output;
        // What the first edition brought is still there, each article once, in one version or the other.
        const Outcome ids = in_folder(
            "searcher search news.idx '' --limit 1000 --format ndjson | grep -o '\"id\":\"a[0-9]*\"' | sort "
            "| uniq -d");
        EXPECT_EQ(ids.output, "") << when;
        for (int i = 0; i < articles / 2; ++i) {
            if (i % 7 != 0) continue;
            const Outcome shown = in_folder("searcher show news.idx a" + std::to_string(i) + " --original");
            EXPECT_EQ(shown.status, 0) << when << ": " << shown.output;
        }
    }

    static constexpr const char* add = "indexer add news.idx second.jsonl --publish-every 4000 --threads 1";
    TemporaryFolder folder_;
};

TEST_F(CrashTest, KilledAtEveryStepNothingIsLostAndTheSameCommandFinishes) {
    ASSERT_EQ(add_with("FAULT_COUNT=count").status, 0);
    const std::string whole = view();
    const int steps = std::stoi(in_folder("cat count").output);
    int killed = 0;
    // Every step near the start and the end, and a sample of those between.
    for (int at = 1; at <= steps; at += at < 12 || at > steps - 12 ? 1 : 1 + steps / 16) {
        const Outcome outcome = add_with("FAULT_KILL_AT=" + std::to_string(at));
        ASSERT_EQ(outcome.status, 128 + SIGKILL) << "step " << at << ": " << outcome.output;
        ++killed;
        const std::string when = "killed at step " + std::to_string(at) + " of " + std::to_string(steps);
        expect_sound(when);
        ASSERT_EQ(add_again("").status, 0) << when;
        EXPECT_EQ(view(), whole) << when;
    }
    EXPECT_GE(killed, 10);
}

TEST_F(CrashTest, KilledWhileTheIndexIsMade) {
    in_folder("rm -rf start.idx; mkdir start.idx");
    for (int at = 1; at <= 8; ++at) {
        const Outcome outcome = add_with("FAULT_KILL_AT=" + std::to_string(at));
        ASSERT_EQ(outcome.status, 128 + SIGKILL) << outcome.output;
        ASSERT_EQ(add_again("").status, 0) << "killed at step " << at;
        EXPECT_EQ(in_folder("indexer check news.idx").output, "40 articles, 0 problems\n");
    }
}

TEST_F(CrashTest, DiskFullIsSaidInOneLineAndLosesNothing) {
    ASSERT_EQ(add_with("").status, 0);
    const std::string whole = view();
    int failed = 0;
    for (const int bytes : {0, 20'000, 60'000, 150'000, 400'000}) {
        const Outcome outcome = add_with("FAULT_DISK=" + std::to_string(bytes));
        if (outcome.status == 0) continue;
        ++failed;
        EXPECT_EQ(outcome.status, 4) << outcome.output;
        EXPECT_EQ(std::count(outcome.output.begin(), outcome.output.end(), '\n'), 1) << outcome.output;
        const std::string when = "disk full after " + std::to_string(bytes) + " bytes";
        expect_sound(when);
        ASSERT_EQ(add_again("").status, 0) << when;
        EXPECT_EQ(view(), whole) << when;
    }
    EXPECT_GE(failed, 3);
}

}  // namespace
}  // namespace broadsheet::test
