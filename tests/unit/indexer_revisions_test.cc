// Corrections of articles, from the writer to what searcher shows.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/index_writer.h"
#include "indexer/program.h"
#include "schema/revision.h"
#include "searcher/program.h"
#include "tests/support/articles.h"
#include "tests/support/index_dump.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

Article version(const std::string& id, int number) {
    Article article = test::full_article(id);
    article.body += "\n\nVersion " + std::to_string(number) + ".";
    article.original += std::to_string(number);
    return article;
}

struct Ran {
    int status;
    std::string out;
    std::string err;
};

Ran run(const Program& program, const std::vector<std::string>& arguments, const std::string& input = {}) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{in, out, err};
    const int status = run_program(program, arguments, {}, terminal);
    return {status, out.str(), err.str()};
}

class Correcting : public ::testing::Test {
protected:
    std::filesystem::path index() const { return folder_ / "test.idx"; }

    static WriterSettings settings() {
        WriterSettings settings;
        settings.create = true;
        return settings;
    }

    // One run that publishes once.
    void write(const std::vector<Article>& articles) const {
        IndexWriter writer(index(), settings());
        for (const Article& article : articles)
            writer.add(article);
        writer.publish();
    }

    Revisions revisions(const std::string& id) const {
        Snapshot snapshot(index());
        const std::optional<Location> location = snapshot.find(id);
        if (!location) return {};
        const Xapian::Database& segment = snapshot.segments()[location->segment].database;
        return stored_revisions(segment.get_document(location->document).get_data());
    }

    std::vector<Article> kept(const std::string& id) const {
        std::vector<Article> articles;
        for (const Revision& revision : revisions(id).kept)
            articles.push_back(revision.article);
        return articles;
    }

    const test::TemporaryFolder folder_;
};

using Versions = std::vector<Article>;

TEST_F(Correcting, EarlierVersionsStayThroughRunsAndMerges) {
    write({version("a", 1), version("b", 1)});
    EXPECT_EQ(revisions("a").count, 0u);
    write({version("a", 1)});
    EXPECT_EQ(revisions("a").count, 0u) << "unchanged";
    write({version("a", 2)});
    write({version("c", 1)});
    write({version("a", 3)});
    EXPECT_EQ(kept("a"), (Versions{version("a", 1), version("a", 2)}));
    EXPECT_EQ(revisions("b").count, 0u);
    test::expect_index(index(), {{"a", version("a", 3)}, {"b", version("b", 1)}, {"c", version("c", 1)}});
    const std::int64_t replaced = revisions("a").kept.front().replaced;
    IndexWriter(index(), settings()).merge_all();
    EXPECT_EQ(kept("a"), (Versions{version("a", 1), version("a", 2)}));
    EXPECT_EQ(revisions("a").kept.front().replaced, replaced);
    write({version("a", 4)});
    EXPECT_EQ(kept("a"), (Versions{version("a", 1), version("a", 2), version("a", 3)}));
}

TEST_F(Correcting, VersionsOfOneRunFollowEachOther) {
    write({version("a", 1)});
    write({version("b", 1), version("a", 2), version("b", 2), version("a", 3), version("a", 2)});
    EXPECT_EQ(kept("a"), (Versions{version("a", 1), version("a", 2), version("a", 3)}));
    EXPECT_EQ(kept("b"), (Versions{version("b", 1)}));
    test::expect_index(index(), {{"a", version("a", 2)}, {"b", version("b", 2)}});
}

TEST_F(Correcting, OtherFieldsAloneAreAnUpdateThatKeepsTheVersions) {
    write({version("a", 1)});
    write({version("a", 2)});
    Article moved = version("a", 2);
    moved.section = "elsewhere";
    moved.original += " elsewhere";
    write({moved});
    EXPECT_EQ(kept("a"), (Versions{version("a", 1)}));
    test::expect_index(index(), {{"a", moved}});
}

TEST_F(Correcting, WhatWasRemovedIsForgotten) {
    write({version("a", 1)});
    write({version("a", 2)});
    {
        IndexWriter writer(index(), settings());
        writer.remove("a");
        writer.add(version("a", 3));
        writer.publish();
    }
    EXPECT_EQ(revisions("a").count, 0u);
}

TEST_F(Correcting, ManyCorrectionsTakeBoundedSpace) {
    Versions versions;
    for (int i = 0; i < 40; ++i)
        versions.push_back(version("a", i));
    write(versions);
    EXPECT_EQ(revisions("a").count, 39u);
    EXPECT_EQ(kept("a").size(), most_kept_revisions);
    EXPECT_EQ(kept("a").back(), version("a", 38));
}

