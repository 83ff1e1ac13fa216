#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "schema/files.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/index_dump.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using test::Articles;
using test::expect_index;
using test::full_article;

WriterSettings settings() {
    WriterSettings result;
    result.command = "test";
    result.create = true;
    return result;
}

Article version(const std::string& id, int number) {
    Article article = full_article(id);
    article.title += " again " + std::to_string(number);
    return article;
}

Articles by_id(const std::vector<Article>& articles) {
    Articles result;
    for (const Article& article : articles)
        result[article.id] = article;
    return result;
}

class IndexWriting : public ::testing::Test {
protected:
    std::filesystem::path index() const { return folder_ / "test.idx"; }
    const test::TemporaryFolder& folder() const { return folder_; }

private:
    test::TemporaryFolder folder_;
};

TEST_F(IndexWriting, ANewIndexIsEmptyAndWhole) {
    const IndexWriter writer(index(), settings());
    expect_index(index(), {});
    EXPECT_TRUE(std::filesystem::exists(index() / "XAPIANDB"));
}

TEST_F(IndexWriting, ArticlesAreThereOncePublished) {
    IndexWriter writer(index(), settings());
    EXPECT_EQ(writer.add(full_article("a")), AddOutcome::added);
    EXPECT_EQ(writer.add(full_article("b")), AddOutcome::added);
    expect_index(index(), {});
    writer.publish();
    expect_index(index(), by_id({full_article("a"), full_article("b")}));
    const std::uint64_t generation = writer.manifest().generation;
    writer.publish();
    EXPECT_EQ(writer.manifest().generation, generation) << "nothing to publish";
}

TEST_F(IndexWriting, WhatWasNotPublishedIsLost) {
    {
        IndexWriter writer(index(), settings());
        writer.add(full_article("a"));
        writer.publish();
        writer.add(full_article("b"));
        writer.remove("a");
    }
    expect_index(index(), by_id({full_article("a")}));
    EXPECT_FALSE(std::filesystem::exists(index() / "work"));
}

TEST_F(IndexWriting, UpdatesReplaceAndUnchangedArticlesAreSkipped) {
    IndexWriter writer(index(), settings());
    writer.add(full_article("a"));
    writer.add(full_article("b"));
    writer.publish();
    EXPECT_EQ(writer.add(full_article("a")), AddOutcome::unchanged);
    EXPECT_EQ(writer.add(full_article("a")), AddOutcome::unchanged);
    EXPECT_EQ(writer.add(version("b", 2)), AddOutcome::updated);
    writer.publish();
    expect_index(index(), by_id({full_article("a"), version("b", 2)}));
    EXPECT_EQ(writer.add(full_article("b")), AddOutcome::updated) << "back to the first version";
    writer.publish();
    expect_index(index(), by_id({full_article("a"), full_article("b")}));
}

TEST_F(IndexWriting, WithinABatchTheLastVersionCounts) {
    IndexWriter writer(index(), settings());
    writer.add(full_article("old"));
    writer.publish();
    EXPECT_EQ(writer.add(full_article("a")), AddOutcome::added);
    EXPECT_EQ(writer.add(full_article("a")), AddOutcome::duplicate);
    EXPECT_EQ(writer.add(version("a", 2)), AddOutcome::updated);
    EXPECT_EQ(writer.add(version("a", 3)), AddOutcome::updated);
    EXPECT_EQ(writer.add(version("a", 3)), AddOutcome::duplicate);
    EXPECT_EQ(writer.add(version("old", 2)), AddOutcome::updated);
    EXPECT_EQ(writer.add(full_article("old")), AddOutcome::updated)
        << "what the index had, but is to be replaced";
    writer.publish();
    expect_index(index(), by_id({version("a", 3), full_article("old")}));
}

TEST_F(IndexWriting, RemovedArticlesAreGone) {
    IndexWriter writer(index(), settings());
    for (const char* id : {"a", "b", "c"})
        writer.add(full_article(id));
    EXPECT_FALSE(writer.remove("a")) << "it is not published yet";
    writer.publish();
    EXPECT_TRUE(writer.remove("a"));
    EXPECT_FALSE(writer.remove("a"));
    EXPECT_FALSE(writer.remove("unheard of"));
    EXPECT_TRUE(writer.remove("b"));
    EXPECT_EQ(writer.add(full_article("b")), AddOutcome::added) << "removed, then added as it was";
    writer.publish();
    expect_index(index(), by_id({full_article("b"), full_article("c")}));
    for (const char* id : {"b", "c"})
        EXPECT_TRUE(writer.remove(id));
    writer.publish();
    expect_index(index(), {});
    EXPECT_TRUE(writer.manifest().segments.empty()) << "a segment without articles is dropped";
}

TEST_F(IndexWriting, LongIdsAndNamesAreNoTrouble) {
    Article first = full_article(std::string(300, 'i') + "1");
    Article second = full_article(std::string(300, 'i') + "2");
    first.people = {std::string(300, 'p'), std::string(300, 'p') + "q"};
    first.url = "https://example/" + std::string(5000, 'u');
    second.places = {std::string(300, 'q')};
    second.title = std::string(3000, 't');
    IndexWriter writer(index(), settings());
    writer.add(first);
    writer.add(second);
    writer.publish();
    expect_index(index(), by_id({first, second}));
    EXPECT_EQ(writer.add(first), AddOutcome::unchanged);
    EXPECT_TRUE(writer.remove(second.id));
    writer.publish();
    expect_index(index(), by_id({first}));
}

