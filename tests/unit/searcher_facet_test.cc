#include <gtest/gtest.h>

#include <memory>

#include "searcher/facets/facet.h"
#include "searcher/match/slot_counter.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

ValueId id(const std::string& name) {
    return value_id(FieldId::person, name);
}

std::vector<std::string> shown(const Facet& facet) {
    std::vector<std::string> result;
    for (const FacetEntry& each : facet.values) {
        result.push_back(each.value + ' ' + std::to_string(each.count) + (each.selected ? " *" : ""));
    }
    return result;
}

using Shown = std::vector<std::string>;

class ValueFacet : public testing::Test {
protected:
    static std::vector<Article> articles() {
        Article article = test::make_article("1", "People", "They met.");
        article.people = {"Ada", "Bob", "Çelik", "Dan"};
        return {article};
    }

    static void SetUpTestSuite() { index_ = std::make_unique<test::TestIndex>(articles()); }
    static void TearDownTestSuite() { index_.reset(); }

    static inline std::unique_ptr<test::TestIndex> index_;  // read only
    Snapshot snapshot_{index_->path()};
    Labels labels_{snapshot_};
    FieldCounts counts_{FieldId::person, {{id("Dan"), 3}, {id("Bob"), 5}, {id("Ada"), 3}, {id("celik"), 3}}};
};

TEST_F(ValueFacet, ByCountThenBySpelling) {
    EXPECT_EQ(shown(value_facet(counts_, {}, 10, labels_)), (Shown{"Bob 5", "Ada 3", "Dan 3", "Çelik 3"}));
    const Facet two = value_facet(counts_, {}, 2, labels_);
    EXPECT_EQ(shown(two), (Shown{"Bob 5", "Ada 3"}));
    EXPECT_EQ(two.distinct, 4U);
}

TEST_F(ValueFacet, SelectedValuesAreAlwaysThere) {
    EXPECT_EQ(shown(value_facet(counts_, {id("Ada")}, 2, labels_)), (Shown{"Bob 5", "Ada 3 *"}));
    EXPECT_EQ(shown(value_facet(counts_, {id("Dan"), id("Dan")}, 1, labels_)), (Shown{"Bob 5", "Dan 3 *"}));
    EXPECT_EQ(shown(value_facet({FieldId::person, {}}, {id("Bob")}, 1, labels_)), (Shown{"Bob 0 *"}));
}

TEST_F(ValueFacet, PrefixesIgnoreCaseAndAccents) {
    EXPECT_EQ(shown(values_with_prefix(counts_, "CE", 10, labels_)), (Shown{"Çelik 3"}));
    EXPECT_EQ(values_with_prefix(counts_, "x", 10, labels_).distinct, 0U);
}

DayCounts days(std::initializer_list<std::pair<CivilDate, std::uint64_t>> counts) {
    DayCounts result;
    for (const auto& [date, count] : counts)
        result[day_of(start_of(date))] = count;
    return result;
}

query::Dates period(const char* text) {
    const auto parsed = parse_period(text, 0);
    return {parsed->begin, parsed->end};
}

TEST(DateFacet, TheUnitSuitsTheSpan) {
    EXPECT_EQ(shown(date_facet(days({{{2023, 12, 31}, 2}, {{2024, 1, 1}, 3}}), {})),
              (Shown{"2023-12-31 2", "2024-01-01 3"}));
    EXPECT_EQ(shown(date_facet(days({{{2024, 1, 1}, 1}, {{2024, 1, 9}, 4}, {{2024, 6, 1}, 2}}), {})),
              (Shown{"2024-01 5", "2024-06 2"}));
    EXPECT_EQ(shown(date_facet(days({{{1969, 1, 1}, 1}, {{2024, 1, 9}, 4}}), {})),
              (Shown{"1969 1", "2024 4"}));
    EXPECT_EQ(shown(date_facet({}, {})), Shown{});
}

TEST(DateFacet, SelectedPeriodsAreMarkedOrAdded) {
    const DayCounts spread = days({{{2023, 1, 5}, 1}, {{2023, 3, 5}, 2}, {{2024, 3, 9}, 4}});
    EXPECT_EQ(shown(date_facet(spread, {period("2023-03")})),
              (Shown{"2023-01 1", "2023-03 2 *", "2024-03 4"}));
    EXPECT_EQ(shown(date_facet(spread, {period("2023")})),
              (Shown{"2023-01 1", "2023-03 2", "2024-03 4", "2023 3 *"}));
    EXPECT_EQ(shown(date_facet({}, {period("2023-01-05")})), Shown{"2023-01-05 0 *"});
}

TEST(DateFacet, DaysBefore1970AreDaysToo) {
    EXPECT_EQ(day_of(-1), -1);
    EXPECT_EQ(day_of(-86400), -1);
    EXPECT_EQ(day_of(86399), 0);
}

}  // namespace
}  // namespace broadsheet