// What is told from other articles by its file alone has another id after it was corrected.
TEST_F(Correcting, ArticlesOfAFileReplaceEachOther) {
    const auto add = [&](const std::vector<std::pair<std::string, Article>>& articles) {
        IndexWriter writer(index(), settings());
        std::vector<AddOutcome> outcomes;
        for (const auto& [file, article] : articles)
            outcomes.push_back(writer.add(article, file));
        writer.publish();
        return outcomes;
    };
    using Outcomes = std::vector<AddOutcome>;
    EXPECT_EQ(add({{"/1.txt", version("a", 1)}, {"/2.txt", version("b", 1)}}),
              (Outcomes{AddOutcome::added, AddOutcome::added}));
    EXPECT_EQ(add({{"/1.txt", version("a", 1)}, {"/2.txt", version("c", 1)}}),
              (Outcomes{AddOutcome::unchanged, AddOutcome::updated}));
    EXPECT_EQ(test::articles_in(index()), (test::Articles{{"a", version("a", 1)}, {"c", version("c", 1)}}));
    EXPECT_EQ(kept("c"), (Versions{version("b", 1)}));
    // Twice in one run, and back to what it was.
    EXPECT_EQ(add({{"/2.txt", version("d", 1)}, {"/2.txt", version("e", 1)}, {"/3.txt", version("b", 1)}}),
              (Outcomes{AddOutcome::updated, AddOutcome::updated, AddOutcome::added}));
    EXPECT_EQ(test::articles_in(index()),
              (test::Articles{{"a", version("a", 1)}, {"b", version("b", 1)}, {"e", version("e", 1)}}));
    EXPECT_EQ(kept("e"), (Versions{version("b", 1), version("c", 1), version("d", 1)}));
    // Two files of the same content are one article, until one of them changes.
    EXPECT_EQ(add({{"/4.txt", version("a", 1)}}), Outcomes{AddOutcome::unchanged});
    EXPECT_EQ(add({{"/4.txt", version("f", 1)}}), Outcomes{AddOutcome::added});
    EXPECT_EQ(
        test::articles_in(index()),
        (test::Articles{
            {"a", version("a", 1)}, {"b", version("b", 1)}, {"e", version("e", 1)}, {"f", version("f", 1)}}));
    EXPECT_EQ(add({{"/4.txt", version("a", 1)}}), Outcomes{AddOutcome::unchanged});
    EXPECT_EQ(test::articles_in(index()),
              (test::Articles{{"a", version("a", 1)}, {"b", version("b", 1)}, {"e", version("e", 1)}}));
}

// Of two files with the same bytes one changes: what the other has must stay, whichever was read first.
TEST_F(Correcting, AnArticleOfTwoFilesStaysWhenOneChanges) {
    const Article shared = version("a", 1);
    const test::Articles both{{"a", shared}, {"b", version("b", 1)}};
    {
        IndexWriter writer(index(), settings());
        writer.add(shared, "/1.txt");
        EXPECT_EQ(writer.add(shared, "/2.txt"), AddOutcome::duplicate);
        writer.publish();  // as a watcher goes on
        writer.add(version("b", 1), "/1.txt");
        writer.publish();
    }
    EXPECT_EQ(test::articles_in(index()), both) << "in one run";
    {
        IndexWriter writer(index(), settings());
        EXPECT_EQ(writer.add(shared, "/2.txt"), AddOutcome::unchanged);
        EXPECT_EQ(writer.add(version("b", 1), "/1.txt"), AddOutcome::unchanged);
        writer.publish();
    }
    EXPECT_EQ(test::articles_in(index()), both) << "in a later run";
    {
        IndexWriter writer(index(), settings());
        writer.add(version("c", 1), "/3.txt");
        writer.add(version("c", 1), "/4.txt");
        writer.add(version("d", 1), "/3.txt");
        writer.publish();
    }
    EXPECT_EQ(test::articles_in(index()),
              (test::Articles{
                  {"a", shared}, {"b", version("b", 1)}, {"c", version("c", 1)}, {"d", version("d", 1)}}))
        << "in one batch";
}

// The same when only the changed file is read, run after run: which files an article is of is kept with it.
TEST_F(Correcting, TheFilesOfAnArticleAreKept) {
    const auto add = [&](const std::vector<std::pair<Article, std::string>>& articles) {
        IndexWriter writer(index(), settings());
        for (const auto& [article, file] : articles)
            writer.add(article, file);
        writer.publish();
        writer.merge_all();
        std::string ids;
        for (const auto& [id, article] : test::articles_in(index()))
            ids += id;
        return ids;
    };
    const Article a = version("a", 1);
    Article a_elsewhere = a;
    a_elsewhere.section = "elsewhere";
    const Article b = version("b", 1);
    const Article c = version("c", 1);
    const Article d = version("d", 1);
    EXPECT_EQ(add({{a, "/1"}, {a, "/2"}, {a_elsewhere, "/3"}, {b, "/4"}}), "ab");
    EXPECT_EQ(add({{c, "/1"}}), "abc");
    EXPECT_EQ(add({{b, "/5"}}), "abc") << "unchanged, and of another file";
    EXPECT_EQ(add({{d, "/4"}}), "abcd");
    EXPECT_EQ(add({{c, "/2"}}), "abcd");
    EXPECT_EQ(add({{c, "/3"}}), "bcd") << "the last of its files changed";
    EXPECT_EQ(add({{d, "/1"}, {d, "/2"}}), "bcd");
    EXPECT_EQ(add({{a, "/3"}, {a, "/6"}, {b, "/6"}, {d, "/5"}}), "abd") << "twice in one batch";
    EXPECT_EQ(add({{d, "/3"}}), "bd");
    EXPECT_EQ(add({{c, "/7"}, {a, "/8"}, {a, "/7"}, {d, "/8"}}), "abd");
    EXPECT_EQ(add({{d, "/7"}, {d, "/6"}}), "d");
    EXPECT_EQ(run(indexer_program(), {"check", index().string()}).status, 0);
}

