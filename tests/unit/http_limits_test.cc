#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schema/error.h"
#include "schema/files.h"
#include "searcher/http/access_log.h"
#include "tests/support/http_client.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using std::chrono::milliseconds;
using test::Client;
using test::Response;
using test::TestServer;

constexpr const char* key = "0123456789abcdef";

class HttpLimits : public testing::Test {
protected:
    http::ServiceSettings service() const {
        http::ServiceSettings settings;
        settings.workers.index = index_.path();
        return settings;
    }

    test::TestIndex index_{{test::make_article("a", "Oil", "The price of oil.")}};
};

TEST_F(HttpLimits, TellsTheSlowAndHangsUpOnTheSilent) {
    http::ServerSettings settings;
    settings.limits.header = milliseconds(50);
    settings.limits.idle = milliseconds(50);
    TestServer server(service(), settings);
    Client slow(server.port());
    slow.send("GET /healthz HTTP/1.1\r\nHost:");
    EXPECT_EQ(slow.receive().status, 408u);
    EXPECT_TRUE(slow.is_closed());
    Client silent(server.port());
    EXPECT_TRUE(silent.is_closed());
}

TEST_F(HttpLimits, TheOneThatSaidNothingForTheLongestTimeMakesRoom) {
    http::ServerSettings settings;
    settings.most_connections = 2;
    TestServer server(service(), settings);
    Client first(server.port());
    EXPECT_EQ(first.get("/healthz").status, 200u);
    Client second(server.port());
    EXPECT_EQ(second.get("/healthz").status, 200u);
    Client third(server.port());
    EXPECT_EQ(third.get("/healthz").status, 200u);
    EXPECT_TRUE(first.is_closed());
    EXPECT_EQ(second.get("/healthz").status, 200u);
}

