#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "indexer/source_homes.h"
#include "schema/index/snapshot.h"
#include "schema/place_id.h"
#include "tests/support/errors.h"
#include "tests/support/index_builder.h"

namespace broadsheet {
namespace {

// Where the index has the Springfield of article "unclear": the region's label.
std::string region_of_springfield(const std::filesystem::path& index) {
    Snapshot snapshot(index);
    const std::optional<Location> location = snapshot.find("unclear");
    if (!location) return "no article";
    for (const Entity& entity : snapshot.stored(*location).annotation) {
        if (entity.field != FieldId::place || level_of(entity.id) != PlaceLevel::town) continue;
        const std::optional<PlaceRecord> record = snapshot.place(entity.id);
        return record ? snapshot.label(FieldId::place, record->region) : "no record";
    }
    return "no town";
}

// Indexes it in a run of its own.
void add_unclear(const std::filesystem::path& index, const entities::Knowledge& knowledge) {
    WriterSettings settings;
    settings.create = true;
    settings.knowledge = &knowledge;
    IndexWriter writer(index, settings);
    writer.add(test::make_article("unclear", "Council meets", "The council met in Springfield on Monday."));
    writer.publish();
}

TEST(SourceHomes, WhatARunLearnsServesTheNext) {
    const entities::Knowledge knowledge = entities::built_in_knowledge();
    std::vector<Article> articles;
    for (const std::string town : {"Worcester", "Lowell", "Holyoke", "Pittsfield"}) {
        articles.push_back(test::make_article(town, "Council meets",
                                              "The council met in " + town + ", Massachusetts, on Monday."));
    }
    const test::TestIndex nothing({}, 1, &knowledge);
    add_unclear(nothing.path(), knowledge);
    EXPECT_NE(region_of_springfield(nothing.path()), "Massachusetts") << "alone it is another";
    for (const std::size_t segments : {1u, 2u}) {  // two say it together
        const test::TestIndex index(articles, segments, &knowledge);
        add_unclear(index.path(), knowledge);
        EXPECT_EQ(region_of_springfield(index.path()), "Massachusetts") << segments;
    }
    const test::TestIndex merged(articles, 2, &knowledge);
    IndexWriter(merged.path(), {}).merge_all();
    add_unclear(merged.path(), knowledge);
    EXPECT_EQ(region_of_springfield(merged.path()), "Massachusetts") << "merged";
}

TEST(SourceHomes, DamageIsTold) {
    EXPECT_EQ(test::code_of([] { unite_homes({"?"}); }), ErrorCode::index_damaged);
}

}  // namespace
}  // namespace broadsheet