TEST_F(Correcting, AChangedFileIsAnUpdateHoweverItIsNamed) {
    const std::string text = "Bridge closed\n\nThe old bridge is closed for repairs until the autumn.\n";
    folder_.write("bridge.txt", text);
    const std::string path = index().string();
    const auto add = [&](const std::filesystem::path& source) {
        return run(indexer_program(), {"add", path, source.string(), "--no-entities", "--threads", "1"}).out;
    };
    const std::filesystem::path whole = folder_ / "bridge.txt";
    EXPECT_TRUE(add(whole).starts_with("read 1: added 1,")) << "as a file";
    folder_.write("bridge.txt", text + "It opens again in May.\n");
    EXPECT_TRUE(add(folder_ / "." / "bridge.txt").starts_with("read 1: added 0, updated 1,"));
    EXPECT_TRUE(
        add(std::filesystem::relative(whole)).starts_with("read 1: added 0, updated 0, unchanged 1,"));
}

TEST_F(Correcting, TheProgramsTellOfIt) {
    const std::string path = index().string();
    const auto record = [](const std::string& title) {
        return R"({"url":"https://a.example/1","title":")" + title +
               R"(","text":"It happened.","date":"2024-01-24"})" + "\n";
    };
    const std::string id = "https://a.example/1";
    for (const char* title : {"Four hurt", "Three hurt", "Three hurt", "Nobody hurt"}) {
        const Ran added =
            run(indexer_program(), {"add", path, "-", "--no-entities", "--threads", "1"}, record(title));
        ASSERT_EQ(added.status, 0) << added.err;
    }
    EXPECT_NE(run(indexer_program(), {"stats", path}).out.find("corrected    1 articles\n"),
              std::string::npos);
    EXPECT_EQ(Json::parse(run(indexer_program(), {"stats", path, "--json"}).out)["corrected"], 1);
    EXPECT_EQ(run(indexer_program(), {"check", path}).status, 0);

    const Json now = Json::parse(run(searcher_program(), {"show", path, id, "--json"}).out);
    EXPECT_EQ(now["title"], "Nobody hurt");
    EXPECT_EQ(now["corrections"], 2);
    ASSERT_EQ(now["revisions"].size(), 2u);
    EXPECT_EQ(now["revisions"][0]["title"], "Four hurt");
    EXPECT_EQ(now["revisions"][0]["date"], "2024-01-24T00:00:00Z");
    EXPECT_FALSE(now.contains("revision"));

    const Json first =
        Json::parse(run(searcher_program(), {"show", path, id, "--json", "--revision", "1"}).out);
    EXPECT_EQ(first["title"], "Four hurt");
    EXPECT_EQ(first["revision"], 1);
    EXPECT_EQ(first["replaced"], now["revisions"][0]["replaced"]);

    EXPECT_NE(run(searcher_program(), {"show", path, id}).out.find("2 times, last seen 20"),
              std::string::npos);
    EXPECT_EQ(run(searcher_program(), {"show", path, id, "--original", "--revision", "2"}).out,
              record("Three hurt").substr(0, record("Three hurt").size() - 1));
    const Ran missing = run(searcher_program(), {"show", path, id, "--revision", "7"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_NE(missing.err.find("1 to 2"), std::string::npos) << missing.err;

    EXPECT_EQ(
        Json::parse(run(searcher_program(), {"search", path, "four", "--json"}).out)["total"]["articles"], 0);
    const Json found = Json::parse(run(searcher_program(), {"search", path, "nobody", "--json"}).out);
    EXPECT_EQ(found["total"]["articles"], 1);
    EXPECT_EQ(found["hits"][0]["corrections"], 2);
    EXPECT_NE(run(searcher_program(), {"search", path, "nobody"}).out.find("corrected 2 times"),
              std::string::npos);
    EXPECT_EQ(run(searcher_program(),
                  {"search", path, "nobody", "--all", "--format", "ndjson", "--fields", "id,corrections"})
                  .out,
              R"({"id":"https://a.example/1","corrections":2})"
              "\n");
}

}  // namespace
}  // namespace broadsheet
