// Pages that are made to cost time, memory or the stack.
#include <gtest/gtest.h>

#include "corpus/html/page.h"

namespace broadsheet::testing {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string problem_of(const std::string& page) {
    std::string problem;
    return read_page({page, {}, {}}, problem) ? "" : problem;
}

TEST(HostileHtml, IsRefusedInAClause) {
    EXPECT_EQ(problem_of(repeated("<div>", 1'000'000) + "text"), "HTML is nested too deeply");
    EXPECT_EQ(problem_of(repeated("<font size=1><b>", 100'000) + "text"), "HTML is nested too deeply");
    EXPECT_EQ(problem_of(repeated("<p>a", 1'500'000)), "HTML has too many elements");
    EXPECT_EQ(problem_of("<p" + repeated(" a=b", 100'000) + ">text"), "a tag has too many attributes");
    EXPECT_EQ(problem_of(std::string(largest_page + 1, 'a')), "a page of more than 16 MB");
}

TEST(HostileHtml, FormattingThatIsReopenedInEveryBlockHasALimit) {
    std::string page;
    for (int i = 0; i < 2900; ++i)
        page += "<font size=" + std::to_string(i) + ">";
    page += "</font>" + repeated("<p>a</p>", 100'000);
    EXPECT_EQ(problem_of(page).substr(0, 4), "HTML");
}

TEST(HostileHtml, NestingIsNotHiddenFromTheCount) {
    const std::string nested = repeated("<div>", 200'000);
    for (const std::string hiding : {"<a b=c=\">", "<a =\">", "<a b=c/d=\">", "<a b/=\">", "<!-- --!>",
                                     "<!-->", "<svg><title>", "<math><style>"})
        EXPECT_EQ(problem_of(hiding + nested), "HTML is nested too deeply") << hiding;
}

TEST(HostileHtml, LargePagesAreRead) {
    EXPECT_EQ(problem_of(repeated("<p>A plain sentence that stands here, again and again.</p>", 20'000)), "");
    EXPECT_EQ(problem_of("<p>" + std::string(2 << 20, 'x')), "");
    EXPECT_EQ(problem_of("<p>Text of it.<!-- " + std::string(1 << 20, '<')), "");
    EXPECT_EQ(problem_of("<p>Text of it.<script>" + std::string(1 << 20, '<')), "");
    EXPECT_EQ(problem_of(repeated("<table><tr><td>x", 900) + "Text of it."), "");
}

TEST(HostileHtml, AnyBytesAreRead) {
    std::string bytes = "<p>Text \xff\xfe\x00 of it, and \xc3 more. </p>";
    bytes += std::string("\0<p>\x80\x81", 6);
    EXPECT_EQ(problem_of(bytes), "");
    std::string problem;
    EXPECT_TRUE(read_page({"<p>Caf\xe9 text.</p>", {}, "no-such-charset"}, problem).has_value());
}

}  // namespace
}  // namespace broadsheet::testing