TEST_F(IndexWriting, PublishesByItself) {
    WriterSettings often = settings();
    often.publish_every = 1;
    IndexWriter writer(index(), often);
    const std::vector<Article> articles = test::RandomArticles(45).some(20);
    for (const Article& article : articles)
        writer.add(article);
    expect_index(index(), by_id(articles));
    EXPECT_LE(writer.manifest().segments.size(), 7u) << "eight were merged on the way";
}

TEST_F(IndexWriting, MergingAllLeavesOneSegmentWithoutWaste) {
    IndexWriter writer(index(), settings());
    const std::vector<Article> articles = test::RandomArticles(46).some(30);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        writer.add(articles[i]);
        if (i % 6 == 5) writer.publish();
    }
    writer.remove(articles[3].id);
    writer.add(version("more", 1));
    writer.merge_all();
    ASSERT_EQ(writer.manifest().segments.size(), 1u);
    EXPECT_EQ(writer.manifest().segments[0].articles, 30u);
    EXPECT_EQ(writer.manifest().segments[0].deleted, 0u);
    Articles expected = by_id(articles);
    expected.erase(articles[3].id);
    expected["more"] = version("more", 1);
    expect_index(index(), expected);
    const std::uint64_t generation = writer.manifest().generation;
    writer.merge_all();
    EXPECT_EQ(writer.manifest().generation, generation) << "nothing to merge";
    EXPECT_EQ(bytes_below(index() / "segments"),
              bytes_below(index() / "segments" / writer.manifest().segments[0].name));
}

TEST_F(IndexWriting, TwoWritersDoNotMeet) {
    const IndexWriter first(index(), settings());
    WriterSettings other = settings();
    other.create = false;
    EXPECT_EQ(test::code_of([&] { IndexWriter(index(), other); }), ErrorCode::index_locked);
}

TEST_F(IndexWriting, WhatIsNoIndexIsNotMadeOne) {
    WriterSettings careful = settings();
    careful.create = false;
    EXPECT_EQ(test::code_of([&] { IndexWriter(index(), careful); }), ErrorCode::index_missing);
    EXPECT_FALSE(std::filesystem::exists(index()));
    const std::filesystem::path file = folder().write("file", "text");
    EXPECT_EQ(test::code_of([&] { IndexWriter(file, settings()); }), ErrorCode::index_missing);
    EXPECT_EQ(test::code_of([&] { IndexWriter(folder().path(), settings()); }), ErrorCode::index_missing);
    EXPECT_EQ(read_file(file), "text");
}

TEST_F(IndexWriting, AnUnknownStemmerLeavesNoIndexBehind) {
    WriterSettings bad = settings();
    bad.analysis.stemmer = "klingon";
    EXPECT_EQ(test::code_of([&] { IndexWriter(index(), bad); }), ErrorCode::usage);
    EXPECT_FALSE(std::filesystem::exists(index()));
    { IndexWriter(index(), settings()).publish(); }
    IndexWriter(index(), bad).add(full_article("a"));  // the settings of an index that exists are its own
}

TEST_F(IndexWriting, AnIndexWithAMissingSegmentKeepsTheOthers) {
    std::string segment;
    {
        IndexWriter writer(index(), settings());
        for (const char* id : {"a", "b"}) {
            writer.add(full_article(id));
            writer.publish();
        }
        segment = writer.manifest().segments.at(0).name;
    }
    const IndexPaths paths{index()};
    std::filesystem::rename(paths.segment(segment), folder() / "elsewhere");
    std::filesystem::create_directories(paths.segment("000099"));
    EXPECT_EQ(test::code_of([&] { IndexWriter(index(), settings()); }), ErrorCode::index_damaged);
    EXPECT_TRUE(std::filesystem::exists(paths.segment("000099")))
        << "nothing is cleared away while things are missing";
    std::filesystem::rename(folder() / "elsewhere", paths.segment(segment));
    { const IndexWriter writer(index(), settings()); }
    EXPECT_FALSE(std::filesystem::exists(paths.segment("000099")));
    expect_index(index(), by_id({full_article("a"), full_article("b")}));
}

TEST_F(IndexWriting, FinishesDeletionsThatAKilledWriterLeft) {
    {
        IndexWriter writer(index(), settings());
        for (const char* id : {"a", "b", "c"})
            writer.add(full_article(id));
        writer.publish();
    }
    const IndexPaths paths{index()};
    Manifest manifest = read_manifest(paths);
    manifest.pending = {{manifest.segments.at(0).name, {2, 77}}};
    ++manifest.generation;
    publish_manifest(paths, manifest);
    {
        Snapshot snapshot(index());
        EXPECT_EQ(snapshot.article_count(), 2u) << "readers leave it out already";
        EXPECT_EQ(snapshot.find("b"), std::nullopt);
        EXPECT_EQ(test::articles_in(snapshot), by_id({full_article("a"), full_article("c")}));
    }
    const IndexWriter writer(index(), settings());
    EXPECT_TRUE(writer.manifest().pending.empty());
    EXPECT_EQ(writer.manifest().segments.at(0).articles, 2u);
    EXPECT_EQ(writer.manifest().segments.at(0).deleted, 1u);
    expect_index(index(), by_id({full_article("a"), full_article("c")}));
}

}  // namespace
}  // namespace broadsheet
