#include <gtest/gtest.h>
#include <xapian.h>

#include <cerrno>
#include <set>
#include <string>

#include "schema/error.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

constexpr ErrorCode all[] = {ErrorCode::usage,         ErrorCode::bad_query,     ErrorCode::not_found,
                             ErrorCode::bad_source,    ErrorCode::index_missing, ErrorCode::index_locked,
                             ErrorCode::index_damaged, ErrorCode::index_newer,   ErrorCode::index_changed,
                             ErrorCode::disk_full,     ErrorCode::permission,    ErrorCode::machine};

TEST(Errors, EveryCodeHasANameOfItsOwnAndAStatus) {
    std::set<std::string_view> names;
    for (const ErrorCode code : all) {
        EXPECT_TRUE(names.insert(name_of(code)).second);
        EXPECT_GE(exit_status(code), 1);
        EXPECT_LE(exit_status(code), 4);
    }
    EXPECT_EQ(exit_status(ErrorCode::not_found), 1);
    EXPECT_EQ(exit_status(ErrorCode::usage), 2);
    EXPECT_EQ(exit_status(ErrorCode::bad_query), 2);
    EXPECT_EQ(exit_status(ErrorCode::index_locked), 3);
    EXPECT_EQ(exit_status(ErrorCode::disk_full), 4);
}

TEST(Errors, OfTheSystemBecomeTheirKind) {
    EXPECT_EQ(system_error(ENOSPC, "write x").code(), ErrorCode::disk_full);
    EXPECT_EQ(system_error(EACCES, "write x").code(), ErrorCode::permission);
    EXPECT_EQ(system_error(EROFS, "write x").code(), ErrorCode::permission);
    EXPECT_EQ(system_error(ENOENT, "read x").code(), ErrorCode::not_found);
    EXPECT_EQ(system_error(EIO, "read x").code(), ErrorCode::machine);
    EXPECT_STREQ(system_error(ENOENT, "read x").what(), "can not read x: No such file or directory");
}

TEST(Errors, OfXapianBecomeTheirKind) {
    const auto code = [](const Xapian::Error& error) { return translated(error, "news.idx").code(); };
    EXPECT_EQ(code(Xapian::DatabaseModifiedError("")), ErrorCode::index_changed);
    EXPECT_EQ(code(Xapian::DatabaseLockError("")), ErrorCode::index_locked);
    EXPECT_EQ(code(Xapian::DatabaseVersionError("")), ErrorCode::index_newer);
    EXPECT_EQ(code(Xapian::DatabaseCorruptError("")), ErrorCode::index_damaged);
    EXPECT_EQ(code(Xapian::DatabaseError("write", ENOSPC)), ErrorCode::disk_full);
    EXPECT_EQ(code(Xapian::DatabaseOpeningError("open", EACCES)), ErrorCode::permission);
    EXPECT_EQ(code(Xapian::InvalidArgumentError("")), ErrorCode::machine);
    EXPECT_TRUE(std::string(translated(Xapian::DatabaseCorruptError("bad block"), "news.idx").what())
                    .starts_with("news.idx"));
}

TEST(Errors, AMissingDatabaseIsDamage) {
    const test::TemporaryFolder folder;
    try {
        Xapian::Database((folder / "none").string());
        FAIL();
    } catch (const Xapian::Error& error) {
        EXPECT_EQ(translated(error, "news.idx").code(), ErrorCode::index_damaged);
    }
}

}  // namespace
}  // namespace broadsheet
