#include <gtest/gtest.h>
#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/segment_builder.h"
#include "indexer/segment_merge.h"
#include "schema/files.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

// A segment of these articles without those of the docids that are named. Their names go to `names`.
SegmentPaths build(const std::filesystem::path& folder, const std::vector<Article>& articles,
                   NameTable& names, const std::vector<DocId>& without = {},
                   const std::string& dictionary = {}) {
    Analyser analyser({});
    ArticleCompressor compressor(dictionary);
    SegmentBuilder builder(folder, analyser, compressor, names, dictionary);
    for (std::size_t i = 0; i < articles.size(); ++i)
        EXPECT_EQ(builder.add(articles[i], nullptr), i + 1);
    builder.finish();
    Xapian::WritableDatabase database((folder / "xapian").string(), Xapian::DB_OPEN);
    for (const DocId document : without)
        database.delete_document(document);
    database.commit();
    return {folder};
}

SegmentPaths build(const std::filesystem::path& folder, const std::vector<Article>& articles,
                   const std::vector<DocId>& without = {}) {
    NameTable names;
    return build(folder, articles, names, without);
}

// As a segment without documents.
SegmentPaths write(NameTable& names, const std::filesystem::path& folder) {
    const SegmentPaths paths{folder};
    std::filesystem::create_directories(folder);
    names.write(paths.xapian());
    EXPECT_TRUE(names.empty());
    return paths;
}

std::string id_at(const Xapian::Database& database, DocId document) {
    return ArticleDecompressor().article(database.get_document(document).get_data()).id;
}

class SegmentMerging : public ::testing::Test {
protected:
    std::filesystem::path operator/(const char* name) const { return folder_ / name; }

    // Columns and positions of `merged` at `place` are those of `from` at `was`.
    static void expect_same_rows(const SegmentPaths& merged, DocId place, const SegmentPaths& from,
                                 DocId was) {
        const auto uuid = [](const SegmentPaths& paths) {
            return Xapian::Database(paths.xapian().string()).get_uuid();
        };
        const ColumnRow a = Columns(merged.columns(), uuid(merged)).row(place);
        const ColumnRow b = Columns(from.columns(), uuid(from)).row(was);
        EXPECT_TRUE(a.length == b.length && a.date == b.date && a.values == b.values && a.levels == b.levels);
        EXPECT_EQ(Positions(merged.positions(), uuid(merged)).record(place),
                  Positions(from.positions(), uuid(from)).record(was));
    }

private:
    test::TemporaryFolder folder_;
};

TEST_F(SegmentMerging, DocumentsKeepTheirOrderAndOffsetsTellTheirNumbers) {
    const std::vector<Article> articles = test::RandomArticles(48).some(9);
    const auto part = [&](int begin, int end) {
        return std::vector<Article>(articles.begin() + begin, articles.begin() + end);
    };
    const std::vector<SegmentPaths> inputs{
        build(*this / "1", part(0, 4), {1, 3}),  // gaps at the beginning and inside
        build(*this / "2", part(4, 6), {1, 2}),  // nothing left
        build(*this / "3", part(6, 9), {3})};    // gap at the end
    const MergedSegment merged = merge_segments(inputs, *this / "merged");
    EXPECT_EQ(merged.articles, 4u);
    ASSERT_EQ(merged.offsets.size(), 3u);
    const SegmentPaths output{*this / "merged"};
    const Xapian::Database database(output.xapian().string());
    EXPECT_EQ(database.get_doccount(), 4u);
    const std::pair<std::size_t, DocId> left[] = {{0, 2}, {0, 4}, {2, 1}, {2, 2}};
    const int original[] = {1, 3, 6, 7};
    for (std::size_t i = 0; i < std::size(left); ++i) {
        const auto [input, was] = left[i];
        const auto place = static_cast<DocId>(static_cast<std::int64_t>(was) + merged.offsets[input]);
        EXPECT_EQ(id_at(database, place), articles[static_cast<std::size_t>(original[i])].id);
        expect_same_rows(output, place, inputs[input], was);
    }
}

TEST_F(SegmentMerging, NothingButDeletedDocumentsGivesAnEmptySegment) {
    const MergedSegment merged =
        merge_segments({build(*this / "1", {test::full_article("a")}, {1})}, *this / "merged");
    EXPECT_EQ(merged.articles, 0u);
    EXPECT_EQ(Xapian::Database((*this / "merged/xapian").string()).get_doccount(), 0u);
}

TEST_F(SegmentMerging, LabelsAddUpAndDictionariesStay) {
    std::vector<std::string> samples;
    for (const Article& article : test::RandomArticles(49).some(200))
        samples.push_back(serialise(article));
    const std::string dictionary = train_dictionary(samples, 4096);
    ASSERT_FALSE(dictionary.empty());
    Article accented = test::full_article("a");
    accented.people = {"Łukasz Wójcik"};
    Article plain = test::full_article("b");
    plain.people = {"Lukasz Wojcik"};
    Article plain_too = test::full_article("c");
    plain_too.people = {"Lukasz Wojcik"};
    NameTable first;
    NameTable second;
    merge_segments({build(*this / "1", {accented}, first, {}, dictionary),
                    build(*this / "2", {plain}, first, {}, dictionary), write(first, *this / "names"),
                    build(*this / "3", {plain_too}, second), write(second, *this / "more")},
                   *this / "merged");
    const Xapian::Database database((*this / "merged/xapian").string());
    const std::string key = label_key(FieldId::person, value_id(FieldId::person, "Lukasz Wojcik"));
    EXPECT_EQ(LabelForms(database.get_metadata(key)).label(), "Lukasz Wojcik");
    EXPECT_EQ(database.get_metadata(dictionary_key(dictionary_number(dictionary))), dictionary);
    ArticleDecompressor decompressor;
    decompressor.add_dictionary(dictionary);
    EXPECT_EQ(decompressor.article(database.get_document(1).get_data()), accented);
    EXPECT_EQ(decompressor.article(database.get_document(3).get_data()), plain_too);
}

// Copied, it would get a checksum of its own and look whole.
TEST_F(SegmentMerging, DamagedDerivedFilesAreNotMerged) {
    const SegmentPaths other = build(*this / "other", {test::full_article("b")});
    const SegmentPaths input = build(*this / "1", {test::full_article("a")});
    for (const std::filesystem::path& file : {input.columns(), input.positions()}) {
        const std::string whole = read_file(file);
        std::string damaged = whole;
        damaged[whole.size() / 4] = static_cast<char>(damaged[whole.size() / 4] ^ 1);
        test::overwrite(file, damaged);
        const auto error = test::thrown_by([&] { merge_segments({input, other}, *this / "merged"); });
        ASSERT_TRUE(error) << file;
        EXPECT_EQ(error->code(), ErrorCode::index_damaged);
        EXPECT_NE(error->hint().find("--repair"), std::string::npos);
        std::filesystem::remove(file);
        std::filesystem::remove_all(*this / "merged");
        EXPECT_EQ(test::code_of([&] {
                      merge_segments({input, other}, *this / "merged");
                  }),
                  ErrorCode::index_damaged);
        test::overwrite(file, whole);
        std::filesystem::remove_all(*this / "merged");
    }
    EXPECT_EQ(merge_segments({input, other}, *this / "merged").articles, 2u);
}

}  // namespace
}  // namespace broadsheet
