#include <gtest/gtest.h>

#include <atomic>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "indexer/index_writer.h"
#include "schema/files.h"
#include "schema/index/snapshot.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/index_dump.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using test::Articles;

class Snapshots : public ::testing::Test {
protected:
    std::filesystem::path index() const { return folder_ / "test.idx"; }

    std::unique_ptr<IndexWriter> writer() const {
        WriterSettings settings;
        settings.create = true;
        settings.threads = 1;
        return std::make_unique<IndexWriter>(index(), settings);
    }

private:
    test::TemporaryFolder folder_;
};

TEST_F(Snapshots, OfAnEmptyIndexHoldNothing) {
    const auto first = writer();
    Snapshot snapshot(index());
    EXPECT_EQ(snapshot.article_count(), 0u);
    EXPECT_EQ(snapshot.find("a"), std::nullopt);
    EXPECT_EQ(snapshot.database().get_doccount(), 0u);
    EXPECT_TRUE(snapshot.segments().empty());
    EXPECT_EQ(snapshot.label(FieldId::person, 0), to_text(0));
}

TEST_F(Snapshots, OfNoIndexAreRefused) {
    EXPECT_EQ(test::code_of([&] { const Snapshot snapshot(index()); }), ErrorCode::index_missing);
    writer().reset();
    test::overwrite(index() / "manifest.json", "{");
    EXPECT_EQ(test::code_of([&] { const Snapshot snapshot(index()); }), ErrorCode::index_damaged);
    test::overwrite(index() / "manifest.json", R"({"format": 99, "features": []})");
    EXPECT_EQ(test::code_of([&] { const Snapshot snapshot(index()); }), ErrorCode::index_newer);
}

TEST_F(Snapshots, AMissingSegmentIsDamage) {
    {
        const auto w = writer();
        w->add(test::full_article("a"));
        w->publish();
    }
    std::filesystem::remove_all(index() / "segments");
    EXPECT_EQ(test::code_of([&] { const Snapshot snapshot(index()); }), ErrorCode::index_damaged);
}

TEST_F(Snapshots, DocumentsOfAllSegmentsHaveNumbersOfTheirOwn) {
    const auto w = writer();
    for (int i = 0; i < 9; ++i) {
        w->add(test::full_article("a" + std::to_string(i)));
        if (i % 4 == 3) w->publish();
    }
    w->publish();
    Snapshot snapshot(index());
    ASSERT_EQ(snapshot.segments().size(), 3u);
    for (std::size_t segment = 0; segment < 3; ++segment) {
        const Xapian::Database& database = snapshot.segments()[segment].database;
        for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
            const Xapian::docid document = snapshot.docid({segment, *it});
            EXPECT_EQ(snapshot.locate(document).segment, segment);
            EXPECT_EQ(snapshot.locate(document).document, *it);
            EXPECT_EQ(snapshot.database().get_document(document).get_data(),
                      database.get_document(*it).get_data());
        }
    }
}

TEST_F(Snapshots, LabelsAreTheCommonestSpellingOfAllSegments) {
    const auto w = writer();
    int number = 0;
    for (const char* name : {"Lukasz Wojcik", "Łukasz Wójcik", "ŁUKASZ WÓJCIK", "Łukasz Wójcik"}) {
        Article article = test::full_article("a" + std::to_string(number++));
        article.people = {name};
        w->add(article);
        w->publish();
    }
    const ValueId id = value_id(FieldId::person, "lukasz wojcik");
    EXPECT_EQ(Snapshot(index()).label(FieldId::person, id), "Łukasz Wójcik");
    w->merge_all();
    EXPECT_EQ(Snapshot(index()).label(FieldId::person, id), "Łukasz Wójcik");
    EXPECT_EQ(Snapshot(index()).label(FieldId::place, id), to_text(id));
}

TEST_F(Snapshots, XapianOpensTheIndexThroughItsStub) {
    const auto w = writer();
    for (const char* id : {"a", "b"}) {
        w->add(test::full_article(id));
        w->publish();
    }
    const Xapian::Database database(index().string());
    EXPECT_EQ(database.get_doccount(), 2u);
    EXPECT_TRUE(database.term_exists("basra"));
}

