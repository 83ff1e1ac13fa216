#include <gtest/gtest.h>

#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

using Names = std::vector<std::string>;

TEST(Authors, AreSplit) {
    EXPECT_EQ(split_authors("Jane Doe"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("By Jane Doe, John Roe and A. N. Other"),
              (Names{"Jane Doe", "John Roe", "A. N. Other"}));
    EXPECT_EQ(split_authors("Jane Doe, John Roe, and A. N. Other"),
              (Names{"Jane Doe", "John Roe", "A. N. Other"}));
    EXPECT_EQ(split_authors("BY JANE DOE & JOHN ROE"), (Names{"JANE DOE", "JOHN ROE"}));
    EXPECT_EQ(split_authors("Doe, Jane; Roe, John"), (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(split_authors("Jane Doe | John Roe"), (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(split_authors("Doe, Jane"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("Alexander Sandford"), (Names{"Alexander Sandford"}));
    EXPECT_EQ(split_authors("By  Jane  Doe and Will Roe"), (Names{"Jane Doe", "Will Roe"}));
    EXPECT_EQ(split_authors("Jane Doe With John Roe"), (Names{"Jane Doe", "John Roe"}));
}

TEST(Authors, JobsAndAgenciesBesidePeopleAreNone) {
    EXPECT_EQ(split_authors("Jane Doe, Staff Writer"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("by Jane Doe, Reuters"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("Reuters"), (Names{"Reuters"}));
    EXPECT_TRUE(split_authors("By  Staff Writer").empty());
    EXPECT_EQ(split_authors("Jane Doe, On Assignment For The Gazette"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("John Roe, Jr., Jane Doe"), (Names{"John Roe, Jr.", "Jane Doe"}));
    EXPECT_EQ(split_authors("Jane Doe / Metro and State Desk"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("By Jane Doe / Sport, John Roe / News"), (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(split_authors("Jane Doe | Metro Desk"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("AC/DC"), (Names{"AC/DC"}));
}

TEST(Authors, LabelsAndRemarksAreNone) {
    EXPECT_EQ(split_authors("Author: Luke, most likely."), (Names{"Luke"}));
    EXPECT_EQ(split_authors("Authors: Jane Doe and John Roe"), (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(split_authors("Jane Doe, Last Updated: January 7, 2025"), (Names{"Jane Doe"}));
    EXPECT_TRUE(split_authors("Last Updated: January 7, 2025").empty());
    EXPECT_EQ(split_authors("Poston Smith"), (Names{"Poston Smith"}));
    EXPECT_EQ(split_authors("bell hooks"), (Names{"bell hooks"}));
    EXPECT_EQ(split_authors("张伟; 李娜"), (Names{"张伟", "李娜"}));
}

TEST(Authors, NothingMakesNone) {
    for (const char* none : {"", " ", "By", "by ", ",", " and ", ";;", "|"})
        EXPECT_LE(split_authors(none).size(), 1U) << none;
    EXPECT_TRUE(split_authors(" , ; ").empty());
}

// Found by fuzzing: an "and" right before another conjunction.
TEST(Authors, ConjunctionsInARow) {
    EXPECT_EQ(split_authors("By and &  Jane Doe"), (Names{"Jane Doe"}));
    EXPECT_EQ(split_authors("Jane Doe and and & with John Roe and "), (Names{"Jane Doe", "John Roe and"}));
    for (unsigned seed = 0; seed < 5000; ++seed) {
        const std::string line = testing::random_bytes(seed, seed % 40, "and &wth,;|By ,\xc2\xa0");
        for (const std::string& name : split_authors(line))
            EXPECT_FALSE(name.empty());
    }
}

TEST(Authors, HostileLinesAreCutOff) {
    std::string line;
    while (line.size() < 200000)
        line += "a and ";
    EXPECT_LE(split_authors(line).size(), 1000U);
}

TEST(Lists, AreSplitAtTheStrongestSign) {
    EXPECT_EQ(split_list("oil, grain,  oil,"), (Names{"oil", "grain"}));
    EXPECT_EQ(split_list("Washington, D.C.; Paris"), (Names{"Washington, D.C.", "Paris"}));
    EXPECT_TRUE(split_list(" ").empty());
}

TEST(Lists, NamesAreBounded) {
    Names names;
    add_name(names, std::string(300, 'x'));
    EXPECT_TRUE(names.empty());
    for (int i = 0; i < 2000; ++i)
        add_name(names, std::to_string(i));
    EXPECT_EQ(names.size(), 1000U);
}

TEST(Domains, AreTakenFromAddresses) {
    EXPECT_EQ(domain_of("https://www.Example.org/a?b=c"), "example.org");
    EXPECT_EQ(domain_of("http://user:pw@news.example.org:8080/"), "news.example.org");
    EXPECT_EQ(domain_of("//example.org/x"), "example.org");
    EXPECT_EQ(domain_of("www.example.org/x"), "example.org");
    EXPECT_EQ(domain_of("Example Gazette"), "");
    EXPECT_EQ(domain_of("a/b.html"), "");
    EXPECT_EQ(domain_of(""), "");
}

TEST(Languages, BecomeCodes) {
    EXPECT_EQ(language_code("en"), "en");
    EXPECT_EQ(language_code("EN-us"), "en");
    EXPECT_EQ(language_code("pt_BR"), "pt");
    EXPECT_EQ(language_code("English"), "en");
    EXPECT_EQ(language_code("deu"), "de");
    EXPECT_EQ(language_code("gsw"), "gsw");
    EXPECT_EQ(language_code("cze"), "cs");
    EXPECT_EQ(language_code("ces"), "cs");
    EXPECT_EQ(language_code("nb-NO"), "no");
    EXPECT_EQ(language_code("nn"), "no");
    EXPECT_EQ(language_code("iw"), "he");
    EXPECT_EQ(language_code("jp"), "ja") << "a country";
    EXPECT_EQ(language_code("Klingon"), "");
    EXPECT_EQ(language_code("7"), "");
    EXPECT_EQ(language_code("utf-8"), "");
    EXPECT_EQ(language_code(""), "");
}

}  // namespace
}  // namespace broadsheet
