#include <gtest/gtest.h>

#include <set>
#include <string>

#include "searcher/page/assets.h"

namespace broadsheet {

namespace {

TEST(PageAssets, AreFoundByTheirPaths) {
    const Asset* page = find_asset("/");
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
    EXPECT_TRUE(page->bytes.starts_with("<!doctype html>"));
    EXPECT_TRUE(page->bytes.ends_with("</html>\n"));
    ASSERT_NE(find_asset("/assets/main.js"), nullptr);
    EXPECT_EQ(find_asset("/assets/main.js")->content_type, "text/javascript; charset=utf-8");
}

TEST(PageAssets, AreNothingElse) {
    for (const char* path : {"", "/assets/", "/assets", "/index.html", "/assets/index.html",
                             "/assets/../main.js", "/assets/assets.h", "//", "/assets/MAIN.JS"})
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

// What index.html and the modules name is there.
TEST(PageAssets, AreWholeAmongThemselves) {
    for (const Asset& each : assets()) {
        for (const std::string_view before : {"\"/assets/", "from \"./"}) {
            for (std::size_t at = each.bytes.find(before); at != std::string_view::npos;
                 at = each.bytes.find(before, at + 1)) {
                const std::size_t begin = at + before.size();
                const std::size_t end = each.bytes.find('"', begin);
                const std::string path = "/assets/" + std::string(each.bytes.substr(begin, end - begin));
                EXPECT_NE(find_asset(path), nullptr) << path << " in " << each.path;
            }
        }
    }
}

}  // namespace

}  // namespace broadsheet