TEST_F(HttpLimits, TricklingClientsDoNotDelayOthers) {
    TestServer server(service());
    std::vector<std::unique_ptr<Client>> trickling;
    for (int i = 0; i < 100; ++i) {
        trickling.push_back(std::make_unique<Client>(server.port()));
        trickling.back()->send("GET /api");
    }
    Client client(server.port());
    EXPECT_EQ(client.get("/api/v1/search?q=oil").status, 200u);
    trickling.front()->send("/v1/search?q=oil HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(trickling.front()->receive().status, 200u);
}

TEST_F(HttpLimits, AsksForAKey) {
    test::TemporaryFolder folder;
    std::ofstream(folder.path() / "keys") << "# who\n\nreader " << key << "\n";
    http::ServiceSettings settings = service();
    settings.keys = http::Keys::read(folder.path() / "keys");
    const std::string log_path = folder / "log";
    const int log_file = open(log_path.c_str(), O_WRONLY | O_CREAT, 0600);
    settings.access_log = log_file;
    auto server = std::make_unique<TestServer>(std::move(settings));
    Client client(server->port());
    const Response refused = client.get("/api/v1/search?q=oil");
    EXPECT_EQ(refused.status, 401u);
    EXPECT_EQ(refused.headers.at("www-authenticate"), "Bearer");
    EXPECT_EQ(client.get("/metrics").status, 401u);
    EXPECT_EQ(client.get("/healthz").status, 200u);
    EXPECT_EQ(client.get("/api/v1/search", {"Authorization: Bearer 0123456789abcdeg"}).status, 401u);
    EXPECT_EQ(client.get("/api/v1/search", {std::string("Authorization: Bearer ") + key}).status, 200u);
    EXPECT_EQ(client.get("/api/v1/search", {std::string("X-Api-Key: ") + key}).status, 200u);
    server.reset();
    close(log_file);
    const std::string log = read_file(log_path);
    EXPECT_EQ(log.find(key), std::string::npos) << "keys are no business of the log";
    std::istringstream lines(log);
    std::string line;
    while (std::getline(lines, line)) {
        EXPECT_TRUE(nlohmann::json::accept(line)) << line;
    }
    EXPECT_NE(log.find("\"key\":\"reader\""), std::string::npos);
}

TEST_F(HttpLimits, ALogThatNobodyReadsDelaysNobody) {
    std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    {
        http::AccessLog log(ends[1]);
        http::Request request;
        request.target = std::string(8000, 'x');
        for (int i = 0; i < 1000; ++i)
            log.add(request, http::Reply(), 0, true);
        EXPECT_GT(log.dropped(), 0u);
        close(ends[0]);  // else its end would wait a second
    }
    close(ends[1]);
}

TEST_F(HttpLimits, OnlyATrustedProxySaysHowTheClientCame) {
    const std::vector<std::string> headers{"X-Forwarded-Proto: https"};
    for (const bool trusts : {false, true}) {
        http::ServiceSettings settings = service();
        settings.trusts_proxy = trusts;
        TestServer server(std::move(settings));
        Client client(server.port());
        const std::string expected = std::string(trusts ? "https" : "http") + "://localhost/?q=";
        EXPECT_NE(client.get("/opensearch.xml", headers).body.find(expected), std::string::npos);
    }
}

TEST_F(HttpLimits, KeyFilesAreRead) {
    test::TemporaryFolder folder;
    const auto path = folder.path() / "keys";
    for (const char* content : {"", "name", "name short", "name 0123456789abcdef more"}) {
        std::ofstream(path) << content;
        EXPECT_THROW(http::Keys::read(path), Error) << content;
    }
}

TEST_F(HttpLimits, OtherSitesReadWhatTheyMay) {
    http::ServiceSettings settings = service();
    settings.origins = {"https://a.example"};
    TestServer server(std::move(settings));
    Client client(server.port());
    const auto allowed = [&](const std::string& origin) {
        const Response response = client.get("/api/v1/search?q=oil", {"Origin: " + origin});
        EXPECT_NE(response.headers.at("vary").find("Origin"), std::string::npos);
        const auto header = response.headers.find("access-control-allow-origin");
        return header == response.headers.end() ? "" : header->second;
    };
    EXPECT_EQ(allowed("https://a.example"), "https://a.example");
    EXPECT_EQ(allowed("https://b.example"), "");
    const Response preflight = client.request("OPTIONS", "/api/v1/search", {"Origin: https://a.example"});
    EXPECT_EQ(preflight.status, 204u);
    EXPECT_EQ(preflight.headers.at("access-control-allow-methods"), "GET, HEAD");
}

TEST_F(HttpLimits, RefusesMoreThanItCanDo) {
    http::ServiceSettings settings = service();
    settings.workers.longest_wait = milliseconds(-1);  // whatever waits waits too long
    TestServer server(std::move(settings));
    Client client(server.port());
    const Response busy = client.get("/api/v1/search?q=oil");
    EXPECT_EQ(busy.status, 503u);
    EXPECT_EQ(busy.headers.at("retry-after"), "1");
    EXPECT_EQ(client.get("/healthz").status, 200u);
}

TEST_F(HttpLimits, FilesOfThePageAreServed) {
    http::ServiceSettings settings = service();
    settings.find_file = [](std::string_view path) -> std::optional<http::StaticFile> {
        if (path == "/")
            return http::StaticFile{"text/html", "<!doctype html>", "abc", "00ff10 a0", "ffffff"};
        return std::nullopt;
    };
    TestServer server(std::move(settings));
    Client client(server.port());
    const Response page = client.get("/?q=oil");
    EXPECT_EQ(page.body, "<!doctype html>");
    EXPECT_NE(page.headers.at("content-security-policy")
                  .find("; script-src 'sha256-AP8Q' 'sha256-oA=='; style-src 'sha256-////'; "),
              std::string::npos);
    EXPECT_EQ(client.get("/", {"If-None-Match: " + page.headers.at("etag")}).status, 304u);
    EXPECT_EQ(client.get("/index.html").status, 404u);
}

// A page that an answer can be written into, foreseen for every query.
http::ServiceSettings with_page(http::ServiceSettings settings) {
    settings.find_file = [](std::string_view path) -> std::optional<http::StaticFile> {
        constexpr std::string_view page =
            "<p><script type=\"application/json\" id=\"first-answer\"></script><p>";
        if (path == "/") return http::StaticFile{"text/html", page, "abc", "", ""};
        return std::nullopt;
    };
    settings.find_first = [](std::string_view target) {
        return target == "/" ? std::string() : "/api/v1/search?" + std::string(target.substr(2));
    };
    return settings;
}

TEST_F(HttpLimits, TheFirstAnswerComesWithThePage) {
    const test::TestIndex index(
        {test::make_article("a", "Oil </script><!-- & \"gas\"", "The price of oil.")});
    http::ServiceSettings settings = with_page(service());
    settings.workers.index = index.path();
    TestServer server(std::move(settings));
    Client client(server.port());
    const std::string begin = "<p>" + std::string(http::before_answer);
    const std::string end = "</script><p>";
    const Response page = client.get("/?q=oil");
    ASSERT_TRUE(page.body.starts_with(begin) && page.body.ends_with(end)) << page.body;
    const std::string written = page.body.substr(begin.size(), page.body.size() - begin.size() - end.size());
    EXPECT_EQ(written.find('<'), std::string::npos);
    nlohmann::json answer = nlohmann::json::parse(written);
    nlohmann::json asked = nlohmann::json::parse(client.get("/api/v1/search?q=oil").body);
    answer.erase("took_ms");
    asked.erase("took_ms");
    EXPECT_EQ(answer, asked);
    const std::string tag = page.headers.at("etag");
    EXPECT_EQ(client.get("/?q=oil", {"If-None-Match: " + tag}).status, 304u);
    EXPECT_EQ(client.get("/?q=gas", {"If-None-Match: " + tag}).status, 200u);
    const Response head = client.request("HEAD", "/?q=oil");
    EXPECT_EQ(head.headers.at("etag"), tag);
    const Response packed = client.get("/?q=oil", {"Accept-Encoding: gzip"});
    EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
    EXPECT_TRUE(packed.is_complete);
}

// It asks itself then, and shows what was wrong.
TEST_F(HttpLimits, ThePageComesWithoutAnAnswerWhereThereIsNone) {
    http::ServiceSettings busy = with_page(service());
    busy.workers.longest_wait = milliseconds(-1);
    TestServer server(with_page(service()));
    TestServer busy_server(std::move(busy));
    Client client(server.port());
    Client busy_client(busy_server.port());
    const std::string bare = "<p>" + std::string(http::before_answer) + "</script><p>";
    for (const char* target : {"/", "/?q=%zz", "/?q=%00", "/?q=oil&sort=nothing", "/?nothing=x"}) {
        const Response page = client.get(target);
        EXPECT_EQ(page.status, 200u) << target;
        EXPECT_EQ(page.body, bare) << target;
    }
    EXPECT_EQ(busy_client.get("/?q=oil").body, bare);
}

TEST_F(HttpLimits, StoppingClosesWhatIsIdle) {
    TestServer server(service());
    Client idle(server.port());
    EXPECT_EQ(idle.get("/healthz").status, 200u);
    server.stop();
    EXPECT_TRUE(idle.is_closed());
}

TEST_F(HttpLimits, StoppingDoesNotWaitForAClientThatDoesNotRead) {
    std::vector<Article> articles;
    for (int i = 0; i < 600; ++i)
        articles.push_back(test::make_article(std::to_string(i), "Oil", std::string(20000, 'x') + " oil."));
    const test::TestIndex large(articles);
    http::ServiceSettings settings = service();
    settings.workers.index = large.path();
    http::ServerSettings limits;
    limits.last_answers = milliseconds(50);
    TestServer server(std::move(settings), limits);
    Client client(server.port());
    client.send("GET /api/v1/search?q=oil&all=true&format=ndjson&fields=id,body HTTP/1.1\r\nHost: h\r\n\r\n");
    server.stop();
    EXPECT_FALSE(client.receive().is_complete);
}

}  // namespace
}  // namespace broadsheet
