#include <gtest/gtest.h>
#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "indexer/check/check_index.h"
#include "indexer/index_writer.h"
#include "indexer/source_homes.h"
#include "schema/aliases.h"
#include "schema/files.h"
#include "schema/index/columns.h"
#include "schema/index/positions.h"
#include "schema/labels.h"
#include "tests/support/articles.h"
#include "tests/support/index_dump.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

struct Outcome {
    CheckReport report;
    std::string told;
};

// An index of two segments, the first with a deleted article in its midst.
class Checking : public ::testing::Test {
protected:
    Checking() {
        WriterSettings settings;
        settings.create = true;
        IndexWriter writer(index(), settings);
        const std::vector<Article> articles = test::RandomArticles(50).some(20);
        for (const Article& article : articles) {
            writer.add(article);
            if (article.id == "a12") writer.publish();
        }
        writer.publish();
        writer.remove("a5");
        writer.publish();
        expected_ = test::articles_in(index());
    }

    std::filesystem::path index() const { return folder_ / "test.idx"; }
    SegmentPaths segment(std::size_t number = 0) const {
        const IndexPaths paths{index()};
        return {paths.segment(read_manifest(paths).segments.at(number).name)};
    }
    std::string uuid(const SegmentPaths& paths) const {
        return Xapian::Database(paths.xapian().string()).get_uuid();
    }

    Outcome check(bool repair = false) const {
        Outcome outcome;
        outcome.report =
            check_index(index(), repair, [&](const std::string& problem) { outcome.told += problem + "\n"; });
        return outcome;
    }

    void expect_repairable(const std::string& told) {
        const Outcome found = check();
        EXPECT_EQ(found.report.problems, 1u) << found.told;
        EXPECT_EQ(found.report.repaired, 0u);
        EXPECT_NE(found.told.find(told), std::string::npos) << found.told;
        const Outcome repaired = check(true);
        EXPECT_EQ(repaired.report.problems, 1u);
        EXPECT_EQ(repaired.report.repaired, 1u);
        test::expect_index(index(), expected_);
    }

private:
    test::TemporaryFolder folder_;
    test::Articles expected_;
};

void flip(const std::filesystem::path& file, double place) {
    std::string bytes = read_file(file);
    const auto at = static_cast<std::size_t>(place * static_cast<double>(bytes.size()));
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    test::overwrite(file, bytes);
}

TEST_F(Checking, AnIndexThatIsWholeHasNoProblems) {
    for (const bool repair : {false, true}) {
        const Outcome outcome = check(repair);
        EXPECT_EQ(outcome.report.problems, 0u) << outcome.told;
        EXPECT_EQ(outcome.report.repaired, 0u);
        EXPECT_EQ(outcome.report.articles, 19u);
        EXPECT_EQ(outcome.told, "");
    }
    for (const auto& entry : std::filesystem::directory_iterator(segment().root)) {
        EXPECT_NE(entry.path().extension(), ".new");
    }
}

TEST_F(Checking, FlippedBitsInDerivedFilesAreRepaired) {
    for (const double place : {0.0, 0.3, 0.999}) {
        flip(segment().columns(), place);
        expect_repairable("columns");
        flip(segment(1).positions(), place);
        expect_repairable("positions");
        flip(segment().postings(), place);
        expect_repairable("postings");
        flip(segment().word_pairs(), place);
        expect_repairable("pairs");
        flip(segment().names(), place);
        expect_repairable("names");
    }
}

TEST_F(Checking, MissingAndCutDerivedFilesAreRepaired) {
    std::filesystem::remove(segment().columns());
    expect_repairable("columns");
    std::filesystem::remove(segment().positions());
    expect_repairable("positions");
    std::filesystem::remove(segment().postings());
    expect_repairable("postings");
    std::filesystem::remove(segment().word_pairs());
    expect_repairable("pairs");
    std::filesystem::remove(segment().names());
    expect_repairable("names");
    test::overwrite(segment(1).columns(), "");
    expect_repairable("columns");
    std::filesystem::copy_file(segment(0).positions(), segment(1).positions(),
                               std::filesystem::copy_options::overwrite_existing);
    expect_repairable("another database");
}

// Filters go by the terms, counts by the slots.
TEST_F(Checking, ValuesWithoutTheirTermsAreAProblem) {
    {
        Xapian::WritableDatabase database(segment().xapian().string(), Xapian::DB_OPEN);
        Xapian::Document document = database.get_document(3);
        document.add_boolean_term(value_term(FieldId::source, 1));
        database.replace_document(3, document);
        database.commit();
    }
    EXPECT_NE(check().told.find("document 3: its values of source are not those of its terms"),
              std::string::npos)
        << check().told;
}

