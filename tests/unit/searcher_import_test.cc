// Queries pasted from other services.
#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"

namespace broadsheet {
namespace {

constexpr Seconds now = 1706054400;  // 2024-01-24

// How it is read; "as typed" where no warning says that it was not taken so.
std::string imported(const std::string& text) {
    const query::ParsedQuery parsed = query::parse(text, now);
    const std::string read = query::to_text(query::resolved(parsed.root, query::Matching::all));
    return parsed.warnings.empty() ? read + " as typed" : read;
}

TEST(Import, Connectors) {
    EXPECT_EQ(imported("sanctions w/5 iraq"), "sanctions W/5 iraq");
    EXPECT_EQ(imported("sanctions near5 iraq"), "sanctions W/5 iraq");
    EXPECT_EQ(imported("sanctions adj5 iraq"), "sanctions PRE/5 iraq");
    EXPECT_EQ(imported("sanctions pre/5 iraq"), "sanctions PRE/5 iraq");
    EXPECT_EQ(imported("sanctions onear/5 iraq"), "sanctions PRE/5 iraq");
    EXPECT_EQ(imported("sanctions w/s iraq"), "sanctions W/S iraq");
    EXPECT_EQ(imported("sanctions w/para iraq"), "sanctions W/P iraq");
    EXPECT_EQ(imported("sanctions /s iraq"), "sanctions W/S iraq");
    EXPECT_EQ(imported("sanctions /5 iraq"), "sanctions W/5 iraq");
    EXPECT_EQ(imported("sanctions NEAR iraq"), "sanctions W/10 iraq");
    EXPECT_EQ(imported("sanctions ADJ iraq"), "sanctions PRE/1 iraq");
    EXPECT_EQ(imported("sanctions SAME iraq"), "sanctions W/P iraq");
    EXPECT_EQ(imported("sanctions AROUND(4) iraq"), "sanctions W/4 iraq");
    EXPECT_EQ(imported("sanctions w/seg iraq"), "sanctions AND iraq");
    EXPECT_EQ(imported("sanctions not w/5 iraq"), "sanctions NOT W/5 iraq");
}

TEST(Import, SmallOperatorsWhereConnectorsAreSmall) {
    EXPECT_EQ(imported("oil w/3 iraq and gas or coal and not wood"),
              "((oil W/3 iraq) AND gas) OR (coal AND NOT wood)");
    EXPECT_EQ(imported("war and peace"), "war AND and AND peace as typed");
    EXPECT_EQ(imported("oil AND NOT gas"), "oil AND NOT gas as typed");
}

TEST(Import, Bars) {
    EXPECT_EQ(imported("oil | gas"), "oil OR gas");
    EXPECT_EQ(imported("(oil|gas) & price"), "(oil OR gas) AND price");
    EXPECT_EQ(imported("oil || gas && coal"), "oil OR (gas AND coal)");
    EXPECT_EQ(imported("AT&T"), "at&t as typed");
}

TEST(Import, Functions) {
    EXPECT_EQ(imported("atleast5(iraq)"), "ATLEAST5(iraq)");
    EXPECT_EQ(imported("atleast5 iraq"), "ATLEAST5(iraq)");
    EXPECT_EQ(imported("hlead(iraq)"), "HLEAD(iraq)");
    EXPECT_EQ(imported("HLEAD(iraq)"), "HLEAD(iraq) as typed");
    EXPECT_EQ(imported("allcaps(us)"), "ALLCAPS(us)");
    EXPECT_EQ(imported("hlp=iraq"), "HLEAD(iraq)");
}

TEST(Import, SegmentsAndFields) {
    EXPECT_EQ(imported("HEADLINE(oil w/3 price)"), "title:oil W/3 title:price");
    EXPECT_EQ(imported("headline(oil)"), "title:oil");
    EXPECT_EQ(imported("hd=oil"), "title:oil");
    EXPECT_EQ(imported("intitle:oil"), "title:oil");
    EXPECT_EQ(imported("intitle:\"oil price\""), "title:\"oil price\"");
    EXPECT_EQ(imported("BYLINE(\"Ann Lee\")"), "author:\"Ann Lee\"");
    EXPECT_EQ(imported("site:example.com oil"), "source:example.com AND oil");
    EXPECT_EQ(imported("-site:example.com oil"), "NOT source:example.com AND oil");
    EXPECT_EQ(imported("oil before:2024-01-01"), "oil AND date:<2024-01-01");
    EXPECT_EQ(imported("oil after:2023"), "oil AND date:>=2023-01-01");
    EXPECT_EQ(imported("oil filetype:pdf"), "oil");
    EXPECT_EQ(imported("before: the war"), "before AND the AND war as typed");
}

TEST(Import, Truncation) {
    EXPECT_EQ(imported("sanction! iraq"), "sanction* AND iraq");
    EXPECT_EQ(imported("Yahoo! no!"), "yahoo AND no as typed");
    EXPECT_EQ(imported("\"stop the war!\""), "\"stop the war\" as typed");
}

TEST(Import, CurlyQuotes) {
    EXPECT_EQ(imported("\xe2\x80\x9coil price\xe2\x80\x9d iraq"), "\"oil price\" AND iraq");
    EXPECT_EQ(imported("\xc2\xaboil price\xc2\xbb"), "\"oil price\"");
    EXPECT_EQ(imported("\xe2\x80\x9eoil price\xe2\x80\x9c"), "\"oil price\"");
    EXPECT_EQ(imported("Iraq\xe2\x80\x99s"), "iraq as typed");
    EXPECT_EQ(imported("\"oil price\"~5"), "\"oil price\"");
}

}  // namespace
}  // namespace broadsheet
