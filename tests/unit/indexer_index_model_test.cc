// The writer against a model of itself in a std::map: the same random deeds, the same outcomes, the same
// index.
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

#include "indexer/index_writer.h"
#include "tests/support/articles.h"
#include "tests/support/index_dump.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using test::Articles;

class Model {
public:
    AddOutcome add(const Article& article) {
        const auto in_batch = batch_.find(article.id);
        if (in_batch != batch_.end()) {
            if (in_batch->second == article) return AddOutcome::duplicate;
            in_batch->second = article;
            return AddOutcome::updated;
        }
        const auto there = published_.find(article.id);
        const bool replaces = there != published_.end() && !gone_.contains(article.id);
        if (replaces && there->second == article) return AddOutcome::unchanged;
        batch_[article.id] = article;
        if (!replaces) return AddOutcome::added;
        gone_.insert(article.id);
        return AddOutcome::updated;
    }

    bool remove(const std::string& id) { return published_.contains(id) && gone_.insert(id).second; }

    void publish() {
        for (const std::string& id : gone_)
            published_.erase(id);
        for (const auto& [id, article] : batch_)
            published_[id] = article;
        drop();
    }

    void drop() {
        gone_.clear();
        batch_.clear();
    }

    const Articles& published() const { return published_; }
    // What the writer would have after publishing, for choosing articles that are the same as before.
    Articles newest() const {
        Articles result = published_;
        for (const auto& [id, article] : batch_)
            result[id] = article;
        return result;
    }

private:
    Articles published_;
    Articles batch_;
    std::set<std::string> gone_;  // ids whose published version goes with the next publication
};

class Deeds {
public:
    explicit Deeds(std::uint64_t seed) : random_(seed) { open(); }

    void run(int count) {
        for (int i = 0; i < count && !::testing::Test::HasFatalFailure(); ++i)
            one();
        publish();
    }

private:
    std::filesystem::path index() const { return folder_ / "test.idx"; }

    void open() {
        WriterSettings settings;
        settings.create = true;
        settings.threads = 1 + static_cast<unsigned>(random_.below(3));
        settings.memory = 1;  // several segments at each publication
        writer_.reset();
        writer_ = std::make_unique<IndexWriter>(index(), settings);
    }

    std::string some_id() { return "id" + std::to_string(random_.below(60)); }

    Article some_article() {
        const Articles newest = model_.newest();
        const std::string id = some_id();
        const auto there = newest.find(id);
        if (there != newest.end() && random_.one_in(3)) return there->second;
        const auto published = model_.published().find(id);
        if (published != model_.published().end() && random_.one_in(4)) return published->second;
        Article article = random_.next(id);
        if (random_.one_in(20)) article.body = random_.body(400);
        return article;
    }

    void one() {
        const std::size_t deed = random_.below(40);
        if (deed < 30) {
            const Article article = some_article();
            ASSERT_EQ(writer_->add(article), model_.add(article)) << article.id;
        } else if (deed < 36) {
            const std::string id = some_id();
            ASSERT_EQ(writer_->remove(id), model_.remove(id)) << id;
        } else if (deed < 38) {
            publish();
        } else if (deed < 39) {
            writer_->merge_all();
            model_.publish();
            ASSERT_LE(writer_->manifest().segments.size(), 1u);
            test::expect_index(index(), model_.published());
        } else {
            open();  // and with it what was not published goes
            model_.drop();
            test::expect_index(index(), model_.published());
        }
    }

    void publish() {
        writer_->publish();
        model_.publish();
        test::expect_index(index(), model_.published());
    }

    test::RandomArticles random_;
    test::TemporaryFolder folder_;
    Model model_;
    std::unique_ptr<IndexWriter> writer_;
};

TEST(IndexModel, RandomDeedsGiveTheIndexThatTheyShould) {
    for (const std::uint64_t seed : {1, 2, 3}) {
        SCOPED_TRACE(seed);
        Deeds(seed).run(200);
    }
}

TEST(IndexModel, ManyArticlesThroughSeveralPublicationsWithADictionary) {
    const test::TemporaryFolder folder;
    WriterSettings settings;
    settings.create = true;
    settings.memory = 1;
    settings.publish_every = 1u << 19;
    Articles expected;
    {
        IndexWriter writer(folder / "test.idx", settings);
        for (const Article& article : test::RandomArticles(47).some(1500)) {
            writer.add(article);
            expected[article.id] = article;
        }
        writer.publish();
        EXPECT_GE(writer.manifest().segments.size(), 2u);
    }
    test::expect_index(folder / "test.idx", expected);
    IndexWriter writer(folder / "test.idx", settings);
    writer.merge_all();
    test::expect_index(folder / "test.idx", expected);
}

}  // namespace
}  // namespace broadsheet
