#include <broadsheet/searcher.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/index_writer.h"
#include "searcher/program.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using searcher::Answer;
using searcher::Index;
using searcher::SearchOptions;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Json = nlohmann::ordered_json;

class SearcherLibrary : public testing::Test {
protected:
    static std::vector<Article> articles() {
        Article first =
            test::make_article("a-1", "Oil & gas", "The oil price rose.\n\nIt may fall.", "2024-01-24");
        first.people = {"Ann Lee"};
        first.original = std::string("raw\0bytes\xff", 10);
        return {first, test::make_article("a-2", "Second", "Oil again, of another day.", "2024-02-25"),
                test::make_article("a-3", "Third", "No word of it.", "2024-02-26")};
    }

    static void SetUpTestSuite() { built_ = std::make_unique<test::TestIndex>(articles(), 2); }
    static void TearDownTestSuite() { built_.reset(); }

    static std::string path() { return built_->path().string(); }

    // What the command line writes for the same, without the time that it took.
    static Json by_command(std::vector<std::string> arguments) {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        Terminal terminal{in, out, err};
        arguments.insert(arguments.begin() + 1, path());
        arguments.emplace_back("--json");
        EXPECT_EQ(run_program(searcher_program(), arguments, {}, terminal), 0) << err.str();
        return timeless(out.str());
    }

    static Json timeless(const std::string& text) {
        Json json = Json::parse(text);
        json.erase("took_ms");
        return json;
    }

    static searcher::ErrorCode code_of(const std::function<void()>& act) {
        try {
            act();
        } catch (const searcher::Error& error) {
            EXPECT_FALSE(std::string(error.what()).empty());
            return error.code();
        }
        ADD_FAILURE() << "nothing was thrown";
        return searcher::ErrorCode::machine;
    }

    static inline std::unique_ptr<test::TestIndex> built_;  // read only
};

TEST_F(SearcherLibrary, AnswersAsTheCommandLine) {
    const Index index(path());
    SearchOptions options;
    options.facets = {"all"};
    options.timeline = searcher::Interval::month;
    EXPECT_EQ(timeless(index.search("oil", options).json()),
              by_command({"search", "oil", "--timeline", "month"}));

    options.limit = 1;
    options.offset = 1;
    options.order = searcher::Order::oldest;
    options.matching = searcher::Matching::any;
    options.filters = {"source=Gazette", "source=Herald"};
    options.exclude = {"id=a-3"};
    options.from = "2024-01";
    options.to = "2024-03";
    options.facets = {"person", "date"};
    options.facet_values = 3;
    options.timeline = searcher::Interval::none;
    options.timeout = std::chrono::seconds(10);
    options.more = {{"significant", "word:3"}};
    EXPECT_EQ(timeless(index.search("oil word", options).json()),
              by_command({"search",        "oil word",
                          "--limit",       "1",
                          "--offset",      "1",
                          "--sort",        "oldest",
                          "--match",       "any",
                          "--filter",      "source=Gazette",
                          "--filter",      "source=Herald",
                          "--exclude",     "id=a-3",
                          "--from",        "2024-01",
                          "--to",          "2024-03",
                          "--facet",       "person,date:3",
                          "--timeout",     "10s",
                          "--significant", "word:3"}));
}

TEST_F(SearcherLibrary, AnswerAsValues) {
    const Index index(path());
    SearchOptions options;
    options.facets = {"person", "source"};
    options.timeline = searcher::Interval::automatic;
    options.with_body = true;
    const Answer answer = index.search("oil", options);
    EXPECT_EQ(answer.total, 2U);
    EXPECT_TRUE(answer.exact);
    EXPECT_EQ(answer.stories, 2U);
    ASSERT_THAT(answer.hits, SizeIs(2));
    const searcher::Hit& hit = answer.hits.front();
    EXPECT_EQ(hit.id, "a-1");
    EXPECT_EQ(hit.rank, 1U);
    EXPECT_GT(hit.score, answer.hits.back().score);
    EXPECT_EQ(hit.title, "Oil & gas");
    EXPECT_EQ(hit.title_html, "<em>Oil</em> &amp; gas");
    EXPECT_THAT(hit.snippet_html, HasSubstr("<em>oil</em>"));
    EXPECT_EQ(hit.date, "2024-01-24T00:00:00Z");
    EXPECT_EQ(hit.source, "Gazette");
    EXPECT_EQ(hit.body, "The oil price rose.\n\nIt may fall.");
    EXPECT_THAT(hit.people, ElementsAre("Ann Lee"));
    ASSERT_THAT(answer.facets, SizeIs(2));
    EXPECT_EQ(answer.facets[0].field, "person");
    EXPECT_EQ(answer.facets[0].distinct, 1U);
    EXPECT_EQ(answer.facets[0].values.front().value, "Ann Lee");
    EXPECT_EQ(answer.facets[1].values.front().count, 2U);
    EXPECT_EQ(answer.facets[1].values.front().stories, 2U);
    ASSERT_FALSE(answer.timeline.buckets.empty());
    EXPECT_NE(answer.timeline.interval, searcher::Interval::automatic);
    EXPECT_EQ(answer.timeline.buckets.front().count, 1U);
    EXPECT_EQ(answer.timeline.buckets.front().stories, 1U);
    EXPECT_THAT(answer.next, IsEmpty());
    EXPECT_THAT(index.search("\"oil").warnings, SizeIs(1));
    EXPECT_THAT(index.search("oil").facets, IsEmpty());
    EXPECT_EQ(Answer().json(), "{}");
}

