#include <gtest/gtest.h>
#include <unistd.h>

#include <future>
#include <memory>
#include <string>

#include "schema/files.h"
#include "schema/index/lock.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using std::chrono::milliseconds;

TEST(WriterLock, ASecondWriterIsToldWhoHoldsIt) {
    const test::TemporaryFolder folder;
    const WriterLock first(folder / "lock", "indexer add", milliseconds(0));
    const auto error =
        test::thrown_by([&] { WriterLock(folder / "lock", "indexer merge", milliseconds(0)); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::index_locked);
    EXPECT_EQ(std::string(error->what()), folder.path().string() + " is locked by process " +
                                              std::to_string(::getpid()) + " (indexer add)");
    EXPECT_NE(error->hint().find("--wait"), std::string::npos);
}

TEST(WriterLock, IsFreeOnceItsHolderIsGone) {
    const test::TemporaryFolder folder;
    { const WriterLock first(folder / "lock", "a command with a long name", milliseconds(0)); }
    const WriterLock second(folder / "lock", "short", milliseconds(0));
    EXPECT_EQ(read_file(folder / "lock"), std::to_string(::getpid()) + " short")
        << "nothing of the first is left";
}

TEST(WriterLock, WhoWaitsGetsItWhenItIsReleased) {
    const test::TemporaryFolder folder;
    auto first = std::make_unique<WriterLock>(folder / "lock", "first", milliseconds(0));
    std::promise<void> about_to_wait;
    std::future<void> waiting = std::async(std::launch::async, [&] {
        about_to_wait.set_value();
        WriterLock(folder / "lock", "second", milliseconds(60'000));
    });
    about_to_wait.get_future().wait();
    first.reset();
    EXPECT_EQ(waiting.wait_for(std::chrono::seconds(30)), std::future_status::ready);
    waiting.get();
}

TEST(WriterLock, WaitingEndsWhenItsTimeIsOver) {
    const test::TemporaryFolder folder;
    const WriterLock first(folder / "lock", "first", milliseconds(0));
    EXPECT_EQ(test::code_of([&] { WriterLock(folder / "lock", "second", milliseconds(30)); }),
              ErrorCode::index_locked);
}

TEST(WriterLock, AnUnknownHolderIsAnotherProcess) {
    const test::TemporaryFolder folder;
    const WriterLock first(folder / "lock", "first", milliseconds(0));
    test::overwrite(folder / "lock", "");
    const auto error = test::thrown_by([&] { WriterLock(folder / "lock", "second", milliseconds(0)); });
    ASSERT_TRUE(error);
    EXPECT_NE(std::string(error->what()).find("another process"), std::string::npos);
}

TEST(WriterLock, NeedsAFolder) {
    EXPECT_EQ(test::code_of([] { WriterLock("/nowhere/at/all/lock", "x", milliseconds(0)); }),
              ErrorCode::not_found);
}

}  // namespace
}  // namespace broadsheet
