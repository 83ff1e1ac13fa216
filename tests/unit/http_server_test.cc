#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "indexer/index_writer.h"
#include "tests/support/http_client.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using test::Client;
using test::Response;
using test::TestServer;
using Json = nlohmann::json;

std::vector<Article> some_articles(std::size_t count) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        articles.push_back(test::make_article(
            "a/" + std::to_string(i), "Harbour opens again",
            "The harbour of Oslo opened its gates number " + std::to_string(i) + " on a windy day.",
            "2024-01-0" + std::to_string(1 + i % 9)));
    }
    return articles;
}

http::ServiceSettings settings_of(const test::TestIndex& index) {
    http::ServiceSettings settings;
    settings.workers.index = index.path();
    settings.workers.threads = 2;
    return settings;
}

Json problem_of(const Response& response, unsigned status) {
    EXPECT_EQ(response.status, status) << response.body;
    EXPECT_EQ(response.headers.at("content-type"), "application/problem+json");
    const Json problem = Json::parse(response.body);
    EXPECT_EQ(problem.at("status"), status);
    return problem;
}

class HttpServer : public testing::Test {
protected:
    test::TestIndex index_{some_articles(40), 2};
    TestServer server_{settings_of(index_)};
    Client client_{server_.port()};
};

TEST_F(HttpServer, AnswersSearchesAsTheCommandDoes) {
    const Response response = client_.get("/api/v1/search?q=harbour+oslo&limit=3&facet=source");
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(response.headers.at("content-type"), "application/json");
    const Json json = Json::parse(response.body);
    EXPECT_EQ(json["query"], "harbour oslo");
    EXPECT_EQ(json["total"]["articles"], 40);
    EXPECT_EQ(json["hits"].size(), 3u);
    EXPECT_EQ(json["facets"]["source"]["values"][0]["value"], "Gazette");
}

TEST_F(HttpServer, PagesByCursor) {
    std::vector<std::string> seen;
    std::string after;
    do {
        const Response response = client_.get("/api/v1/search?q=harbour&limit=15&facet=none&after=" + after);
        ASSERT_EQ(response.status, 200) << response.body;
        const Json json = Json::parse(response.body);
        for (const Json& hit : json["hits"])
            seen.push_back(hit["id"]);
        after = json["next"].is_null() ? "" : json["next"].get<std::string>();
    } while (!after.empty());
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(std::unique(seen.begin(), seen.end()) - seen.begin(), 40);
}

TEST_F(HttpServer, FindsArticlesByIdsWithSlashes) {
    const Json article = Json::parse(client_.get("/api/v1/articles/a%2F7").body);
    EXPECT_EQ(article["id"], "a/7");
    EXPECT_EQ(Json::parse(client_.get("/api/v1/articles/a%2F7/similar").body)["exact"], true);
    EXPECT_EQ(Json::parse(client_.get("/api/v1/articles/a%2F7/similar?timeout=0ms").body)["exact"], false);
    EXPECT_EQ(problem_of(client_.get("/api/v1/articles/a%2F99"), 404)["code"], "not_found");
    problem_of(client_.get("/api/v1/articles/a/7"), 404);
    const Response original = client_.get("/api/v1/articles/a%2F7/original");
    EXPECT_EQ(original.status, 200);
    EXPECT_EQ(original.headers.at("content-disposition"), "attachment");
}

TEST_F(HttpServer, AnswersTheOtherRoutes) {
    for (const char* target :
         {"/api/v1/suggest?prefix=har", "/api/v1/facets/source?q=harbour", "/api/v1/explain?q=harbour",
          "/api/v1/network?q=harbour", "/api/v1/openapi.json", "/healthz", "/readyz", "/opensearch.xml",
          "/api/v1/search?q=harbour&format=atom", "/api/v1/search?q=harbour&format=csv"})
        EXPECT_EQ(client_.get(target).status, 200) << target;
}

TEST_F(HttpServer, SaysWhatIsWrongWithParameters) {
    const Json unknown = problem_of(client_.get("/api/v1/search?q=a&limt=3"), 400);
    EXPECT_EQ(unknown["hint"], "did you mean limit?");
    EXPECT_EQ(problem_of(client_.get("/api/v1/search?limit=many"), 400)["detail"],
              "limit takes a whole number, not \"many\"");
    problem_of(client_.get("/api/v1/search?limit=1&limit=2"), 400);
    problem_of(client_.get("/api/v1/search?limit=5000"), 400);
    problem_of(client_.get("/api/v1/search?synonyms=%2Fetc%2Fpasswd"), 400);
    problem_of(client_.get("/api/v1/search?q=%zz"), 400);
    problem_of(client_.get("/api/v1/search?q=%ff"), 400);
    problem_of(client_.get("/api/v1/search?q=a%00b"), 400);
    problem_of(client_.get("/api/v1/search?q=nosuchfield:x"), 400);
    problem_of(client_.get("/healthz?x=1"), 400);
    EXPECT_EQ(client_.get("/api/v1/search?q=&from=&limit=").status, 200) << "forms send empty values";
}

TEST_F(HttpServer, FindsNothingOutsideItsRoutes) {
    for (const char* target : {"/nothing", "/assets/../../etc/passwd", "/assets/%2e%2e%2fmanifest.json",
                               "/api/v1/search/", "/api/v2/search", "/api/v1/articles/"})
        problem_of(client_.get(target), 404);
}

