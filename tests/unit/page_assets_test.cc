#include <gtest/gtest.h>

#include <set>
#include <string>

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
    ASSERT_NE(find_asset("/assets/page.js"), nullptr);
    EXPECT_EQ(find_asset("/assets/page.js")->content_type, "text/javascript; charset=utf-8");
}

TEST(PageAssets, AreNothingElse) {
    for (const char* path : {"", "/assets/", "/assets", "/index.html", "/assets/index.html",
                             "/assets/../page.js", "/assets/assets.h", "//", "/assets/PAGE.JS"})
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

// A strict Content-Security-Policy forbids what is written in the page itself, and other servers are never
// asked.
TEST(PageAssets, NeedNothingFromElsewhere) {
    const std::string page(find_asset("/")->bytes);
    EXPECT_EQ(page.find("<script>"), std::string::npos);
    EXPECT_EQ(page.find("<style"), std::string::npos);
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

// The modules are one script, and the requests before the first answer are few.
TEST(PageAssets, AreFew) {
    EXPECT_EQ(find_asset("/assets/main.js"), nullptr);
    EXPECT_EQ(find_asset("/assets/page.js")->bytes.find("\nimport "), std::string_view::npos);
    EXPECT_LE(assets().size(), 6u);
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
