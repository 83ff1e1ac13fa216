#include <gtest/gtest.h>

#include <random>

#include "schema/aliases.h"
#include "schema/error.h"
#include "schema/files.h"
#include "schema/index/names.h"
#include "schema/index/snapshot.h"
#include "schema/labels.h"
#include "schema/place_record.h"
#include "tests/support/errors.h"
#include "tests/support/index_builder.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

class NamesTest : public testing::Test {
protected:
    static constexpr ValueId labels = 3000;

    NamesTest() : database_((folder_ / "xapian").string(), Xapian::DB_CREATE) {
        for (ValueId id = 0; id < labels; ++id)
            database_.set_metadata(label_key(FieldId::person, id), "label " + std::to_string(id));
        database_.set_metadata(alias_key(FieldId::place, "paris"), "ids");
        database_.set_metadata(place_key(7), "where");
        database_.set_metadata("zdict:1", "no name");
        database_.commit();
        write_names(database_, path(), false);
    }

    std::filesystem::path path() const { return folder_ / "names"; }
    std::string uuid() const { return database_.get_uuid(); }

    test::TemporaryFolder folder_;
    Xapian::WritableDatabase database_;
};

TEST_F(NamesTest, HaveWhatTheMetadataHas) {
    const Names names(path(), uuid());
    EXPECT_EQ(names.size(), labels + 2);
    for (ValueId id = 0; id < labels; ++id)
        EXPECT_EQ(names.find(label_key(FieldId::person, id)), "label " + std::to_string(id));
    EXPECT_EQ(names.find(alias_key(FieldId::place, "paris")), "ids");
    EXPECT_EQ(names.find(place_key(7)), "where");
}

TEST_F(NamesTest, HaveNothingElse) {
    const Names names(path(), uuid());
    EXPECT_EQ(names.find("zdict:1"), "");
    EXPECT_EQ(names.find(""), "");
    for (ValueId id = labels; id < 2 * labels; ++id)
        EXPECT_EQ(names.find(label_key(FieldId::person, id)), "");
    Xapian::WritableDatabase none((folder_ / "none").string(), Xapian::DB_CREATE);
    none.commit();
    write_names(none, folder_ / "no names", false);
    EXPECT_EQ(Names(folder_ / "no names", none.get_uuid()).find(place_key(7)), "");
}

TEST_F(NamesTest, DamageNeverLeadsOutOfTheFile) {
    const std::string whole = read_file(path());
    std::mt19937 random(3);
    std::size_t refused = 0;
    for (int i = 0; i < 200; ++i) {
        std::string bytes = whole;
        for (int flips = 0; flips < 200; ++flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        if (i % 2 == 0) bytes.replace(whole.size() - 400, 400, whole.substr(whole.size() - 400));
        test::overwrite(path(), bytes);
        try {
            const Names names(path(), uuid());
            for (ValueId id = 0; id < labels; ++id)
                names.find(label_key(FieldId::person, id));
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_damaged);
            ++refused;
        }
    }
    EXPECT_GT(refused, 0u);
}

// What is shown comes from the file, and from the metadata where the file can not be used.
TEST(NamesOfASnapshot, AreThoseOfTheFileOrOfTheDatabase) {
    const test::TestIndex index({test::make_article("a", "A title", "A body of some words.")});
    const SegmentPaths paths = Snapshot(index.path()).segments()[0].paths;
    const std::string key = label_key(FieldId::person, 5);
    LabelForms forms;
    forms.add("Lena Brandt");
    {
        Xapian::WritableDatabase database(paths.xapian().string(), Xapian::DB_OPEN);
        database.set_metadata(key, forms.encode());
        database.commit();
    }
    EXPECT_EQ(Snapshot(index.path()).name_entry(0, key), "");
    EXPECT_EQ(Snapshot(index.path()).label(FieldId::person, 5), to_text(5));
    std::filesystem::remove(paths.names());
    EXPECT_EQ(Snapshot(index.path()).name_entry(0, key), forms.encode());
    EXPECT_EQ(Snapshot(index.path()).label(FieldId::person, 5), "Lena Brandt");
}

}  // namespace
}  // namespace broadsheet