TEST_F(Checking, DamagedNamesAreAProblem) {
    {
        Xapian::WritableDatabase database(segment().xapian().string(), Xapian::DB_OPEN);
        database.set_metadata(alias_key(FieldId::person, "brandt"), "seven b");
        database.set_metadata(label_key(FieldId::person, 1), "\x05x");
        database.set_metadata(place_key(7), "?");
        database.set_metadata(home_key("Gazette"), "?");
        database.commit();
    }
    const std::string found = check().told;
    for (const std::string& key : {alias_key(FieldId::person, "brandt"), label_key(FieldId::person, 1),
                                   place_key(7), home_key("Gazette")})
        EXPECT_NE(found.find(key), std::string::npos) << key << '\n' << found;
}

// What a wrong program would write: whole, but not true.
TEST_F(Checking, DerivedFilesThatTellUntruthsAreRepaired) {
    const SegmentPaths paths = segment();
    {
        const Columns columns(paths.columns(), uuid(paths));
        ColumnsBuilder builder;
        for (DocId document = 1; document <= columns.last(); ++document) {
            ColumnRow row = columns.row(document);
            if (document == 9) ++row.length;
            builder.add(row);
        }
        builder.write(paths.root / "other", uuid(paths), false);
    }
    std::filesystem::rename(paths.root / "other", paths.columns());
    expect_repairable("the columns are wrong from document 9 on");
    {
        const Positions positions(paths.positions(), uuid(paths));
        PositionsWriter writer(paths.root / "other");
        for (DocId document = 1; document < positions.last(); ++document)
            writer.add(positions.record(document));
        writer.finish(uuid(paths), false);
    }
    std::filesystem::rename(paths.root / "other", paths.positions());
    expect_repairable("the positions are wrong from document 13 on");
}

TEST_F(Checking, ADamagedArticleIsFoundAndTheOthersStay) {
    const SegmentPaths paths = segment();
    {
        Xapian::WritableDatabase database(paths.xapian().string(), Xapian::DB_OPEN);
        Xapian::Document document = database.get_document(3);
        std::string data = document.get_data();
        data[data.size() / 2] = static_cast<char>(data[data.size() / 2] ^ 4);
        document.set_data(data);
        database.replace_document(3, document);
        Xapian::Document other = database.get_document(4);
        other.set_data(database.get_document(7).get_data());
        database.replace_document(4, other);
        database.commit();
    }
    std::filesystem::remove(paths.columns());
    for (const bool repair : {false, true}) {
        const Outcome outcome = check(repair);
        EXPECT_NE(outcome.told.find("document 3: "), std::string::npos) << outcome.told;
        EXPECT_NE(outcome.told.find("document 4: the article does not match its hash"), std::string::npos)
            << outcome.told;
        EXPECT_EQ(outcome.report.articles, 19u);
        EXPECT_GE(outcome.report.problems, outcome.report.repaired + 2);
    }
    const Columns columns(paths.columns(), uuid(paths));
    EXPECT_GT(columns.length(2), 0u);
    EXPECT_EQ(columns.length(3), 0u) << "nothing is known of it";
    EXPECT_GT(columns.length(13), 0u) << "the rows behind it have not moved";
}

TEST_F(Checking, DamageInXapiansFilesIsFound) {
    // As a problem, or because the index can not even be opened.
    const auto is_found = [this] {
        try {
            return check().report.problems > 0;
        } catch (const Error&) {
            return true;
        }
    };
    const std::filesystem::path folder = segment(1).xapian();  // as it was written: no block is out of use
    for (const char* file : {"docdata.glass", "postlist.glass", "termlist.glass"}) {
        const std::string whole = read_file(folder / file);
        std::string damaged = whole;
        // The first block of each is in use.
        for (std::size_t at = 100; at < 6000 && at < damaged.size(); ++at)
            damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        test::overwrite(folder / file, damaged);
        EXPECT_TRUE(is_found()) << file;
        test::overwrite(folder / file, whole);
    }
    EXPECT_EQ(check().report.problems, 0u);
}

TEST_F(Checking, AManifestThatMiscountsIsFound) {
    const IndexPaths paths{index()};
    Manifest manifest = read_manifest(paths);
    ++manifest.segments.at(0).articles;
    manifest.pending = {{"000077", {1}}};
    publish_manifest(paths, manifest);
    const Outcome outcome = check();
    EXPECT_EQ(outcome.report.problems, 2u) << outcome.told;
    EXPECT_NE(outcome.told.find("the manifest tells of 13 articles"), std::string::npos) << outcome.told;
    EXPECT_NE(outcome.told.find("000077"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
