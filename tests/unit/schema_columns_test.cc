#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include "schema/files.h"
#include "schema/index/columns.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {

static bool operator==(const ColumnRow& a, const ColumnRow& b) {
    return a.length == b.length && a.date == b.date && a.values == b.values && a.levels == b.levels;
}

namespace {

constexpr FieldId facets[] = {FieldId::person, FieldId::place, FieldId::source, FieldId::language};

using Rows = std::vector<ColumnRow>;

ColumnRow random_row(test::RandomArticles& random) {
    ColumnRow row;
    if (random.one_in(8)) return row;  // a gap
    row.length = static_cast<std::uint32_t>(random.below(5000));
    if (!random.one_in(4)) row.date = static_cast<Seconds>(random.below(4'000'000'000)) - 2'000'000'000;
    for (std::size_t left = random.below(6); left > 0; --left) {
        row.values.push_back(
            {facets[random.below(std::size(facets))], random.below(40) * 0x0123456789abcdef});
    }
    std::sort(row.values.begin(), row.values.end());
    row.values.erase(std::unique(row.values.begin(), row.values.end()), row.values.end());
    for (std::size_t i = 0; i < row.values.size(); ++i)
        row.levels.push_back(static_cast<SalienceLevel>(random.below(highest_salience_level + 1)));
    return row;
}

Rows random_rows(test::RandomArticles& random, std::size_t count) {
    Rows rows;
    while (rows.size() < count)
        rows.push_back(random_row(random));
    return rows;
}

void write(const Rows& rows, const std::filesystem::path& path) {
    ColumnsBuilder builder;
    for (const ColumnRow& row : rows)
        builder.add(row);
    builder.write(path, "uuid", false);
}

void expect_rows(const Columns& columns, const Rows& rows) {
    columns.verify();
    ASSERT_EQ(columns.last(), rows.size());
    for (DocId document = 1; document <= columns.last(); ++document) {
        ASSERT_EQ(columns.row(document), rows[document - 1]) << document;
        const auto ordinals = columns.ordinals(document);
        ASSERT_TRUE(std::is_sorted(ordinals.begin(), ordinals.end()));
        for (std::size_t i = 0; i < ordinals.size(); ++i) {
            ASSERT_EQ(columns.find(columns.value(ordinals[i])), ordinals[i]);
            ASSERT_EQ(columns.level(document, ordinals[i]), rows[document - 1].levels[i]);
        }
        ASSERT_EQ(columns.level(document, static_cast<Ordinal>(columns.ids().size())), std::nullopt);
    }
    // The dictionary: each value once, ordered by field and id, a range of ordinals for each field.
    std::set<FacetValue> expected;
    for (const ColumnRow& row : rows)
        expected.insert(row.values.begin(), row.values.end());
    std::set<FacetValue> got;
    Ordinal next = 0;
    for (const Field& field : fields) {
        const auto [begin, end] = columns.range(field.id);
        ASSERT_EQ(begin, next);
        for (next = begin; next < end; ++next) {
            ASSERT_EQ(columns.field_of(next), field.id);
            ASSERT_TRUE(next == begin || columns.ids()[next - 1] < columns.ids()[next]);
            got.insert(columns.value(next));
        }
    }
    ASSERT_EQ(next, columns.ids().size());
    ASSERT_TRUE(std::includes(got.begin(), got.end(), expected.begin(), expected.end()));
}

TEST(Columns, RowsComeBack) {
    const test::TemporaryFolder folder;
    test::RandomArticles random(10);
    for (const std::size_t count : {0, 1, 2, 500}) {
        const Rows rows = random_rows(random, count);
        write(rows, folder / "columns");
        expect_rows(Columns(folder / "columns", "uuid"), rows);
    }
}

TEST(Columns, DatesBeforeTheEpochAndNoneAreToldApart) {
    const test::TemporaryFolder folder;
    Rows rows(3);
    rows[0].date = -1;
    rows[1].date = 0;
    write(rows, folder / "columns");
    const Columns columns(folder / "columns", "uuid");
    EXPECT_EQ(columns.date(1), -1);
    EXPECT_EQ(columns.date(2), 0);
    EXPECT_EQ(columns.date(3), Columns::no_date);
}

TEST(Columns, MergingTakesTheRowsThatAreAskedFor) {
    const test::TemporaryFolder folder;
    test::RandomArticles random(11);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::unique_ptr<Columns>> opened;
        std::vector<ColumnsInput> inputs;
        Rows expected;
        for (std::size_t i = random.below(5); i > 0; --i) {
            const Rows rows = random_rows(random, 1 + random.below(60));
            const std::filesystem::path path = folder / ("input" + std::to_string(i));
            write(rows, path);
            opened.push_back(std::make_unique<Columns>(path, "uuid"));
            ColumnsInput input{opened.back().get(), {}};
            for (DocId document = 1; document <= rows.size(); ++document) {
                if (random.one_in(5)) continue;  // not taken
                const bool gap = random.one_in(6);
                input.documents.push_back(gap ? 0 : document);
                expected.push_back(gap ? ColumnRow{} : rows[document - 1]);
            }
            inputs.push_back(std::move(input));
        }
        {
            SectionFileWriter file(folder / "merged");
            merge_columns(inputs, file);
            file.finish("uuid", Columns::version, false);
        }
        expect_rows(Columns(folder / "merged", "uuid"), expected);
    }
}

TEST(Columns, MergedAndBuiltFilesAreTheSameBytes) {
    const test::TemporaryFolder folder;
    test::RandomArticles random(12);
    const Rows rows = random_rows(random, 100);
    write(rows, folder / "built");
    const Columns columns(folder / "built", "uuid");
    ColumnsInput input{&columns, {}};
    for (DocId document = 1; document <= columns.last(); ++document)
        input.documents.push_back(document);
    SectionFileWriter file(folder / "merged");
    merge_columns({input}, file);
    file.finish("uuid", Columns::version, false);
    EXPECT_EQ(read_file(folder / "built"), read_file(folder / "merged"));
}

TEST(Columns, EveryFlippedByteIsDamageOrPadding) {
    const test::TemporaryFolder folder;
    test::RandomArticles random(13);
    const Rows rows = random_rows(random, 6);
    const std::filesystem::path path = folder / "columns";
    write(rows, path);
    const std::string whole = read_file(path);
    std::size_t unseen = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(8)));
        test::overwrite(path, damaged);
        const auto code = test::code_of([&] { Columns(path, "uuid").verify(); });
        if (!code) {
            ++unseen;
            ASSERT_EQ(whole[at], '\0') << at;
            expect_rows(Columns(path, "uuid"), rows);
        } else {
            ASSERT_EQ(code, ErrorCode::index_damaged) << at;
        }
    }
    EXPECT_LT(unseen, 7u * 6) << "less than the padding of six sections";
}

TEST(Columns, SectionsThatDoNotFitTogetherAreDamage) {
    const test::TemporaryFolder folder;
    SectionFileWriter file(folder / "columns");
    for (const char* name : {"lengths", "dates", "starts", "ordinals", "ids", "field_starts"})
        file.begin_section(name);
    file.finish("uuid", Columns::version, false);
    EXPECT_EQ(test::code_of([&] { Columns(folder / "columns", "uuid"); }), ErrorCode::index_damaged);
}

}  // namespace
}  // namespace broadsheet
