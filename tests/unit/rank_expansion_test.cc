#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "searcher/engine/reading.h"
#include "searcher/rank/expansion.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

// Five articles on oil that also speak of barrels, and many others.
std::vector<Article> articles() {
    std::vector<Article> result;
    for (int i = 0; i < 5; ++i) {
        result.push_back(test::make_article("oil" + std::to_string(i), "Oil price",
                                            "Oil price of the barrel. Barrels w" + std::to_string(i) + "."));
    }
    for (int i = 0; i < 300; ++i) {
        result.push_back(test::make_article("x" + std::to_string(i), "Other v" + std::to_string(i),
                                            "The wool and the silk v" + std::to_string(i % 7) + "."));
    }
    result.push_back(test::make_article("both", "Oil and wool and the zeppelin", "One of its kind."));
    return result;
}

class RankExpansion : public testing::Test {
protected:
    Feedback read(const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.matching = query::Matching::any;
        const AnsweredQuery answered = answer(snapshot_, request);
        RankingParameters parameters;
        parameters.feedback_articles = 5;
        return read_feedback(snapshot_, answered.result.documents, answered.plan.terms, parameters);
    }

    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles(), 2); }
    static void TearDownTestSuite() { index_.reset(); }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
};

TEST_F(RankExpansion, FindsWhatTheFirstHitsHaveInCommon) {
    const Feedback feedback = read("oil price");
    EXPECT_TRUE(feedback.is_promising);
    const auto has = [&](const std::string& stem) {
        return std::any_of(feedback.words.begin(), feedback.words.end(),
                           [&](const ScoringTerm& word) { return word.stem == stem; });
    };
    EXPECT_TRUE(has("barrel"));
    EXPECT_FALSE(has("w1")) << "a word of one article alone";
    EXPECT_FALSE(has("the")) << "a function word";
    for (const ScoringTerm& word : feedback.words) {
        EXPECT_TRUE(word.is_added);
        EXPECT_GT(word.weight, 0);
        EXPECT_LE(word.weight, RankingParameters().feedback_share + 1e-9);
    }
}

TEST_F(RankExpansion, ASingleWordPromisesNothing) {
    EXPECT_FALSE(read("oil").is_promising);
    EXPECT_FALSE(read("the oil").is_promising);
}

TEST_F(RankExpansion, LookingForACertainArticlePromisesNothing) {
    EXPECT_FALSE(read("oil and wool and the zeppelin").is_promising);
}

TEST_F(RankExpansion, NothingFoundIsNothingLearnt) {
    EXPECT_TRUE(read("nowhere").words.empty());
    EXPECT_FALSE(read("nowhere").is_promising);
}

}  // namespace
}  // namespace broadsheet
