#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <set>
#include <thread>

#include "indexer/work_queue.h"
#include "tests/support/articles.h"

namespace broadsheet {
namespace {

ArticleBatch batch(std::uint64_t number, std::size_t bytes) {
    Article article;
    article.body = std::string(bytes, 'x');
    ArticleBatch result;
    result.push_back({number, std::move(article)});
    return result;
}

TEST(WorkQueue, GivesBatchesInOrder) {
    WorkQueue queue(1'000'000);
    for (std::uint64_t number = 0; number < 5; ++number)
        EXPECT_TRUE(queue.push(batch(number, 10)));
    for (std::uint64_t number = 0; number < 5; ++number)
        EXPECT_EQ(queue.pop().value().at(0).number, number);
}

TEST(WorkQueue, AfterClosingWhatIsInItCanBeTaken) {
    WorkQueue queue(1'000'000);
    queue.push(batch(1, 10));
    queue.close();
    EXPECT_FALSE(queue.push(batch(2, 10)));
    EXPECT_EQ(queue.pop().value().at(0).number, 1u);
    EXPECT_EQ(queue.pop(), std::nullopt);
    EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(WorkQueue, AfterAbandoningNothingIsLeft) {
    WorkQueue queue(1'000'000);
    queue.push(batch(1, 10));
    queue.abandon();
    EXPECT_EQ(queue.pop(), std::nullopt);
    EXPECT_FALSE(queue.push(batch(2, 10)));
}

TEST(WorkQueue, LetsOneBatchInHoweverLarge) {
    WorkQueue queue(10);
    EXPECT_TRUE(queue.push(batch(1, 1'000'000)));
    EXPECT_TRUE(queue.pop());
    EXPECT_TRUE(queue.push(batch(2, 1'000'000)));
}

TEST(WorkQueue, WhoWaitsForRoomIsWokenByClosing) {
    WorkQueue queue(10);
    queue.push(batch(1, 100));
    std::future<bool> pushed = std::async(std::launch::async, [&] { return queue.push(batch(2, 100)); });
    queue.close();
    EXPECT_FALSE(pushed.get());
}

TEST(WorkQueue, WhoWaitsForWorkIsWokenByClosing) {
    WorkQueue queue(10);
    auto popped = std::async(std::launch::async, [&] { return queue.pop(); });
    queue.close();
    EXPECT_EQ(popped.get(), std::nullopt);
}

TEST(WorkQueue, NeverHoldsMuchMoreThanItsBytesAndLosesNothing) {
    constexpr std::size_t most = 100'000;
    constexpr std::size_t each = 10'000;
    constexpr std::uint64_t count = 2000;
    WorkQueue queue(most);
    std::atomic<std::int64_t> inside{0};
    std::atomic<std::int64_t> most_inside{0};
    std::vector<std::future<std::multiset<std::uint64_t>>> consumers;
    for (int i = 0; i < 3; ++i) {
        consumers.push_back(std::async(std::launch::async, [&] {
            std::multiset<std::uint64_t> taken;
            while (const auto got = queue.pop()) {
                --inside;
                taken.insert(got->at(0).number);
            }
            return taken;
        }));
    }
    for (std::uint64_t number = 0; number < count; ++number) {
        ASSERT_TRUE(queue.push(batch(number, each)));
        // A consumer may count a batch before this does: only the upper bound says something.
        const std::int64_t now = ++inside;
        most_inside = std::max<std::int64_t>(most_inside, now);
    }
    queue.close();
    std::multiset<std::uint64_t> all;
    for (auto& consumer : consumers)
        all.merge(consumer.get());
    EXPECT_EQ(all.size(), count);
    EXPECT_EQ(std::set<std::uint64_t>(all.begin(), all.end()).size(), count);
    EXPECT_LE(most_inside, static_cast<std::int64_t>(most / each + 1 + 3))
        << "one more, and one in each consumer's hand";
}

}  // namespace
}  // namespace broadsheet
