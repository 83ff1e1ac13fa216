#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/entities/recogniser.h"

namespace broadsheet::entities {
namespace {

class EntityRecogniser : public ::testing::Test {
protected:
    static void SetUpTestSuite() { model_ = new Model(Model::load(BROADSHEET_ENTITY_MODEL)); }
    static void TearDownTestSuite() {
        delete model_;
        model_ = nullptr;
    }

    static std::vector<std::string> found(std::string_view title, std::string_view body) {
        Recogniser recogniser(*model_);
        std::vector<std::string> out;
        for (const Mention& mention : recogniser.recognise(title, body)) {
            const std::string_view text = mention.in_title ? title : body;
            out.push_back(std::string(name_of(mention.type)) + ":" +
                          std::string(text.substr(mention.begin, mention.end - mention.begin)));
        }
        return out;
    }
    static bool has(const std::vector<std::string>& all, const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    }

    static Model* model_;
};

Model* EntityRecogniser::model_ = nullptr;

TEST_F(EntityRecogniser, FindsNamesInTitleAndBody) {
    const auto all = found(
        "Iraq signs water accord with Turkey",
        "BAGHDAD, Jan 24 (Reuters) - Prime Minister Muhammad Al-Sudani met President Recep Tayyip Erdogan "
        "in Ankara on Wednesday, the Foreign Ministry said.\n\nAl-Sudani also spoke to Microsoft Corp. and "
        "the World Bank.");
    EXPECT_TRUE(has(all, "place:Iraq"));
    EXPECT_TRUE(has(all, "place:Turkey"));
    EXPECT_TRUE(has(all, "place:BAGHDAD"));
    EXPECT_TRUE(has(all, "person:Muhammad Al-Sudani"));
    EXPECT_TRUE(has(all, "person:Recep Tayyip Erdogan"));
    EXPECT_TRUE(has(all, "place:Ankara"));
    EXPECT_TRUE(has(all, "person:Al-Sudani"));
    EXPECT_TRUE(has(all, "organisation:Microsoft Corp."));
    EXPECT_TRUE(has(all, "organisation:World Bank"));
    EXPECT_TRUE(has(all, "organisation:Reuters"));
}

TEST_F(EntityRecogniser, MentionsAreInOrderAndHaveRoles) {
    Recogniser recogniser(*model_);
    const std::string body =
        "PARIS, May 3 (AFP) - Marie Laurent leads Renault in France.\n\nThe company employs 4,000 people.";
    const std::vector<Mention> mentions = recogniser.recognise("Renault names a new head", body);
    ASSERT_GE(mentions.size(), 4u);
    EXPECT_TRUE(mentions.front().in_title);
    std::uint32_t last = 0;
    bool dateline = false;
    for (const Mention& mention : mentions) {
        EXPECT_LT(mention.begin, mention.end);
        if (mention.in_title) continue;
        EXPECT_GE(mention.begin, last);
        last = mention.end;
        dateline = dateline || (mention.role == Role::dateline &&
                                body.substr(mention.begin, mention.end - mention.begin) == "PARIS");
    }
    EXPECT_TRUE(dateline);
}

TEST_F(EntityRecogniser, OtherLanguagesHaveNoNames) {
    EXPECT_TRUE(
        found("",
              "Der Kanzler sprach am Montag in Berlin mit dem Minister und sagte, dass die Regierung nicht "
              "auf eine Einigung warten werde, die sich noch lange hinziehen kann.")
            .empty());
    EXPECT_TRUE(
        found(
            "",
            "El presidente dijo el lunes que no hay acuerdo con los sindicatos de Madrid para las pensiones "
            "por una huelga que dura ya un mes.")
            .empty());
    EXPECT_TRUE(found("",
                      "\xD0\x9F\xD1\x80\xD0\xB5\xD0\xB7\xD0\xB8\xD0\xB4\xD0\xB5\xD0\xBD\xD1\x82 \xD0\xB8 "
                      "\xD0\xBC\xD0\xB8\xD0\xBD\xD0\xB8\xD1\x81\xD1\x82\xD1\x80 \xD0\xB2 "
                      "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB5 \xD0\xB8 \xD0\xBD\xD0\xB0 "
                      "\xD0\xA1\xD0\xB5\xD0\xB2\xD0\xB5\xD1\x80\xD0\xB5.")
                    .empty());
}

TEST_F(EntityRecogniser, AForeignParagraphDoesNotSilenceTheRest) {
    const auto all = found(
        "",
        "The mayor of Lyon met farmers in Grenoble on Tuesday, and said that the talks would go on.\n\n"
        "Le maire est venu avec des agriculteurs pour une rencontre qui dans la salle sont pas Toulouse.");
    EXPECT_TRUE(has(all, "place:Lyon"));
    EXPECT_FALSE(has(all, "place:Toulouse"));
}

TEST_F(EntityRecogniser, DoesNotDependOnEarlierArticles) {
    Recogniser recogniser(*model_);
    const std::string body = "Angela Brown told Sky News in Leeds that Brown had left Barclays.";
    const auto first = recogniser.recognise("", body);
    recogniser.recognise("", "Barclays, a village in Brown County, was flooded. Sky, a dog, was saved.");
    EXPECT_EQ(recogniser.recognise("", body), first);
}

// Each of these is megabytes long: what is not linear would not end.
class EntityRecogniserHostile : public EntityRecogniser {
protected:
    static std::vector<Mention> run(const std::string& unit, std::size_t bytes) {
        std::string body;
        while (body.size() < bytes)
            body += unit;
        Recogniser recogniser(*model_);
        std::vector<Mention> mentions = recogniser.recognise("", body);
        std::uint32_t last = 0;
        for (const Mention& mention : mentions) {
            EXPECT_GE(mention.begin, last);
            EXPECT_LE(mention.end, body.size());
            last = mention.end;
        }
        return mentions;
    }
};

TEST_F(EntityRecogniserHostile, OneParagraphWithoutSentences) {
    run("Kofi Annan of Ghana and the ", 3 << 20);
}
TEST_F(EntityRecogniserHostile, OneNameOverAndOver) {
    run("Ghana ", 2 << 20);
}
TEST_F(EntityRecogniserHostile, ListOfNames) {
    run("Kofi Annan, Ban Ki-moon, ", 2 << 20);
}
TEST_F(EntityRecogniserHostile, AllCapitals) {
    run("THE MINISTER OF GHANA SAID IN ACCRA. ", 2 << 20);
}
TEST_F(EntityRecogniserHostile, OneWord) {
    EXPECT_TRUE(run("x", 2 << 20).empty());
}
TEST_F(EntityRecogniserHostile, Marks) {
    EXPECT_TRUE(run("(\"'-.,", 2 << 20).empty());
}
TEST_F(EntityRecogniserHostile, BrokenUtf8) {
    run("\xF0\x9F\xC3 \xE2\x80 A\xFF", 1 << 20);
}
TEST_F(EntityRecogniserHostile, Brackets) {
    run("European Space Agency (ESA) (", 2 << 20);
}

TEST_F(EntityRecogniserHostile, EveryWordIsNew) {
    std::string body;
    for (int i = 0; body.size() < (2u << 20); ++i)
        body += "N" + std::to_string(i * 7919) + "a Xu" + std::to_string(i) + " ";
    Recogniser recogniser(*model_);
    recogniser.recognise("", body);
}

}  // namespace
}  // namespace broadsheet::entities
