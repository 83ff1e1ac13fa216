#include <gtest/gtest.h>

#include "schema/error.h"
#include "searcher/evaluate/topics.h"
#include "searcher/query/parser.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

std::string error_of(std::string_view content) {
    const auto error = test::thrown_by([&] { parse_topics(content, "topics"); });
    return error ? error->what() : "none";
}

TEST(EvaluateTopics, LinesOfIdTabAndWords) {
    const auto topics = parse_topics("7\tfirst words\r\n\n a-2 \t second  words \n", "topics");
    ASSERT_EQ(topics.size(), 2U);
    EXPECT_EQ(topics[0].id, "7");
    EXPECT_EQ(topics[0].text, "first words");
    EXPECT_EQ(topics[1].id, "a-2");
    EXPECT_EQ(topics[1].text, "second  words");
}

TEST(EvaluateTopics, SectionsAsTrecWritesThem) {
    const auto topics = parse_topics(
        "<top>\n<num> Number: 301\n<title> Rare metals\n\n<desc> Description:\nWho digs them?\n<narr> "
        "No.\n</top>\n"
        "<top>\n<num>302</num>\n<title></title>\n<desc>Description: Only this.</desc>\n</top>\n",
        "topics");
    ASSERT_EQ(topics.size(), 2U);
    EXPECT_EQ(topics[0].id, "301");
    EXPECT_EQ(topics[0].text, "Rare metals");
    EXPECT_EQ(topics[1].id, "302");
    EXPECT_EQ(topics[1].text, "Only this.");
}

TEST(EvaluateTopics, WhatIsWrongIsSaidWithItsLine) {
    EXPECT_EQ(error_of(" \n"), "topics: no topics");
    EXPECT_EQ(error_of("1\ta\nno tab\n"), "topics:2: no tab behind the id");
    EXPECT_EQ(error_of("1\ta\n1\tb\n"), "topics:2: topic 1 is there twice");
    EXPECT_EQ(error_of("1\t \n"), "topics:1: topic 1 has no text");
    EXPECT_EQ(error_of("\twords\n"), "topics:1: a topic without an id");
    EXPECT_EQ(error_of("1 2\twords\n"), "topics:1: white space in a topic's id");
    EXPECT_EQ(error_of("<html>"), "topics:1: no <top> section");
}

TEST(EvaluateTopics, WordsAreNoOperators) {
    EXPECT_EQ(plain_query({"1", "NOT (heat AND mass) - \"flow: what?\" title:x econ* W/5"}),
              "not heat and mass flow what title x econ w 5");
    EXPECT_EQ(plain_query({"1", "... ?"}), "");
}

TEST(EvaluateTopics, OfAVeryLongTopicTheEndIsLeftOut) {
    std::string text = "and";
    for (std::size_t i = 0; i < 2 * query::most_leaves; ++i)
        text += " and w" + std::to_string(i);
    const std::string query = plain_query({"1", text});
    EXPECT_TRUE(query.starts_with("and w0 w1 w2 "));
    EXPECT_NO_THROW(query::parse(query, 0));
    EXPECT_NO_THROW(query::parse(plain_query({"1", std::string(100'000, 'x')}), 0));
}

}  // namespace
}  // namespace broadsheet
