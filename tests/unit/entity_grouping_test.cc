// Which names of an article are one person or organisation.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/entities/identity/grouping.h"
#include "schema/analysis/name_key.h"

namespace broadsheet::entities {
namespace {

using Counted = std::vector<std::pair<std::string, std::uint32_t>>;

class Grouped {
public:
    static Grouped people(Counted names) {
        Grouped grouped(std::move(names));
        grouped.groups_ = group_people(grouped.spellings_);
        grouped.check();
        return grouped;
    }
    static Grouped organisations(Counted names, const std::vector<Definition>& definitions = {}) {
        Grouped grouped(std::move(names));
        grouped.groups_ = group_organisations(grouped.spellings_, definitions);
        grouped.check();
        return grouped;
    }

    // The spelling that stands for the one of this text.
    std::string full(std::string_view name) const {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i].first == name) return names_[groups_.representative[i]].first;
        }
        return "not in the list";
    }
    std::size_t groups() const {
        return std::set<std::uint32_t>(groups_.representative.begin(), groups_.representative.end()).size();
    }
    const std::vector<std::string>& keys() const { return groups_.keys; }

private:
    explicit Grouped(Counted names) : names_(std::move(names)) {
        for (const auto& [name, count] : names_)
            spellings_.push_back({name, count});
    }

    void check() const {
        ASSERT_EQ(groups_.representative.size(), names_.size());
        ASSERT_EQ(groups_.keys.size(), names_.size());
        for (const std::uint32_t each : groups_.representative) {
            ASSERT_LT(each, names_.size());
            ASSERT_EQ(groups_.representative[each], each) << "stands for itself";
        }
    }

    Counted names_;
    std::vector<Spelling> spellings_;
    Groups groups_;
};

Counted once(const std::vector<std::string>& names) {
    Counted counted;
    for (const std::string& name : names)
        counted.emplace_back(name, 1);
    return counted;
}

Grouped people(const std::vector<std::string>& names) {
    return Grouped::people(once(names));
}

Grouped organisations(const std::vector<std::string>& names) {
    return Grouped::organisations(once(names));
}

TEST(GroupPeople, ASurnameIsThePersonOfThatName) {
    const Grouped grouped = people({"Okafor", "Marta Okafor", "Mrs Okafor"});
    EXPECT_EQ(grouped.full("Okafor"), "Marta Okafor");
    EXPECT_EQ(grouped.full("Mrs Okafor"), "Marta Okafor");
    EXPECT_EQ(grouped.keys(), (std::vector<std::string>{"okafor", "marta okafor", "okafor"}));
}

TEST(GroupPeople, WithAndWithoutTheArticle) {
    const Grouped grouped =
        people({"Prime Minister Muhammad Shia Al-Hilali", "Al-Hilali", "Hilali", "Mohammed al-Hilali"});
    EXPECT_EQ(grouped.groups(), 1u);
}

TEST(GroupPeople, ASurnameWithoutAFullNameStaysAlone) {
    const Grouped grouped = people({"Okafor", "Lena Brandt"});
    EXPECT_EQ(grouped.full("Okafor"), "Okafor");
    EXPECT_EQ(grouped.groups(), 2u);
}

TEST(GroupPeople, SomeAreCalledByTheirFirstName) {
    EXPECT_EQ(people({"Temujin Batbold", "Temujin"}).full("Temujin"), "Temujin Batbold");
    EXPECT_EQ(people({"Temujin Batbold", "Lena Temujin", "Temujin"}).full("Temujin"), "Lena Temujin")
        << "a surname first of all";
}

TEST(GroupPeople, SomeAreCalledByAMiddleName) {
    EXPECT_EQ(people({"Luiz Inacio Tulo da Serra", "Tulo"}).full("Tulo"), "Luiz Inacio Tulo da Serra");
    EXPECT_EQ(people({"Luiz Bo Serra", "Bo"}).full("Bo"), "Bo") << "too short to tell";
    EXPECT_EQ(people({"Luiz Inacio Tulo da Serra", "Marta Tulo"}).groups(), 2u);
}