TEST_F(SearcherLibrary, FoldsCopies) {
    const std::string text =
        "The harbour ferry keeps its winter timetable for another week because repairs at the northern quay "
        "take longer than the port had planned.";
    const test::TestIndex copies({test::make_article("c-1", "Ferry timetable", text, "2024-01-24"),
                                  test::make_article("c-2", "Ferry timetable stays", text, "2024-01-24")});
    const Index index(copies.path().string());
    SearchOptions options;
    const Answer all = index.search("ferry", options);
    EXPECT_EQ(all.total, 2U);
    EXPECT_EQ(all.stories, 1U);
    ASSERT_THAT(all.hits, SizeIs(2));
    EXPECT_THAT(all.hits.front().duplicates, ElementsAre(all.hits.back().id));
    options.collapse_copies = true;
    EXPECT_THAT(index.search("ferry", options).hits, SizeIs(1));
}

TEST_F(SearcherLibrary, PagesFollowEachOther) {
    const Index index(path());
    SearchOptions options;
    options.limit = 1;
    options.order = searcher::Order::newest;
    std::vector<std::string> ids;
    do {
        const Answer page = index.search("", options);
        for (const searcher::Hit& hit : page.hits)
            ids.push_back(hit.id);
        options.after = page.next;
    } while (!options.after.empty());
    EXPECT_THAT(ids, ElementsAre("a-3", "a-2", "a-1"));
}

TEST_F(SearcherLibrary, ShowsArticlesAndSuggests) {
    const Index index(path());
    EXPECT_EQ(index.articles(), 3U);
    const searcher::Article article = index.show("a-1");
    EXPECT_EQ(article.title, "Oil & gas");
    EXPECT_EQ(article.body, "The oil price rose.\n\nIt may fall.");
    EXPECT_EQ(article.original, std::string("raw\0bytes\xff", 10));
    EXPECT_THAT(article.people, ElementsAre("Ann Lee"));
    EXPECT_EQ(timeless(article.json), by_command({"show", "a-1"}));

    const std::vector<searcher::Suggestion> suggestions = index.suggest("oi");
    ASSERT_THAT(suggestions, SizeIs(1));
    EXPECT_EQ(suggestions[0].text, "oil");
    EXPECT_EQ(suggestions[0].field, "");
    EXPECT_EQ(suggestions[0].articles, 2U);
    EXPECT_THAT(index.suggest("oi", 0), IsEmpty());
}

TEST_F(SearcherLibrary, EveryFailureIsItsOwnError) {
    using searcher::ErrorCode;
    EXPECT_EQ(code_of([] { Index("/nowhere/news.idx"); }), ErrorCode::index_missing);
    EXPECT_EQ(code_of([] { Index(path(), {0, "/nowhere/synonyms"}); }), ErrorCode::not_found);
    const Index index(path());
    EXPECT_EQ(code_of([&] { index.show("no-such"); }), ErrorCode::not_found);
    EXPECT_EQ(code_of([&] { index.search("nosuchfield:a"); }), ErrorCode::bad_query);
    const auto search_with = [&](auto&& change) {
        return code_of([&] {
            SearchOptions options;
            change(options);
            index.search("oil", options);
        });
    };
    EXPECT_EQ(search_with([](SearchOptions& o) { o.filters = {"colour=red"}; }), ErrorCode::usage);
    EXPECT_EQ(search_with([](SearchOptions& o) { o.facets = {"colour"}; }), ErrorCode::usage);
    EXPECT_EQ(search_with([](SearchOptions& o) { o.from = "soon"; }), ErrorCode::usage);
    EXPECT_EQ(search_with([](SearchOptions& o) { o.limit = 20000; }), ErrorCode::usage);
    EXPECT_EQ(search_with([](SearchOptions& o) { o.after = "made up"; }), ErrorCode::usage);
    EXPECT_EQ(search_with([](SearchOptions& o) { o.more = {{"colour", "red"}}; }), ErrorCode::usage);
    EXPECT_EQ(search_with([](SearchOptions& o) { o.more = {{"limit", "3"}}; }), ErrorCode::usage);
    EXPECT_EQ(search_with([](SearchOptions& o) { o.more = {{"format", "csv"}}; }), ErrorCode::usage);
    EXPECT_EQ(index.search("oil").total, 2U);  // and nothing of that has changed anything
}

TEST_F(SearcherLibrary, ManyThreadsMayCallOneIndex) {
    const Index index(path());
    std::vector<std::future<std::uint64_t>> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.push_back(std::async(std::launch::async, [&index, thread] {
            std::uint64_t total = 0;
            for (int i = 0; i < 50; ++i)
                total += index.search(thread % 2 == 0 ? "oil" : "word").total + index.show("a-2").body.size();
            return total;
        }));
    }
    const std::size_t body = index.show("a-2").body.size();
    for (std::size_t thread = 0; thread < threads.size(); ++thread)
        EXPECT_EQ(threads[thread].get(), 50 * ((thread % 2 == 0 ? 2 : 1) + body));
}

TEST_F(SearcherLibrary, SeesWhatIsAddedMeanwhile) {
    const test::TestIndex growing(articles());
    const Index index(growing.path().string());
    EXPECT_EQ(index.search("lighthouse").total, 0U);
    {
        IndexWriter writer(growing.path(), {});
        writer.add(test::make_article("new", "A lighthouse", "It shines."));
        writer.publish();
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (index.search("lighthouse").total == 0 && std::chrono::steady_clock::now() < end) {
    }
    EXPECT_EQ(index.search("lighthouse").total, 1U);
    EXPECT_EQ(index.articles(), 4U);
}

TEST_F(SearcherLibrary, VersionIsTheProjects) {
    EXPECT_STREQ(searcher::version(), BROADSHEET_VERSION);
}

}  // namespace
}  // namespace broadsheet
