#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/name_key.h"

namespace broadsheet {
namespace {

using Parts = std::vector<std::string>;

std::string key(std::string_view name) {
    return person_name(name).key();
}

void expect_one(const std::vector<std::string>& names) {
    for (const std::string& name : names)
        EXPECT_EQ(key(name), key(names.front())) << name << " and " << names.front();
}

TEST(PersonName, TitlesInFrontAreNoPartOfIt) {
    EXPECT_EQ(person_name("Gen. Abdel-Fattah el-Sissi").parts, (Parts{"abdel", "fattah", "sisi"}));
    expect_one({"Marta Oyelaran", "Dr. Marta Oyelaran", "Deputy Prime Minister Marta Oyelaran",
                "Former Foreign Minister Marta Oyelaran", "Secretary of State Marta Oyelaran",
                "Lady Marta Oyelaran"});
    expect_one({"Oyelaran", "Mrs Oyelaran", "the Rev. Oyelaran", "Sgt. Oyelaran"});
}

TEST(PersonName, OfNothingButTitlesTheLastIsTheName) {
    EXPECT_EQ(key("President"), "president");
    EXPECT_EQ(person_name("Minister").parts, (Parts{"minister"}));
    expect_one({"Bishop", "Mr. Bishop", "Judge Bishop"});
}

TEST(PersonName, ADignityBelongsToALoneFirstNameAndNotToAFullOne) {
    EXPECT_EQ(key("Pope Francis"), "pope francis");
    EXPECT_EQ(key("King Charles"), "king charles");
    EXPECT_NE(key("Prince Charles"), key("King Charles"));
    EXPECT_EQ(key("Crown Prince Hamid"), "prince hamid");
    EXPECT_EQ(key("Sir Tomas Brandt"), "tomas brandt");
    EXPECT_EQ(key("Prince Hamid bin Yusuf"), "hamid yusuf");
}

TEST(PersonName, ArabicArticlesAreLeftOut) {
    expect_one({"Muhammad Al-Sudani", "Muhammad al Sudani", "Muhammad el-Sudani", "Muhammad Shia Al-Sudani",
                "Prime Minister Mohammed Al-Sudani"});
    expect_one({"Sudani", "Al-Sudani", "al-Sudani", "El-Sudani"});
    EXPECT_TRUE(person_name("Al-Sudani").is_one_word);
}

TEST(PersonName, AlIsAFirstNameWithoutAHyphen) {
    EXPECT_EQ(person_name("Al Brandt").parts, (Parts{"al", "brandt"}));
    EXPECT_FALSE(person_name("Al Brandt").is_one_word);
    EXPECT_EQ(key("Tomas Al"), "tomas al") << "at the end it is a name";
}

TEST(PersonName, HyphensMakeOneWordOfSeveralParts) {
    const PersonName surname = person_name("Brandt-Okafor");
    EXPECT_EQ(surname.parts, (Parts{"brandt", "okafor"}));
    EXPECT_TRUE(surname.is_one_word);
    EXPECT_FALSE(person_name("Lena Brandt-Okafor").is_one_word);
    EXPECT_TRUE(person_name("Brandt").is_one_word);
    EXPECT_FALSE(person_name("Lena Brandt").is_one_word);
    EXPECT_EQ(key("Lena Brandt-Okafor"), key("Lena Brandt Okafor"));
}

TEST(PersonName, InitialsThatStandTogetherAreOnePart) {
    EXPECT_EQ(person_name("J.K. Marlowe").parts, (Parts{"jk", "marlowe"}));
    EXPECT_EQ(person_name("J. K. Marlowe").parts, (Parts{"jk", "marlowe"}));
    EXPECT_EQ(person_name("JK Marlowe").parts, (Parts{"jk", "marlowe"}));
    expect_one({"J.K. Marlowe", "J. K. Marlowe", "JK Marlowe", "J. Marlowe", "J Marlowe"});
    EXPECT_TRUE(person_name("JD Marlowe").begins_with_initial);
    EXPECT_TRUE(person_name("W. Marlowe").begins_with_initial);
    EXPECT_FALSE(person_name("Jude D. Marlowe").begins_with_initial);
    EXPECT_FALSE(person_name("Jo Marlowe").begins_with_initial) << "small letters";
}

TEST(PersonName, MiddleNamesComeAndGo) {
    expect_one({"Jude Marlowe", "Jude W. Marlowe", "Jude Wilfred Marlowe", "Jude W. H. Marlowe"});
    EXPECT_EQ(person_name("Jude Wilfred Marlowe").parts, (Parts{"jude", "wilfred", "marlowe"}));
}

TEST(PersonName, AJuniorIsAnotherPerson) {
    EXPECT_EQ(person_name("Jude Marlowe Jr.").suffix, "jr");
    EXPECT_EQ(key("Jude Marlowe, Jr."), "jude marlowe jr");
    EXPECT_NE(key("Jude Marlowe Jr."), key("Jude Marlowe"));
    EXPECT_NE(key("Jude Marlowe III"), key("Jude Marlowe II"));
    expect_one({"Jude Marlowe Jr.", "Jude Marlowe, Jr.", "Jude W. Marlowe jr"});
}

TEST(PersonName, ASuffixNeedsANameBeforeIt) {
    EXPECT_EQ(person_name("Marlowe Jr.").suffix, "");
    EXPECT_EQ(key("Elisabeth II"), "elisabeth ii");
}

TEST(PersonName, OneAlphabetWritesInManyWays) {
    expect_one({"Muhammad Hussein", "Mohammed Hossein", "Mohamed Hussain", "Mohammad Husayn"});
    expect_one({"Sergei Dmitriev", "Sergey Dmitriev"});
    expect_one({"Alexei Orlov", "Aleksei Orlov", "Alexey Orlov", "Aleksey Orlov"});
    expect_one({"Abdel Fattah Hilal", "Abd Fattah Hilal", "Abdul-Fattah Hilal"});
    EXPECT_NE(key("Alexei Orlov"), key("Alexander Orlov"));
}

TEST(PersonName, AccentsAndCaseDoNotMatter) {
    expect_one({"José Núñez", "Jose Nunez", "JOSÉ NÚÑEZ", "jose nunez"});
}

TEST(PersonName, LastNameFirstIsTurnedRound) {
    expect_one({"Lena Brandt", "Brandt, Lena", "Brandt,Lena", "Brandt, Dr. Lena"});
    EXPECT_EQ(key("Brandt, "), "brandt");
    EXPECT_EQ(key(", Brandt"), "brandt");
}

TEST(PersonName, KoreanAndChineseNamesWithAndWithoutHyphens) {
    expect_one({"Han Seo-jun", "Han Seo Jun", "Han Seo-Jun"});
    EXPECT_EQ(person_name("Han Seo-jun").parts, (Parts{"han", "seo", "jun"}));
    EXPECT_FALSE(person_name("Han Seo-jun").is_one_word);
}

TEST(PersonName, OtherScriptsAreNames) {
    EXPECT_EQ(key("Анна Петрова"), key("АННА ПЕТРОВА"));
    EXPECT_NE(key("Анна Петрова"), key("Анна Орлова"));
    EXPECT_FALSE(key("陈伟").empty());
    EXPECT_NE(key("陈伟"), key("陈丽"));
}

TEST(OrganisationKey, TheFormOfTheCompanyGoes) {
    for (const char* name : {"Halvorsen Marine", "Halvorsen Marine Corp", "Halvorsen Marine Corp.",
                             "The Halvorsen Marine Corporation", "Halvorsen Marine, Inc.",
                             "Halvorsen Marine GmbH", "Halvorsen Marine Co., Ltd."}) {
        EXPECT_EQ(organisation_key(name), "halvorsen marine") << name;
    }
    EXPECT_EQ(organisation_key("Corporation"), "corporation") << "a lone one stays";
}

TEST(OrganisationKey, TheHeadOfAnOfficeMayStandBehind) {
    EXPECT_EQ(organisation_key("Ministry of Fisheries"), "fisheries ministry");
    EXPECT_EQ(organisation_key("Fisheries Ministry"), "fisheries ministry");
    EXPECT_EQ(organisation_key("the Department of Roads and Bridges"), "roads bridges department");
    EXPECT_EQ(organisation_key("University of Tarnow"), "university of tarnow") << "that is its name";
    EXPECT_EQ(organisation_key("Ministry of"), "ministry of");
}

TEST(OrganisationKey, BritishAndAmericanSpellingAreOne) {
    EXPECT_EQ(organisation_key("Center for Labor Defense"), organisation_key("Centre for Labour Defence"));
    EXPECT_EQ(organisation_key("Lake Program Organization"), organisation_key("Lake Programme Organisation"));
}

TEST(OrganisationKey, TheAndAndCountForNothing) {
    EXPECT_EQ(organisation_key("The Brandt & Okafor Bank"), organisation_key("Brandt and Okafor Bank"));
    EXPECT_EQ(organisation_key("The"), "the") << "nothing else would remain";
}

TEST(OrganisationKey, AcronymsWithAndWithoutFullStopsAreOne) {
    EXPECT_EQ(organisation_key("E.S.A."), organisation_key("ESA"));
}

TEST(OrganisationKey, KnowsTheFormOfACompany) {
    EXPECT_TRUE(has_company_form("Halvorsen Marine Corp"));
    EXPECT_TRUE(has_company_form("Halvorsen plc"));
    EXPECT_FALSE(has_company_form("Corp"));
    EXPECT_FALSE(has_company_form("Halvorsen Marine"));
    EXPECT_FALSE(has_company_form(""));
}

std::string random_bytes(std::mt19937_64& random, std::size_t size) {
    std::string bytes(size, '\0');
    for (char& c : bytes)
        c = static_cast<char>(random() & 0xff);
    return bytes;
}

// Of pieces that mean something to the functions under test.
std::string random_name(std::mt19937_64& random) {
    constexpr std::string_view pieces[] = {"Al",        "al-",  "el-",     "Dr. ",  "King ", "J.",
                                           "K",         "Jr",   "III",     "The ",  "of ",   "Inc",
                                           "Ministry ", ", ",   "-",       " ",     "é",     "陈",
                                           "'s",        "\xff", "Brandt ", "Lena ", "St",    "Mohammed "};
    std::string name;
    for (std::size_t i = random() % 9; i > 0; --i)
        name += pieces[random() % std::size(pieces)];
    return name;
}

TEST(NameKeys, AnyBytesHaveAKey) {
    std::mt19937_64 random(61);
    for (int i = 0; i < 20'000; ++i) {
        const std::string name = i % 2 == 0 ? random_name(random) : random_bytes(random, random() % 40);
        const PersonName person = person_name(name);
        ASSERT_FALSE(person.parts.empty());
        for (const std::string& part : person.parts)
            ASSERT_TRUE(!part.empty() || name.empty()) << testing::PrintToString(name);
        ASSERT_EQ(person.key().empty(), name.empty()) << testing::PrintToString(name);
        ASSERT_EQ(organisation_key(name).empty(), name.empty()) << testing::PrintToString(name);
        has_company_form(name);
    }
}

// The key of a name without a suffix or initial names the same person again: a facet's id can be made from
// it.
TEST(NameKeys, TheKeyOfAPlainNameIsItsOwnKey) {
    for (const char* name : {"Marta Oyelaran", "Muhammad Shia Al-Sudani", "Sergey Dmitriev", "José Núñez",
                             "Han Seo-jun", "Lena Brandt-Okafor", "Pope Francis", "Brandt"}) {
        EXPECT_EQ(key(key(name)), key(name)) << name;
    }
    for (const char* name : {"The Halvorsen Marine Corp", "Ministry of Fisheries", "Center for Labor Defense",
                             "E.S.A.", "Brandt & Okafor Bank"}) {
        EXPECT_EQ(organisation_key(organisation_key(name)), organisation_key(name)) << name;
    }
}

TEST(NameKeys, LongNamesAreNamesToo) {
    std::string name;
    for (int i = 0; i < 200'000; ++i)
        name += "Al-J. Corp ";
    EXPECT_FALSE(person_name(name).key().empty());
    EXPECT_FALSE(organisation_key(name).empty());
    const std::string commas(1'000'000, ',');
    EXPECT_EQ(key(commas), commas) << "nothing in it is a word";
    EXPECT_FALSE(key(std::string(1'000'000, 'a')).empty());
    EXPECT_FALSE(organisation_key(std::string(1'000'000, '-')).empty());
}

}  // namespace
}  // namespace broadsheet