TEST(GroupPeople, AnInitialIsTheFirstName) {
    const Grouped grouped = people({"J. Marlowe", "Jude Marlowe", "J.W. Marlowe", "K. Marlowe"});
    EXPECT_EQ(grouped.full("J. Marlowe"), "Jude Marlowe");
    EXPECT_EQ(grouped.full("J.W. Marlowe"), "Jude Marlowe");
    EXPECT_EQ(grouped.full("K. Marlowe"), "K. Marlowe");
}

TEST(GroupPeople, InitialsWithoutAFirstNameAreAPersonOfTheirOwn) {
    const Grouped grouped = people({"J.K. Marlowe", "Marlowe", "JK Marlowe"});
    EXPECT_EQ(grouped.groups(), 1u);
    EXPECT_NE(grouped.full("Marlowe"), "Marlowe");
}

TEST(GroupPeople, OfSeveralTheMostFrequent) {
    const Counted names{{"Lena Brandt", 1}, {"Tomas Brandt", 4}, {"Brandt", 9}};
    EXPECT_EQ(Grouped::people(names).full("Brandt"), "Tomas Brandt");
    EXPECT_EQ(Grouped::people({{"Brandt", 9}, {"Lena Brandt", 5}, {"Tomas Brandt", 4}}).full("Brandt"),
              "Lena Brandt");
    EXPECT_EQ(Grouped::people(names).full("Lena Brandt"), "Lena Brandt");
    EXPECT_EQ(people({"Lena Brandt", "Tomas Brandt", "Brandt"}).full("Brandt"), "Lena Brandt")
        << "among equals the first";
}

TEST(GroupPeople, TheMostFrequentFullFormStandsForTheGroup) {
    EXPECT_EQ(Grouped::people({{"Jude Marlowe", 2}, {"Jude W. Marlowe", 5}, {"Marlowe", 40}}).full("Marlowe"),
              "Jude W. Marlowe");
    EXPECT_EQ(people({"Jude Marlowe", "Jude Wilfred Marlowe"}).full("Jude Marlowe"), "Jude Wilfred Marlowe")
        << "among equals the longest";
}

TEST(GroupPeople, ANameTurnedRoundIsNotShownWhereThereIsAnother) {
    EXPECT_EQ(people({"Brandt, Lena", "Lena Brandt"}).full("Brandt, Lena"), "Lena Brandt");
    EXPECT_EQ(people({"Brandt, Lena"}).full("Brandt, Lena"), "Brandt, Lena");
}

TEST(GroupPeople, SurnamesWithParticles) {
    EXPECT_EQ(people({"Greta von der Heide", "von der Heide"}).full("von der Heide"), "Greta von der Heide");
    EXPECT_EQ(people({"Greta von der Heide", "Heide"}).full("Heide"), "Greta von der Heide");
    EXPECT_EQ(people({"Odile Le Bihan", "Le Bihan"}).full("Le Bihan"), "Odile Le Bihan");
    EXPECT_EQ(people({"Le Bihan"}).full("Le Bihan"), "Le Bihan");
}

TEST(GroupPeople, SurnamesWithHyphens) {
    const Grouped grouped = people({"Lena Brandt-Okafor", "Brandt-Okafor", "Okafor"});
    EXPECT_EQ(grouped.groups(), 1u);
    EXPECT_EQ(people({"Lena Brandt-Okafor", "Tomas Brandt", "Brandt"}).full("Brandt"), "Tomas Brandt");
}

TEST(GroupPeople, TheEndOfALongerNameIsThatPerson) {
    const Grouped grouped = people({"Maria Teresa Vilar Solis", "Vilar Solis", "Teresa Vilar Solis"});
    EXPECT_EQ(grouped.full("Vilar Solis"), "Maria Teresa Vilar Solis");
    EXPECT_EQ(grouped.full("Teresa Vilar Solis"), "Maria Teresa Vilar Solis");
}

