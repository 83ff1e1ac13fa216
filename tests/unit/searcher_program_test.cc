#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/program.h"
#include "searcher/render/atom.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

struct Ran {
    int status;
    std::string out;
    std::string err;
};

Ran run(const std::vector<std::string>& arguments) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{in, out, err};
    const int status = run_program(searcher_program(), arguments, {}, terminal);
    return {status, out.str(), err.str()};
}

std::vector<std::string> keys(const Json& json) {
    std::vector<std::string> result;
    for (const auto& [key, value] : json.items())
        result.push_back(key);
    return result;
}

class SearcherProgram : public testing::Test {
protected:
    static std::vector<Article> articles() {
        Article article = test::make_article("a-1", "Oil & gas <live>", "The oil price rose.\n\nIt may fall.",
                                             "2024-01-24");
        article.people = {"Ann Lee"};
        article.original = std::string("raw\0bytes\xff", 10);
        return {article, test::make_article("a-2", "Second", "Oil again, of another day.", "2024-01-25")};
    }

    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles()); }
    static void TearDownTestSuite() { index_.reset(); }

    static std::string index() { return index_->path().string(); }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
};

using Keys = std::vector<std::string>;

TEST_F(SearcherProgram, SearchAsJson) {
    const Ran ran = run({"search", index(), "oil", "--json", "--facet", "person,date"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const Json json = Json::parse(ran.out);
    EXPECT_EQ(keys(json), (Keys{"query", "read_as", "match", "total", "hits", "facets", "entities_in_query",
                                "suggestion", "warnings", "next", "took_ms"}));
    EXPECT_EQ(json["total"].dump(), R"({"articles":2,"stories":2,"exact":true})");
    const Json& hit = json["hits"][0];
    EXPECT_EQ(keys(hit), (Keys{"id", "rank", "score", "title", "title_marked", "date", "source", "url",
                               "authors", "snippet", "duplicates", "entities"}));
    EXPECT_EQ(hit["title_marked"], "<em>Oil</em> &amp; gas &lt;live&gt;");
    EXPECT_EQ(hit["snippet"], "The <em>oil</em> price rose. It may fall.");
    EXPECT_EQ(hit["date"], "2024-01-24T00:00:00Z");
    EXPECT_TRUE(hit["url"].is_null());
    EXPECT_EQ(json["facets"]["person"]["values"][0]["value"], "Ann Lee");
    EXPECT_EQ(json["facets"]["date"]["distinct"], 2);
}

TEST_F(SearcherProgram, SearchAsLinesOfJson) {
    const Ran ran = run({"search", index(), "oil", "--format", "ndjson", "--fields", "id,body"});
    EXPECT_EQ(ran.out,
              "{\"id\":\"a-1\",\"body\":\"The oil price rose.\\n\\nIt may fall.\"}\n"
              "{\"id\":\"a-2\",\"body\":\"Oil again, of another day.\"}\n");
}

TEST_F(SearcherProgram, SearchAsTable) {
    EXPECT_EQ(run({"search", index(), "oil", "--format", "csv", "--fields", "id,title,authors,date"}).out,
              "id,title,authors,date\r\na-1,Oil & gas <live>,,2024-01-24T00:00:00Z\r\n"
              "a-2,Second,,2024-01-25T00:00:00Z\r\n");
    const std::string usual = run({"search", index(), "oil", "--format", "csv", "--limit", "1"}).out;
    EXPECT_TRUE(usual.starts_with("rank,score,id,date,source,title,authors,section,tags,url\r\n1,")) << usual;
}

TEST_F(SearcherProgram, SearchAsRun) {
    const std::string out =
        run({"search", index(), "oil", "--format", "trec", "--topic", "t 7", "--limit", "1"}).out;
    EXPECT_TRUE(out.starts_with("t%207 Q0 a-1 1 0.")) << out;
    EXPECT_TRUE(out.ends_with(" broadsheet\n")) << out;
}

TEST_F(SearcherProgram, SearchAsFeed) {
    const std::string out = run({"search", index(), "oil", "--format", "atom"}).out;
    EXPECT_NE(out.find("<opensearch:totalResults>2</opensearch:totalResults>"), std::string::npos);
    EXPECT_NE(out.find("<title>Oil &amp; gas &lt;live&gt;</title>"), std::string::npos) << out;
    EXPECT_NE(out.find("The &lt;em&gt;oil&lt;/em&gt; price rose."), std::string::npos) << out;
    EXPECT_EQ(xml_escaped("a\x01\xff<\xef\xbf\xbf"), "a\xef\xbf\xbd&lt;");
}

TEST_F(SearcherProgram, AllHitsOneByOne) {
    const Ran ran = run({"search", index(), "oil", "--all", "--format", "ndjson", "--fields", "id,rank"});
    EXPECT_EQ(ran.out, "{\"id\":\"a-1\",\"rank\":1}\n{\"id\":\"a-2\",\"rank\":2}\n");
    EXPECT_EQ(run({"search", index(), "oil", "--all"}).status, 2);
    EXPECT_EQ(run({"search", index(), "oil", "--all", "--format", "csv", "--limit", "3"}).status, 2);
}

TEST_F(SearcherProgram, PagesByCursor) {
    const Json first = Json::parse(run({"search", index(), "oil", "--json", "--limit", "1"}).out);
    const std::string next = first["next"];
    const Json second =
        Json::parse(run({"search", index(), "oil", "--json", "--limit", "1", "--after", next}).out);
    EXPECT_EQ(second["hits"][0]["id"], "a-2");
    EXPECT_EQ(second["hits"][0]["rank"], 2);
    EXPECT_EQ(second["total"]["articles"], 2);
    EXPECT_TRUE(second["next"].is_null());
    EXPECT_EQ(run({"search", index(), "gas", "--after", next}).status, 2);
    EXPECT_EQ(run({"search", index(), "oil", "--after", next, "--offset", "1"}).status, 2);
}

TEST_F(SearcherProgram, FindingNothingIsNoFailure) {
    const Ran ran = run({"search", index(), "zeppelin"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(ran.out.starts_with("0 articles for zeppelin (")) << ran.out;
}

TEST_F(SearcherProgram, ShowsTheOriginalByteForByte) {
    EXPECT_EQ(run({"show", index(), "a-1", "--original"}).out, std::string("raw\0bytes\xff", 10));
    EXPECT_EQ(Json::parse(run({"show", index(), "a-1", "--json"}).out)["facets"]["person"][0], "Ann Lee");
    const Ran missing = run({"show", index(), "a-3"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_EQ(missing.err, "searcher: there is no article \"a-3\"\n");
}

TEST_F(SearcherProgram, ListsTheValuesOfAField) {
    EXPECT_EQ(run({"facets", index(), "source"}).out, "        2  Gazette\n1 value\n");
    const Json json = Json::parse(run({"facets", index(), "person", "--query", "gas", "--json"}).out);
    EXPECT_EQ(json["values"][0]["count"], 1);
    EXPECT_EQ(run({"facets", index(), "date", "--prefix", "2024-01-25"}).out,
              "        1  2024-01-25\n1 value\n");
}

TEST_F(SearcherProgram, WrongUsageSaysWhatIsWrong) {
    EXPECT_EQ(run({"search", index(), "colour:red"}).status, 2);
    EXPECT_EQ(run({"search", index(), "--sort", "best"}).status, 2);
    EXPECT_EQ(run({"search", index(), "--facet", "colour"}).status, 2);
    EXPECT_EQ(run({"search", index(), "--facet", "person:x"}).status, 2);
    EXPECT_EQ(run({"search", index(), "--offset", "9995", "--limit", "6"}).status, 2);
    EXPECT_EQ(run({"search", index(), "--fields", "colour"}).status, 2);
    EXPECT_EQ(run({"search", index(), "--from", "2024-13"}).status, 2);
    EXPECT_EQ(run({"search", index(), "--match", "some"}).status, 2);
    EXPECT_EQ(run({"facets", index(), "title"}).status, 2);
    const Ran as_json = run({"search", index(), "colour:red", "--json"});
    EXPECT_EQ(Json::parse(as_json.out)["error"]["code"], "bad_query");
}

TEST_F(SearcherProgram, AnIndexThatIsNotThere) {
    const Ran ran = run({"search", index() + ".not", "oil"});
    EXPECT_EQ(ran.status, 3);
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1);
}

}  // namespace
}  // namespace broadsheet