TEST_F(HttpServer, OnlyReads) {
    const Response head = client_.request("HEAD", "/api/v1/search?q=harbour");
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.body.empty());
    EXPECT_GT(std::stoul(head.headers.at("content-length")), 100u);
    const Response deleted = client_.request("DELETE", "/api/v1/articles/a%2F7");
    problem_of(deleted, 405);
    EXPECT_EQ(deleted.headers.at("allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(client_.get("/api/v1/articles/a%2F7").status, 200) << "the connection goes on";
}

TEST_F(HttpServer, RefusesBodiesAndCloses) {
    client_.send("GET /api/v1/search HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello");
    problem_of(client_.receive(), 413);
    EXPECT_TRUE(client_.is_closed());
}

TEST_F(HttpServer, RefusesWhatIsTooLargeOrNoHttp) {
    const std::string long_query(20000, 'x');
    problem_of(client_.get("/api/v1/search?q=" + long_query), 431);
    Client headers(server_.port());
    problem_of(headers.get("/healthz", {"X-Long: " + long_query}), 431);
    Client other(server_.port());
    other.send("\x16\x03\x01 this is no HTTP\r\n\r\n");
    problem_of(other.receive(), 400);
}

TEST_F(HttpServer, AnswersRequestsInTheirOrder) {
    client_.send(
        "GET /api/v1/search?q=harbour HTTP/1.1\r\nHost: h\r\n\r\nGET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_NE(client_.receive().body.find("harbour"), std::string::npos);
    EXPECT_EQ(client_.receive().body, "ok\n");
}

TEST_F(HttpServer, KnowsWhatDidNotChange) {
    const Response first = client_.get("/api/v1/search?q=harbour");
    const std::string tag = first.headers.at("etag");
    const Response second = client_.get("/api/v1/search?q=harbour", {"If-None-Match: " + tag});
    EXPECT_EQ(second.status, 304);
    EXPECT_TRUE(second.body.empty());
    EXPECT_EQ(client_.get("/api/v1/search?q=oslo", {"If-None-Match: " + tag}).status, 200);
}

TEST_F(HttpServer, ServesNewGenerationsWithoutARestart) {
    const std::string target = "/api/v1/search?q=lighthouse";
    const std::string tag = client_.get(target).headers.at("etag");
    {
        IndexWriter writer(index_.path(), {});
        writer.add(test::make_article("new", "A lighthouse", "It shines."));
        writer.publish();
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    Response response = client_.get(target, {"If-None-Match: " + tag});
    while (response.status == 304 && std::chrono::steady_clock::now() < end)
        response = client_.get(target, {"If-None-Match: " + tag});
    ASSERT_EQ(response.status, 200);
    EXPECT_EQ(Json::parse(response.body)["total"]["articles"], 1);
    EXPECT_NE(response.headers.at("etag"), tag);
}

TEST_F(HttpServer, CompressesAsTheClientLikes) {
    const std::string target = "/api/v1/search?q=harbour&limit=40";
    const std::size_t plain = client_.get(target).body.size();
    for (const char* encoding : {"gzip", "zstd"}) {
        const Response response = client_.get(target, {std::string("Accept-Encoding: ") + encoding});
        EXPECT_EQ(response.headers.at("content-encoding"), encoding);
        EXPECT_LT(response.body.size(), plain / 3);
    }
    EXPECT_FALSE(client_.get(target, {"Accept-Encoding: gzip;q=0"}).headers.contains("content-encoding"));
}

TEST_F(HttpServer, ExportsPieceByPiece) {
    const Response response = client_.get("/api/v1/search?q=harbour&all=true&format=ndjson");
    EXPECT_EQ(response.headers.at("content-type"), "application/x-ndjson");
    EXPECT_EQ(response.headers.at("transfer-encoding"), "chunked");
    EXPECT_TRUE(response.is_complete);
    EXPECT_EQ(std::count(response.body.begin(), response.body.end(), '\n'), 40);
    EXPECT_EQ(client_.get("/healthz").status, 200) << "the connection goes on";
    problem_of(client_.get("/api/v1/search?q=harbour&all=true"), 400);
    problem_of(client_.get("/api/v1/search?all=true&format=ndjson&limit=3"), 400);
}

TEST_F(HttpServer, NamesRequestsWithoutTrustingTheirNames) {
    EXPECT_EQ(client_.get("/healthz", {"X-Request-Id: job-7"}).headers.at("x-request-id"), "job-7");
    const std::string own = client_.get("/healthz", {"X-Request-Id: <b>"}).headers.at("x-request-id");
    EXPECT_EQ(own.find('<'), std::string::npos);
    EXPECT_FALSE(client_.get("/healthz", {"Origin: https://a.example"})
                     .headers.contains("access-control-allow-origin"));
}

TEST_F(HttpServer, CountsForPrometheus) {
    client_.get("/api/v1/search?q=harbour");
    const std::string text = client_.get("/metrics").body;
    EXPECT_NE(text.find("broadsheet_http_requests_total{route=\"search\",status=\"200\"} 1\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("broadsheet_index_articles 40\n"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
