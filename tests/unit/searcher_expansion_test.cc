#include <gtest/gtest.h>

#include "searcher/match/expansion.h"
#include "searcher/query/word_reader.h"

namespace broadsheet {
namespace {

class Expansion : public testing::Test {
protected:
    // An index in memory of documents with a stem each; with terms of other fields beside them.
    void add(const std::string& stem, int documents = 1) {
        for (int i = 0; i < documents; ++i) {
            Xapian::Document document;
            document.add_term(stem);
            document.add_boolean_term("XSOURCE:sanction");
            database_.add_document(document);
        }
    }

    std::string stems(const std::string& typed) {
        TermExpander expander(database_, "en");
        const query::WordReading reading = query::read_words(typed, false, query::Letters::any);
        std::string result;
        for (const ExpandedStem& stem : expander.expand(reading.words.front()).stems) {
            result += (result.empty() ? "" : " ") + stem.text + (stem.doubtful ? "?" : "");
        }
        return result;
    }

    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
};

TEST_F(Expansion, APlainWordIsItsStem) {
    EXPECT_EQ(stems("Sanctions"), "sanction");
    EXPECT_EQ(stems("=Sanctions"), "sanction?");
}

TEST_F(Expansion, PatternsByFrequency) {
    add("econom", 3);
    add("economi", 5);
    add("economist", 3);
    add("ecolog", 9);
    EXPECT_EQ(stems("econom*"), "economi econom economist");
    EXPECT_EQ(stems("*nomi?t"), "economist");
    EXPECT_EQ(stems("xyz*"), "");
}

TEST_F(Expansion, StemsThatAreShorterThanThePattern) {
    add("terror", 3);
    add("terrorist", 2);
    add("terrac", 2);
    EXPECT_EQ(stems("terroris*"), "terror? terrorist");
}

TEST_F(Expansion, FuzzyWordsKeepTheFirstLetter) {
    add("sanction", 2);
    add("suction", 1);
    add("function", 1);
    EXPECT_EQ(stems("sanctoins~"), "sanction");
    EXPECT_EQ(stems("sunction~2"), "sanction suction");
}

TEST_F(Expansion, IsBounded) {
    for (std::size_t i = 0; i < query::most_expanded + 50; ++i)
        add("word" + std::to_string(10000 + i));
    add("wordy", 2);
    TermExpander expander(database_, "en");
    const query::WordReading reading = query::read_words("word*", false, query::Letters::any);
    for (int again = 0; again < 2; ++again) {
        const ExpandedWord& expanded = expander.expand(reading.words.front());
        EXPECT_EQ(expanded.stems.size(), query::most_expanded);
        EXPECT_EQ(expanded.found, query::most_expanded + 51);
        EXPECT_EQ(expanded.stems.front().text, "wordy");
    }
    ASSERT_EQ(expander.warnings().size(), 1U);
    EXPECT_EQ(expander.warnings().front(),
              "word* stands for 1051 words, of which the 1000 most frequent were searched for");
}

}  // namespace
}  // namespace broadsheet
