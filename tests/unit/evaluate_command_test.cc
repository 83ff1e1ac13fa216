#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/program.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

class EvaluateCommand : public testing::Test {
protected:
    static std::vector<Article> articles() {
        return {test::make_article("a b", "Oil price", "The oil price rose."),
                test::make_article("b", "Oil", "Oil and wool and much else of the trade of the port."),
                test::make_article("c", "Wool", "Wool was dear. The price of wool rose.")};
    }

    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles()); }
    static void TearDownTestSuite() { index_.reset(); }

    int run(std::vector<std::string> options) {
        std::vector<std::string> arguments{"evaluate", index_->path().string()};
        arguments.insert(arguments.end(), options.begin(), options.end());
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        Terminal terminal{in, out, err};
        const int status = run_program(searcher_program(), arguments, {}, terminal);
        out_ = out.str();
        err_ = err.str();
        return status;
    }

    int evaluate(std::vector<std::string> options) {
        options.insert(options.end(), {"--topics", topics_, "--qrels", qrels_});
        return run(std::move(options));
    }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    test::TemporaryFolder folder_;
    std::string topics_ = folder_.write("topics", "1\toil price\n2\twool zeppelin\n3\tnot judged\n").string();
    std::string qrels_ = folder_.write("qrels", "1 0 a_b 1\n2 0 c 1\n2 0 b 0\n9 0 c 1\n").string();
    std::string out_;
    std::string err_;
};

TEST_F(EvaluateCommand, FiguresOfAllTopicsWithJudgements) {
    ASSERT_EQ(evaluate({"--json", "--per-topic"}), 0) << err_;
    const Json json = Json::parse(out_);
    EXPECT_EQ(json["ranking"], "usual");
    EXPECT_EQ(json["topics"], 2);
    EXPECT_EQ(json["all"]["map"], 1.0);
    EXPECT_EQ(json["all"]["relevant"], 2);
    EXPECT_EQ(json["per_topic"].size(), 2U);
    EXPECT_EQ(json["per_topic"]["2"]["P@10"], 0.1);
    EXPECT_EQ(err_,
              "searcher: 1 topics have no judgements and do not count\n"
              "searcher: 1 judged topics are not among the topics and do not count\n");
}

TEST_F(EvaluateCommand, ATopicThatFindsNothingCountsAsNought) {
    ASSERT_EQ(evaluate({"--match", "all"}), 0);
    EXPECT_NE(out_.find("map            0.5000\n"), std::string::npos) << out_;
}

TEST_F(EvaluateCommand, TheRunIsWrittenForTrecEval) {
    const auto path = folder_ / "run";
    ASSERT_EQ(evaluate({"--run-out", path.string()}), 0);
    std::ifstream file(path);
    std::string topic, q0, docno, rank, score, name;
    file >> topic >> q0 >> docno >> rank >> score >> name;
    EXPECT_EQ(topic + " " + q0 + " " + docno + " " + rank + " " + name, "1 Q0 a_b 1 broadsheet");
    EXPECT_GT(std::stod(score), 0);
}

TEST_F(EvaluateCommand, ComparisonAndSweep) {
    ASSERT_EQ(evaluate({"--compare", "plain", "--sweep", "k1=1,2", "--sweep", "b=0:1:0.5", "--json"}), 0)
        << err_;
    const Json json = Json::parse(out_);
    EXPECT_EQ(json["compared_with"]["p"]["map"], 1.0);
    EXPECT_EQ(json["sweep"].size(), 6U);
    ASSERT_EQ(evaluate({"--compare", "plain", "--sweep", "k1=1,2"}), 0);
    EXPECT_NE(out_.find("compared with "), std::string::npos);
}

TEST_F(EvaluateCommand, WrongUsage) {
    EXPECT_EQ(run({"--topics", topics_}), 2);
    EXPECT_EQ(err_, "searcher: evaluate needs --qrels\n");
    EXPECT_EQ(evaluate({"--depth", "0"}), 2);
    EXPECT_EQ(evaluate({"--relevant", "0"}), 2);
    EXPECT_EQ(evaluate({"--ranking", "zeal=1"}), 2);
    EXPECT_NE(run({"--topics", topics_, "--qrels", (folder_ / "none").string()}), 0);
    qrels_ = folder_.write("others", "77 0 c 1\n").string();
    EXPECT_NE(evaluate({}), 0);
}

}  // namespace
}  // namespace broadsheet
