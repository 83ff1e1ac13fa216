#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "searcher/http/answered_page.h"
#include "searcher/page/assets.h"
#include "searcher/page/first_request.h"

namespace broadsheet {

namespace {

TEST(PageAssets, AreFoundByTheirPaths) {
    const Asset* page = find_asset("/");
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
    EXPECT_TRUE(page->bytes.starts_with("<!doctype html>"));
    EXPECT_TRUE(page->bytes.ends_with("</html>\n"));
    ASSERT_NE(find_asset("/assets/world.svg"), nullptr);
    EXPECT_EQ(find_asset("/assets/world.svg")->content_type, "image/svg+xml");
}

TEST(PageAssets, AreNothingElse) {
    for (const char* path : {"", "/assets/", "/assets", "/index.html", "/assets/index.html",
                             "/assets/../world.svg", "/assets/assets.h", "//", "/assets/WORLD.SVG"})
        EXPECT_EQ(find_asset(path), nullptr) << path;
}

TEST(PageAssets, HaveTypesAndHashesOfTheirOwn) {
    std::set<std::string_view> hashes;
    for (const Asset& each : assets()) {
        EXPECT_FALSE(each.content_type.empty()) << each.path;
        EXPECT_FALSE(each.bytes.empty()) << each.path;
        EXPECT_EQ(each.sha256.size(), 64u) << each.path;
        EXPECT_TRUE(hashes.insert(each.sha256).second) << each.path;
    }
}

// What is between `begin` and `end`, taken out of `page`.
std::vector<std::string> taken_out(std::string& page, const std::string& begin, const std::string& end) {
    std::vector<std::string> all;
    for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
        const std::size_t stop = page.find(end, at);
        all.push_back(page.substr(at + begin.size(), stop - at - begin.size()));
        page.erase(at, stop + end.size() - at);
    }
    return all;
}

std::ptrdiff_t words_in(std::string_view text) {
    return text.empty() ? 0 : std::count(text.begin(), text.end(), ' ') + 1;
}

// A strict Content-Security-Policy names each script and style by its hash; other servers are never asked.
TEST(PageAssets, NeedNothingFromElsewhere) {
    std::string page(find_asset("/")->bytes);
    EXPECT_EQ(std::ssize(taken_out(page, "<script>", "</script>")),
              words_in(find_asset("/")->scripts_inside));
    EXPECT_EQ(std::ssize(taken_out(page, "<style>", "</style>")), words_in(find_asset("/")->styles_inside));
    EXPECT_EQ(words_in(find_asset("/")->styles_inside), 1);
    EXPECT_EQ(page.find(" src="), std::string::npos);
    EXPECT_EQ(page.find("stylesheet"), std::string::npos);
    EXPECT_EQ(page.find(" style="), std::string::npos);
    EXPECT_EQ(page.find("//"), std::string::npos);
}

// What index.html and the scripts name is there.
TEST(PageAssets, AreWholeAmongThemselves) {
    constexpr std::string_view before = "\"/assets/";
    for (const Asset& each : assets()) {
        for (std::size_t at = each.bytes.find(before); at != std::string_view::npos;
             at = each.bytes.find(before, at + 1)) {
            const std::string path(each.bytes.substr(at + 1, each.bytes.find('"', at + 1) - at - 1));
            EXPECT_NE(find_asset(path), nullptr) << path << " in " << each.path;
        }
    }
}

// The modules are one script, the page has one place for the first answer, and one request is enough for all
// of it.
TEST(PageAssets, AreOneDocument) {
    const std::string_view page = find_asset("/")->bytes;
    EXPECT_EQ(page.find("\nimport "), std::string_view::npos);
    const std::size_t at = page.find(http::before_answer);
    ASSERT_NE(at, std::string_view::npos);
    EXPECT_EQ(page.find(http::before_answer, at + 1), std::string_view::npos);
    EXPECT_TRUE(page.substr(at + http::before_answer.size()).starts_with("</script>"));
    EXPECT_EQ(assets().size(), 3u);
}

TEST(PageFirstRequest, IsTheListOfTheAddress) {
    const std::string all = first_request("/");
    EXPECT_TRUE(all.starts_with("/api/v1/search?limit=20&facet=person,")) << all;
    EXPECT_EQ(first_request("/?q=oil+prices"), all + "&q=oil+prices");
    EXPECT_EQ(first_request("/?filter=place%3DIraq&filter=tag%3Doil&q=a%20b&sort=newest"),
              all + "&filter=place%3DIraq&filter=tag%3Doil&q=a%20b&sort=newest");
}

TEST(PageFirstRequest, IsNotForeseenWhereThePageAsksOtherwise) {
    for (const char* target : {"/?article=a1", "/?q=oil&article=a1", "/?q=oil&page=2", "/?q=", "/?q", "/?",
                               "/?&", "/?q=oil&&sort=newest", "/?q=oil&q=gas", "/?nothing=here",
                               "/assets/page.js?q=oil", "/api/v1/search?q=oil", "", "?q=oil"}) {
        const bool is_start = std::string_view(target) == "/?";
        EXPECT_EQ(first_request(target), is_start ? first_request("/") : "") << target;
    }
}

TEST(PageFirstRequest, IsSafeInAHeader) {
    for (const std::string bad : {"<", ">", "\"", "\r\nX: y", " ", "\x80", "{", "\\", "^", "`", "'"})
        EXPECT_EQ(first_request("/?q=oil" + bad), "") << bad;
    EXPECT_EQ(first_request("/?q=" + std::string(5000, 'x')), "");
}

}  // namespace

}  // namespace broadsheet
