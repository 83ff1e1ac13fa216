#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/recogniser.h"
#include "indexer/entities/train/encode.h"
#include "indexer/entities/train/perceptron.h"

namespace broadsheet::entities::train {
namespace {

GoldSentence sentence(std::vector<std::string> tokens, std::vector<Span> spans) {
    return {std::move(tokens), std::move(spans), false};
}

std::vector<GoldDocument> lessons() {
    std::vector<GoldDocument> documents;
    const std::vector<std::string> people = {"Ada", "Bela", "Cora", "Dora", "Edda", "Fina"};
    const std::vector<std::string> places = {"Zor", "Yor", "Xor", "Wor", "Vor", "Uor"};
    for (std::size_t i = 0; i < people.size(); ++i) {
        GoldDocument document;
        document.sentences.push_back(
            sentence({"Yesterday", people[i], "Smith", "spoke", "in", places[i], "."},
                     {{1, 2, Kind::person}, {5, 5, Kind::place}}));
        documents.push_back(document);
    }
    return documents;
}

Model trained(const std::vector<GoldDocument>& documents) {
    Settings settings;
    settings.epochs = 5;
    settings.seeds = 2;
    return quantise(learn(encode(documents, Lexicon{}), settings), 0, Lexicon{});
}

TEST(EntityTraining, LearnsFromContext) {
    const Model model = trained(lessons());
    Recogniser recogniser(model);
    const std::string body = "Yesterday Gina Smith spoke in Tor.";
    const std::vector<Mention> mentions = recogniser.recognise("", body);
    ASSERT_EQ(mentions.size(), 2u);
    EXPECT_EQ(body.substr(mentions[0].begin, mentions[0].end - mentions[0].begin), "Gina Smith");
    EXPECT_EQ(mentions[0].type, EntityType::person);
    EXPECT_EQ(body.substr(mentions[1].begin, mentions[1].end - mentions[1].begin), "Tor");
    EXPECT_EQ(mentions[1].type, EntityType::place);
}

TEST(EntityTraining, IsTheSameEveryTime) {
    EXPECT_EQ(trained(lessons()).pack(), trained(lessons()).pack());
}

TEST(EntityTraining, LeavesOpenWhatACorpusDoesNotAnnotate) {
    std::vector<GoldDocument> documents = lessons();
    documents[0].other_is_open = true;
    const Examples examples = encode(documents, Lexicon{});
    ASSERT_FALSE(examples.allowed.empty());
    const std::uint32_t open = examples.allowed.front();  // "Yesterday"
    EXPECT_NE(open & (1u << outside), 0u);
    EXPECT_NE(open & (1u << label_of(Kind::other, Part::single)), 0u);
    EXPECT_EQ(open & (1u << label_of(Kind::person, Part::single)), 0u);
}

}  // namespace
}  // namespace broadsheet::entities::train