TEST(GroupPeople, AJuniorIsAnotherPerson) {
    const Grouped grouped = people({"Jude Marlowe", "Jude Marlowe Jr."});
    EXPECT_EQ(grouped.groups(), 2u);
    EXPECT_EQ(people({"Jude Marlowe", "Jude Marlowe Jr.", "Jude W. Marlowe Jr."}).groups(), 2u);
}

TEST(GroupPeople, DifferentFirstNamesAreDifferentPeople) {
    EXPECT_EQ(people({"Lena Brandt", "Tomas Brandt", "Lena Okafor"}).groups(), 3u);
    EXPECT_EQ(people({"Sergei Orlov", "Sergey Orlov", "SERGEI ORLOV"}).groups(), 1u);
}

TEST(GroupPeople, NoNamesAndNoWords) {
    EXPECT_EQ(people({}).groups(), 0u);
    EXPECT_EQ(people({"", "-", "...", "\xff"}).groups(), 4u);
}

TEST(GroupOrganisations, AnAcronymThatTheTextDefines) {
    const Counted names = once({"Lake Rescue Corps of Volunteers", "LRV", "Brandt Bank"});
    EXPECT_EQ(Grouped::organisations(names, {{0, 1}}).full("LRV"), "Lake Rescue Corps of Volunteers");
    EXPECT_EQ(Grouped::organisations(names).full("LRV"), "LRV") << "nothing says so";
}

TEST(GroupOrganisations, AnAcronymByItsLetters) {
    for (const char* acronym : {"NLA", "N.L.A."}) {
        EXPECT_EQ(organisations({"Northern Lakes Agency", acronym}).full(acronym), "Northern Lakes Agency")
            << acronym;
    }
    EXPECT_EQ(organisations({"League of Lakes", "LOL"}).groups(), 1u) << "small words may count";
    EXPECT_EQ(organisations({"Northern Lakes Agency", "NLB"}).groups(), 2u);
    EXPECT_EQ(organisations({"Northern Lakes Agency", "Nla"}).groups(), 1u) << "so write some papers";
}

// The key has the office behind, the acronym in front.
TEST(GroupOrganisations, AnAcronymOfAnOffice) {
    EXPECT_EQ(organisations({"Office of Lake Safety", "OLS"}).groups(), 1u);
    EXPECT_EQ(organisations({"the Department of Lakes", "DOL"}).groups(), 1u);
    EXPECT_EQ(organisations({"Ministry of Fisheries and Forests", "MFF"}).groups(), 1u);
}

TEST(GroupOrganisations, ADefinitionGoesBeforeTheLetters) {
    const Counted names{{"Northern Lakes Agency", 1}, {"National Library Archive", 9}, {"NLA", 3}};
    EXPECT_EQ(Grouped::organisations(names).full("NLA"), "National Library Archive") << "the more frequent";
    EXPECT_EQ(Grouped::organisations(names, {{0, 2}}).full("NLA"), "Northern Lakes Agency");
}

TEST(GroupOrganisations, WhatKindItIsMayBeLeftOut) {
    EXPECT_EQ(organisations({"Tarnow Motor Company", "Tarnow"}).full("Tarnow"), "Tarnow Motor Company");
    EXPECT_EQ(organisations({"Halvorsen Holdings", "Halvorsen"}).groups(), 1u);
    EXPECT_EQ(organisations({"Halvorsen Energy Group", "Halvorsen Energy"}).groups(), 2u)
        << "of several words it is a name of its own";
    EXPECT_EQ(organisations({"Halvorsen Castle", "Halvorsen"}).groups(), 2u) << "no designator";
}

