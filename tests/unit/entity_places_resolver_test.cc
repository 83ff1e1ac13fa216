#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/entities/places/resolver.h"
#include "tests/unit/places_support.h"

namespace broadsheet::entities {
namespace {

struct Marked {
    std::string text;
    std::vector<Mention> mentions;
};

// "A place is [marked] so."
Marked marked(std::string_view written) {
    Marked it;
    for (const char c : written) {
        const auto at = static_cast<std::uint32_t>(it.text.size());
        if (c == '[') {
            it.mentions.push_back({at, at, EntityType::place, Role::subject, false});
        } else if (c == ']') {
            it.mentions.back().end = at;
        } else {
            it.text += c;
        }
    }
    return it;
}

std::string described(PlaceNumber number) {
    if (number == no_place) return "-";
    const Gazetteer& gazetteer = shipped_gazetteer();
    const Place place = gazetteer[number];
    std::string text(place.name);
    if (place.region != no_place && place.region != number)
        text += ", " + std::string(gazetteer[place.region].name);
    if (place.country != no_place && place.country != number)
        text += ", " + std::string(gazetteer[place.country].name);
    return text;
}

std::vector<std::string> resolved(std::string_view written, const SourcePrior* prior = nullptr) {
    const Marked article = marked(written);
    PlaceResolver resolver(shipped_gazetteer());
    std::vector<std::string> places;
    for (const ResolvedPlace& it : resolver.resolve({}, article.text, article.mentions, {}, prior).mentions)
        places.push_back(described(it.place));
    return places;
}

std::string given(const std::string& name) {
    PlaceResolver resolver(shipped_gazetteer());
    const std::vector<std::string> names{name};
    return described(resolver.resolve({}, {}, {}, names, nullptr).given.at(0).place);
}

using Places = std::vector<std::string>;

TEST(EntityPlacesResolver, CountriesAsNewsWritesThem) {
    for (const char* name : {"USA", "U.S.", "US", "America", "United States of America", "the United States"})
        EXPECT_EQ(given(name), "United States") << name;
    for (const char* name : {"UK", "U.K.", "Britain", "Great Britain"})
        EXPECT_EQ(given(name), "United Kingdom") << name;
    EXPECT_EQ(given("England"), "England, United Kingdom");
    EXPECT_EQ(given("Holland"), "Netherlands");
    EXPECT_EQ(given("Burma"), "Myanmar");
    EXPECT_EQ(given("Zaire"), "Democratic Republic of the Congo");
    EXPECT_EQ(given("West Germany"), "Germany");
    EXPECT_EQ(given("UAE"), "United Arab Emirates");
    EXPECT_EQ(given("Gaza"), "Gaza Strip, Palestinian Territory");
    EXPECT_EQ(given("USSR"), "Soviet Union");
    EXPECT_EQ(given("Africa"), "Africa");
    EXPECT_EQ(given("Middle East"), "Middle East");
    EXPECT_EQ(given("Crimea"), "Crimea, Ukraine");
}

TEST(EntityPlacesResolver, ATextSaysWhichOne) {
    EXPECT_EQ(given("Paris, Texas"), "Paris, Texas, United States");
    EXPECT_EQ(given("London, Ontario"), "London, Ontario, Canada");
    EXPECT_EQ(given("Moscow, Idaho"), "Moscow, Idaho, United States");
    EXPECT_EQ(given("Baghdad (Iraq)"), "Baghdad, Baghdad, Iraq");
    EXPECT_EQ(resolved("Rain fell on [Birmingham], Ala., overnight."),
              Places{"Birmingham, Alabama, United States"});
    EXPECT_EQ(resolved("Offices in [Cambridge], Mass., and [Cambridge], England."),
              (Places{"Cambridge, Massachusetts, United States", "Cambridge, England, United Kingdom"}));
    // One sense in the article.
    EXPECT_EQ(resolved("The mayor of [Springfield], Illinois, left. [Springfield] waits."),
              (Places{"Springfield, Illinois, United States", "Springfield, Illinois, United States"}));
}

TEST(EntityPlacesResolver, TheArticleSaysWhichOne) {
    EXPECT_EQ(resolved("[Atlanta] and [Augusta] voted; [Georgia] counts.").at(2), "Georgia, United States");
    EXPECT_EQ(resolved("The [Georgia] cabinet met in [Tbilisi].").at(0), "Georgia");
    EXPECT_EQ(resolved("Shots in [Tripoli]; a Lebanese army patrol. [Beirut] called for calm.").at(0),
              "Tripoli, Liban-Nord, Lebanon");
    EXPECT_EQ(resolved("[Birmingham] council and British ministers met.").at(0),
              "Birmingham, England, United Kingdom");
}

TEST(EntityPlacesResolver, TheSourceSaysWhichOne) {
    EXPECT_EQ(resolved("Fire crews in [Dublin] were busy."), Places{"Dublin, Leinster, Ireland"});
    SourcePrior ohio;
    PlaceResolver resolver(shipped_gazetteer());
    const Marked article = marked("[Columbus], [Ohio], and [Franklin County] budgets.");
    const Resolved places = resolver.resolve({}, article.text, article.mentions, {}, nullptr);
    for (int i = 0; i < 20; ++i)
        ohio.add_article(shipped_gazetteer(), places);
    EXPECT_EQ(resolved("Fire crews in [Dublin] were busy.", &ohio), Places{"Dublin, Ohio, United States"});
}

TEST(EntityPlacesResolver, TownsBeforeTheirProvinces) {
    EXPECT_EQ(given("Washington"), "Washington, District of Columbia, United States");
    EXPECT_EQ(given("New York"), "New York City, New York, United States");
    EXPECT_EQ(given("New York state"), "New York, United States");
    EXPECT_EQ(given("Aleppo"), "Aleppo, Aleppo, Syria");
    EXPECT_EQ(given("Aleppo Governorate"), "Aleppo, Syria");
    EXPECT_EQ(given("Mexico"), "Mexico");
    EXPECT_EQ(given("New Mexico"), "New Mexico, United States");
}

TEST(EntityPlacesResolver, UnitsWithTheirTypeWords) {
    EXPECT_EQ(given("Babil Governorate"), "Babil, Iraq");
    EXPECT_EQ(given("Rapides Parish"), "Rapides Parish, Louisiana, United States");
    EXPECT_EQ(given("Hubei province"), "Hubei, China");
    EXPECT_EQ(resolved("Forces took [Jurf Al-Sakhr] in [Babil].").at(0), "Jurf al-Sakhar, Babil, Iraq");
}

TEST(EntityPlacesResolver, SmallTownsNeedAReason) {
    EXPECT_EQ(given("Hope"), "-");
    EXPECT_EQ(given("Hope, Arkansas"), "Hope, Arkansas, United States");
    EXPECT_EQ(given("Nowhere in particular"), "-");
    EXPECT_EQ(given(""), "-");
}

TEST(EntityPlacesResolver, OtherMentionsAreNoPlaces) {
    const std::string text = "Paris Hilton went to Iraq.";
    const std::vector<Mention> mentions{{0, 12, EntityType::person, Role::subject, false},
                                        {21, 25, EntityType::place, Role::subject, false},
                                        {21, 9999, EntityType::place, Role::subject, false}};
    PlaceResolver resolver(shipped_gazetteer());
    const Resolved places = resolver.resolve({}, text, mentions, {}, nullptr);
    ASSERT_EQ(places.mentions.size(), 3u);
    EXPECT_EQ(described(places.mentions[0].place), "-");
    EXPECT_EQ(described(places.mentions[1].place), "Iraq");
    EXPECT_EQ(described(places.mentions[2].place), "-");
}

TEST(EntityPlacesResolver, AnArticleDoesNotDependOnThoseBefore) {
    const Marked first = marked("[Paris], Texas, and [Dallas] in [Texas].");
    const Marked second = marked("[Paris] and [London] agreed.");
    PlaceResolver used(shipped_gazetteer());
    used.resolve({}, first.text, first.mentions, {}, nullptr);
    PlaceResolver fresh(shipped_gazetteer());
    EXPECT_EQ(used.resolve({}, second.text, second.mentions, {}, nullptr).mentions,
              fresh.resolve({}, second.text, second.mentions, {}, nullptr).mentions);
}

TEST(EntityPlacesResolver, BadInputEnds) {
    PlaceResolver resolver(shipped_gazetteer());
    Marked list;
    for (PlaceNumber i = 0; i < 30000; ++i) {
        const std::string name(shipped_gazetteer()[60000 + i].name);
        const auto begin = static_cast<std::uint32_t>(list.text.size());
        list.text += name + ", ";
        list.mentions.push_back({begin, begin + static_cast<std::uint32_t>(name.size()), EntityType::place,
                                 Role::subject, false});
    }
    EXPECT_EQ(resolver.resolve({}, list.text, list.mentions, {}, nullptr).mentions.size(), 30000u);
    std::string text = "Iraq ";
    for (int i = 0; i < 200000; ++i)
        text += "Aaaa \xff Of Bbbb'";
    const std::vector<Mention> one{
        {0, 4, EntityType::place, Role::subject, false},
        {5, static_cast<std::uint32_t>(text.size()), EntityType::place, Role::subject, false}};
    const Resolved places = resolver.resolve(text, text, one, {}, nullptr);
    EXPECT_EQ(described(places.mentions[0].place), "Iraq");
    EXPECT_EQ(described(places.mentions[1].place), "-");
}

}  // namespace
}  // namespace broadsheet::entities