TEST_F(Snapshots, AHeldOneGivesTheOldStateOrSaysThatItIsOvertaken) {
    const auto w = writer();
    Articles old;
    for (const Article& article : test::RandomArticles(51).some(40)) {
        w->add(article);
        old[article.id] = article;
    }
    w->publish();
    test::RandomArticles random(52);
    int overtaken = 0;
    for (int round = 0; round < 4; ++round) {
        Snapshot held(index());
        Snapshot untouched(index());
        Articles now = old;
        for (int publication = 0; publication < 2; ++publication) {
            for (int i = 0; i < 10; ++i) {
                const Article article = random.next("a" + std::to_string(random.below(50)));
                w->add(article);
                now[article.id] = article;
            }
            w->publish();
            try {
                EXPECT_TRUE(test::articles_in(held) == old);
            } catch (const Error& error) {
                EXPECT_EQ(error.code(), ErrorCode::index_changed);
                ++overtaken;
            } catch (const Xapian::DatabaseModifiedError&) {
                ++overtaken;
            }
        }
        if (round == 2) w->merge_all();
        try {
            EXPECT_TRUE(test::articles_in(untouched) == old) << "first read after everything";
        } catch (const Xapian::DatabaseModifiedError&) {
            ++overtaken;
        }
        EXPECT_TRUE(test::articles_in(index()) == now);
        old = now;
    }
    RecordProperty("overtaken", overtaken);
}

// A writer that publishes and merges without pause; each answer must be one of its generations, whole.
TEST_F(Snapshots, RequestsAreAnsweredWhileTheWriterWorks) {
    constexpr int ids = 12;
    const auto w = writer();
    const auto publish_all = [&](int generation) {
        for (int i = 0; i < ids; ++i) {
            Article article = test::full_article("a" + std::to_string(i));
            article.section = std::to_string(generation);
            w->add(std::move(article));
        }
        w->publish();
    };
    publish_all(0);
    std::atomic<bool> done{false};
    std::jthread publisher([&] {
        for (int generation = 1; generation <= 25; ++generation) {
            publish_all(generation);
            if (generation % 10 == 0) w->merge_all();
        }
        done = true;
    });
    int answers = 0;
    int given_up = 0;
    int last = 0;
    do {
        try {
            const Articles articles = test::articles_in(index());
            ++answers;
            ASSERT_EQ(articles.size(), static_cast<std::size_t>(ids));
            const std::string section = articles.begin()->second.section;
            for (const auto& [id, article] : articles)
                EXPECT_EQ(article.section, section);
            EXPECT_GE(std::stoi(section), last) << "never back in time";
            last = std::stoi(section);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_changed) << error.what();
            ++given_up;
        }
    } while (!done);
    publisher.join();
    EXPECT_GT(answers, 0);
    std::cout << "while writing: " << answers << " answers, " << given_up << " given up\n";
}

TEST_F(Snapshots, ARequestIsRepeatedThreeTimesAndNoMore) {
    writer().reset();
    for (const int failures : {0, 1, 2, 3}) {
        int calls = 0;
        const auto request = [&](const Snapshot&) {
            if (++calls <= failures) throw Xapian::DatabaseModifiedError("overtaken");
            return calls;
        };
        if (failures < 3) {
            EXPECT_EQ(with_snapshot(index(), request), failures + 1);
        } else {
            EXPECT_EQ(test::code_of([&] { with_snapshot(index(), request); }), ErrorCode::index_changed);
            EXPECT_EQ(calls, 3);
        }
    }
    int calls = 0;
    EXPECT_EQ(test::code_of([&] {
                  with_snapshot(index(), [&](const Snapshot&) {
                      ++calls;
                      throw Error(ErrorCode::bad_query, "no");
                  });
              }),
              ErrorCode::bad_query);
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(test::code_of([&] {
                  with_snapshot(index(), [](const Snapshot&) { throw Xapian::DatabaseCorruptError("bad"); });
              }),
              ErrorCode::index_damaged);
}

}  // namespace
}  // namespace broadsheet