TEST(GroupOrganisations, ACountryInFrontMayBeLeftOut) {
    EXPECT_EQ(organisations({"U.S. Fisheries Department", "the Fisheries Department", "Fisheries"}).groups(),
              1u);
    EXPECT_EQ(
        organisations({"French Fisheries Ministry", "Ministry of Fisheries"}).full("Ministry of Fisheries"),
        "French Fisheries Ministry");
    EXPECT_EQ(organisations({"French Fisheries Ministry", "German Fisheries Ministry", "Fisheries Ministry"})
                  .groups(),
              3u)
        << "which one it is nobody knows";
}

TEST(GroupOrganisations, CompaniesHaveShortNames) {
    const Grouped grouped = organisations({"Halvorsen Marine Corp", "Halvorsen", "Halvorsen Marine"});
    EXPECT_EQ(grouped.groups(), 1u);
    EXPECT_EQ(grouped.full("Halvorsen"), "Halvorsen Marine Corp");
    EXPECT_EQ(organisations({"Halvorsen Marine", "Halvorsen"}).groups(), 2u)
        << "nothing says that it is a company";
}

TEST(GroupOrganisations, SpellingsOfOneKeyAreOne) {
    EXPECT_EQ(organisations({"Ministry of Defence", "Defense Ministry", "the Defence Ministry"}).groups(),
              1u);
    EXPECT_EQ(Grouped::organisations({{"Brandt Bank Inc", 1}, {"Brandt Bank", 3}}).full("Brandt Bank Inc"),
              "Brandt Bank");
}

TEST(GroupOrganisations, NoNamesAndNoWords) {
    EXPECT_EQ(organisations({}).groups(), 0u);
    EXPECT_EQ(organisations({"", "-", "...", "\xff"}).groups(), 4u);
}

TEST(Acronyms, AreTheFirstLetters) {
    EXPECT_TRUE(is_acronym_of("NLA", "Northern Lakes Agency"));
    EXPECT_TRUE(is_acronym_of("N.L.A.", "the Northern Lakes Agency"));
    EXPECT_TRUE(is_acronym_of("BLS", "Bureau of Lake Safety"));
    EXPECT_TRUE(is_acronym_of("LSB", "Lake Safety Bureau"));
    EXPECT_TRUE(is_acronym_of("DOL", "the Department of Lakes"));
    EXPECT_TRUE(is_acronym_of("LL", "League of Lakes"));
    EXPECT_TRUE(is_acronym_of("LOL", "League of Lakes"));
    EXPECT_FALSE(is_acronym_of("LA", "Northern Lakes Agency"));
    EXPECT_FALSE(is_acronym_of("Nla", "Northern Lakes Agency"));
    EXPECT_FALSE(is_acronym_of("N", "Northern"));
    EXPECT_FALSE(is_acronym_of("", "Northern Lakes Agency"));
    EXPECT_FALSE(is_acronym_of("NLA", ""));
    EXPECT_FALSE(is_acronym_of("...", "Northern Lakes Agency"));
}

// With a time limit of the suite that squares would not keep.
TEST(Grouping, AHundredThousandNamesAreGrouped) {
    Counted names;
    for (int i = 0; i < 100'000; ++i) {
        const std::string number = std::to_string(i);
        names.emplace_back("Lena" + number + " Middle X" + number + " Brandt" + std::to_string(i % 50), 1);
    }
    EXPECT_EQ(Grouped::people(names).groups(), 100'000u);
    for (auto& [name, count] : names)
        name = "National " + name + " Group Bank Inc";
    EXPECT_GT(Grouped::organisations(names).groups(), 99'000u);
}

TEST(Grouping, LongNamesAreGrouped) {
    std::string name;
    for (int i = 0; i < 20'000; ++i)
        name += "Lena Group ";
    EXPECT_EQ(people({name, name + "Brandt", "Group"}).keys().size(), 3u);
    EXPECT_EQ(organisations({name, name + "Inc", "LENA"}).keys().size(), 3u);
}

}  // namespace
}  // namespace broadsheet::entities
