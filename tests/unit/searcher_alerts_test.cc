#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/index_writer.h"
#include "schema/error.h"
#include "searcher/alerts/alerts.h"
#include "tests/support/errors.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using test::make_article;
using Lines = std::vector<std::string>;

SavedQueries read_all(const std::string& text) {
    std::istringstream in(text);
    return read_saved_queries(in, "saved");
}

std::vector<SavedQuery> read(const std::string& text) {
    return read_all(text).queries;
}

std::string problem_of(const std::string& text) {
    try {
        read(text);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

TEST(SavedQueries, AreReadFromPlainLinesAndFromJson) {
    const std::vector<SavedQuery> queries = read(
        "\xef\xbb\xbf# what we follow\r\n\r\nGrain prices: wheat OR maize\r\n"
        R"({"name": "ports", "query": "title:port strike", "match": "any"})");
    ASSERT_EQ(queries.size(), 2U);
    EXPECT_EQ(queries[0].name, "Grain prices");
    EXPECT_EQ(queries[0].query, "wheat OR maize");
    EXPECT_FALSE(queries[0].any);
    EXPECT_EQ(queries[1].name, "ports");
    EXPECT_EQ(queries[1].query, "title:port strike");
    EXPECT_TRUE(queries[1].any);
}

TEST(SavedQueries, AnErrorNamesFileAndLine) {
    EXPECT_EQ(problem_of("a: wheat\ntitle:port"), "saved:2: there is no name");
    EXPECT_EQ(problem_of(": wheat"), "saved:1: there is no name");
    EXPECT_EQ(problem_of("a: wheat\n\na: maize"), "saved:3: the name \"a\" was there before");
    EXPECT_EQ(problem_of("{\"name\": \"a\""), "saved:1: broken JSON");
    EXPECT_EQ(problem_of(R"({"name": "a"})"), "saved:1: there is no query");
    EXPECT_EQ(problem_of(R"({"name": 1, "query": "b"})"), "saved:1: \"name\" is no text");
    EXPECT_EQ(problem_of(R"({"name": "a", "query": "b", "match": "most"})"),
              "saved:1: \"match\" is all or any, not \"most\"");
    EXPECT_EQ(problem_of(R"({"name": "a", "querry": "b"})"), "saved:1: a saved query has no \"querry\"");
    EXPECT_TRUE(problem_of("a: wheat\nb: colour:red").starts_with("saved:2: "))
        << problem_of("b: colour:red");
}

TEST(SavedQueries, WhatWasNotTakenAsTypedIsToldWithItsLine) {
    EXPECT_EQ(read_all("a: wheat\n# none\nb: \"port strike\"").warnings, Lines{});
    const Lines warnings =
        read_all("a: wheat\n# none\nb: \"port strike\n{\"name\": \"c\", \"query\": \"(wheat\"}\nd: OR\n")
            .warnings;
    ASSERT_EQ(warnings.size(), 4U);
    EXPECT_TRUE(warnings[0].starts_with("saved:3: the quote at character 1")) << warnings[0];
    EXPECT_TRUE(warnings[1].starts_with("saved:4: the bracket at character 1")) << warnings[1];
    EXPECT_TRUE(warnings[2].starts_with("saved:5: OR at character 1")) << warnings[2];
    EXPECT_EQ(warnings[3], "saved:5: nothing in the query can be searched for");
}

TEST(SavedQueries, AreBounded) {
    EXPECT_EQ(problem_of("a: " + std::string(longest_saved_line, 'x')),
              "saved:1: the line has more than 32768 bytes");
    EXPECT_EQ(problem_of(std::string(longest_saved_name + 1, 'a') + ": x"),
              "saved:1: a name has at most 200 bytes, on one line");
    EXPECT_EQ(problem_of(R"({"name": "a\nb", "query": "c"})"),
              "saved:1: a name has at most 200 bytes, on one line");
    std::string many;
    for (std::size_t i = 0; i <= most_saved_queries; ++i)
        many += "q" + std::to_string(i) + ": x\n";
    EXPECT_EQ(problem_of(many), "saved:1001: there are more than 1000 queries");
}

TEST(SavedQueries, AFileThatIsNotThereIsAnError) {
    EXPECT_THROW(read_saved_queries(std::filesystem::path("no-such-file")), Error);
    EXPECT_THROW(read_saved_queries(std::filesystem::path(".")), Error);
}

class Alerting : public ::testing::Test {
protected:
    Alerting() : alerts_(read("grain: wheat\nports: \"port strike\"\nall: lang:en OR source:Gazette"), out_) {
        WriterSettings settings;
        settings.create = true;
        settings.before_publishing = [this](const NewSegment& segment) {
            alerts_.announce(segment.folder, segment.articles, segment.analysis, segment.replaces_another);
        };
        writer_.emplace(folder_ / "test.idx", std::move(settings));
    }

    // What was written since the last call, each line as "alert id", with a * for an update.
    Lines alerts() {
        Lines lines;
        std::istringstream written(out_.str());
        for (std::string line; std::getline(written, line);) {
            const nlohmann::json json = nlohmann::json::parse(line);
            lines.push_back(json["alert"].get<std::string>() + " " + json["id"].get<std::string>() +
                            (json["updated"].get<bool>() ? "*" : ""));
        }
        out_.str({});
        return lines;
    }

    test::TemporaryFolder folder_;
    std::ostringstream out_;
    Alerts alerts_;
    std::optional<IndexWriter> writer_;
};

TEST_F(Alerting, NewArticlesAreAnnouncedOnceTheyAreWritten) {
    writer_->add(make_article("1", "Harvest", "The wheat is in."));
    writer_->add(make_article("2", "Docks", "A port strike has ended."));
    EXPECT_EQ(alerts(), Lines{});
    writer_->publish();
    EXPECT_EQ(alerts(), (Lines{"grain 1", "ports 2", "all 1", "all 2"}));
    writer_->add(make_article("3", "More", "More wheat."));
    writer_->publish();
    EXPECT_EQ(alerts(), (Lines{"grain 3", "all 3"})) << "only of the new segment";
    writer_->publish();
    writer_->merge_all();
    EXPECT_EQ(alerts(), Lines{}) << "nothing is new";
}

TEST_F(Alerting, AnUpdateThatMatchesIsAnnouncedAsSuch) {
    writer_->add(make_article("1", "Harvest", "The wheat is in."));
    writer_->add(make_article("1", "Harvest", "The maize is in."));
    writer_->publish();
    EXPECT_EQ(alerts(), (Lines{"all 1"})) << "only the last version is new";
    writer_->add(make_article("1", "Harvest", "The maize is in."));
    writer_->publish();
    EXPECT_EQ(alerts(), Lines{}) << "unchanged";
    writer_->add(make_article("1", "Harvest", "The wheat is in, too."));
    writer_->publish();
    EXPECT_EQ(alerts(), (Lines{"grain 1*", "all 1*"}));
}

TEST_F(Alerting, WhenNobodyReadsNothingIsPublished) {
    writer_->add(make_article("1", "Harvest", "The wheat is in."));
    out_.setstate(std::ios::badbit);
    EXPECT_THROW(writer_->publish(), Error);
    writer_.reset();
    out_.clear();
    const IndexWriter again(folder_ / "test.idx", {});
    EXPECT_TRUE(again.manifest().segments.empty()) << "so that they are announced when they come again";
}

}  // namespace
}  // namespace broadsheet
