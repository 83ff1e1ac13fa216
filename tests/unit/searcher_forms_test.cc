#include <gtest/gtest.h>

#include <map>

#include "schema/analysis/fold.h"
#include "searcher/query/forms.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/query/resolve.h"

namespace broadsheet::query {
namespace {

Words words_of(const std::string& text) {
    Words words;
    const Node root = parse(text, 0).root;
    for_each_leaf(root, [&](const Node& leaf, bool) {
        const auto& typed = std::get<Text>(leaf.is).words;
        words.insert(words.end(), typed.begin(), typed.end());
    });
    return words;
}

// From folded words to the other forms.
using Forms = std::map<std::string, std::vector<std::string>>;

FindForms finder(const Forms& forms) {
    return [&forms](const WordRun& run) {
        OtherForms other;
        for (std::size_t count = run.words.size(); count > 0; --count) {
            std::string key;
            for (const Word& word : run.words.first(count))
                key += (key.empty() ? "" : " ") + word.folded;
            const auto found = forms.find(key);
            if (found == forms.end()) continue;
            other.count = count;
            other.alike = Alike::synonyms;
            for (const std::string& form : found->second)
                other.forms.push_back(words_of(form));
            break;
        }
        return other;
    };
}

std::string with_forms(const std::string& text, const Forms& forms, Matching matching = Matching::all) {
    Node root = parse(text, 0).root;
    EXPECT_TRUE(add_forms(root, finder(forms)));
    return to_text(resolved(root, matching));
}

const Forms forms{{"un", {"united nations"}},
                  {"united nations", {"un"}},
                  {"car", {"automobile", "motor car"}},
                  {"oil", {"petroleum"}}};

TEST(Forms, AWordFindsItsOtherForms) {
    EXPECT_EQ(with_forms("car", forms), "car OR automobile OR \"motor car\"");
    EXPECT_EQ(with_forms("red car", forms), "red AND (car OR automobile OR \"motor car\")");
    EXPECT_EQ(with_forms("bus", forms), "bus");
    EXPECT_EQ(with_forms("", forms), "");
}

TEST(Forms, WordsSideBySideAreOneNameTheLongestFirst) {
    EXPECT_EQ(with_forms("United Nations troops", forms), "((united AND nations) OR un) AND troops");
    EXPECT_EQ(with_forms("United Nations", forms), "(united AND nations) OR un");
    EXPECT_EQ(with_forms("united -nations", forms), "united AND NOT nations");
    EXPECT_EQ(with_forms("united AND nations", forms), "united AND nations");
    EXPECT_EQ(with_forms("title:united nations", forms), "title:united AND nations");
}

TEST(Forms, NothingThatAnyOfTheWordsWouldFindIsLost) {
    EXPECT_EQ(with_forms("United Nations troops", forms, Matching::any), "united OR nations OR un OR troops");
}

TEST(Forms, PhrasesAreMadeWithEachForm) {
    EXPECT_EQ(with_forms("\"un troops\"", forms), "\"un troops\" OR \"united nations troops\"");
    EXPECT_EQ(with_forms("\"united nations\"", forms), "\"united nations\" OR un");
    EXPECT_EQ(with_forms("\"oil un\"", forms),
              "\"oil un\" OR \"petroleum un\" OR \"oil united nations\" OR \"petroleum united nations\"");
}

TEST(Forms, PlaceAndOperatorsStay) {
    EXPECT_EQ(with_forms("title:oil", forms), "title:oil OR title:petroleum");
    EXPECT_EQ(with_forms("oil W/3 price", forms), "(oil OR petroleum) W/3 price");
    EXPECT_EQ(with_forms("ATLEAST3(oil)", forms), "ATLEAST3(oil OR petroleum)");
    EXPECT_EQ(with_forms("a NOT oil", forms), "a AND NOT (oil OR petroleum)");
    EXPECT_EQ(with_forms("+oil gas", forms), "(oil OR petroleum) AND gas");
}

TEST(Forms, ExactWordsPatternsAndCapitalsAreTakenAsTyped) {
    for (const char* typed : {"=oil", "oi*l", "oil~", "ALLCAPS(oil)", "place:oil", "=\"oil un\""}) {
        EXPECT_EQ(with_forms(typed, forms), with_forms(typed, {})) << typed;
    }
}

TEST(Forms, WhatWasFoundReadsAsTheSameQueryAgain) {
    for (const char* typed : {"red car", "United Nations troops", "\"un troops\" -oil", "oil W/3 un"}) {
        const std::string once = with_forms(typed, forms);
        EXPECT_EQ(with_forms(once, {}), once);
    }
}

TEST(Forms, AreBounded) {
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += "car ";
    Node root = parse(many, 0).root;
    Forms long_forms;
    for (int i = 0; i < 20; ++i)
        long_forms["car"].push_back("word" + std::to_string(i) + " of several words");
    EXPECT_FALSE(add_forms(root, finder(long_forms)));
    std::size_t words = 0;
    for_each_leaf(root, [&](const Node& leaf, bool) { words += std::get<Text>(leaf.is).words.size(); });
    EXPECT_LE(words, 200 + most_form_words);
}

}  // namespace
}  // namespace broadsheet::query
