#include <gtest/gtest.h>
#include <xapian.h>

#include <random>
#include <vector>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/index/bit_packing.h"
#include "schema/index/byte_scan.h"
#include "schema/index/postings.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Random = std::mt19937;

TEST(BitPacking, GivesBackWhatWasPacked) {
    Random random(1);
    for (unsigned bits = 0; bits <= most_packed_bits; ++bits) {
        for (const std::size_t count : {std::size_t{1}, std::size_t{7}, std::size_t{8}, std::size_t{128}}) {
            std::vector<std::uint32_t> values(count);
            const std::uint64_t bound = std::uint64_t{1} << bits;
            for (std::uint32_t& value : values)
                value = static_cast<std::uint32_t>(random() % bound);
            std::string packed = "x";
            pack(values, bits, packed);
            EXPECT_EQ(packed.size(), 1 + packed_size(count, bits));
            packed.append(packing_slack, '\xff');
            std::vector<std::uint32_t> unpacked(count + packed_group);
            unpack(packed.data() + 1, bits, count, unpacked.data());
            unpacked.resize(count);
            EXPECT_EQ(unpacked, values) << bits << " bits";
        }
    }
}

TEST(ByteScan, FindsWhatALoopFinds) {
    Random random(2);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes(random() % 1200, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(random() % 3 + (random() % 8 == 0 ? 0x80u : 0x7fu));
        const auto wanted = static_cast<unsigned char>(0x7f + random() % 3);
        std::vector<std::size_t> expected;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            if (static_cast<unsigned char>(bytes[at]) == wanted) expected.push_back(at);
        }
        std::vector<std::size_t> found;
        for_each_byte(bytes, wanted, [&found](std::size_t at) { found.push_back(at); });
        ASSERT_EQ(found, expected);
    }
}

TEST(ByteScan, CountsBits) {
    Random random(5);
    for (int i = 0; i < 100; ++i) {
        std::string bytes(random() % 40, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(random());
        std::uint32_t zeros = 0;
        std::uint32_t ones = 0;
        EXPECT_EQ(after_zeros(bytes, 0), 0u);
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            ASSERT_EQ(ones_before(bytes, bit), ones);
            if ((static_cast<unsigned char>(bytes[bit / 8]) >> bit % 8 & 1) != 0) {
                ++ones;
            } else {
                ASSERT_EQ(after_zeros(bytes, ++zeros), bit + 1);
            }
        }
        EXPECT_EQ(after_zeros(bytes, zeros + 1), bytes.size() * 8);
    }
}

// A database with words of every frequency, some deleted documents, and a boolean term.
class PackedPostings : public testing::Test {
protected:
    PackedPostings() {
        Xapian::WritableDatabase database(path("xapian").string(),
                                          Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
        Random random(3);
        for (unsigned i = 1; i <= 3000; ++i) {
            Xapian::Document document;
            for (const unsigned every : {1u, 2u, 40u, 47u, 900u}) {
                if (random() % every == 0)
                    document.add_term(
                        "w" + std::to_string(every),
                        1 + static_cast<Xapian::termcount>(random() % (every == 2 ? 70000 : 9)));
            }
            if (i % 20 == 7) document.add_boolean_term("XP:flag");
            database.add_document(document);
        }
        for (unsigned i = 100; i < 200; ++i)
            database.delete_document(i);
        database.commit();
    }

    std::filesystem::path path(const std::string& name) const { return folder_ / name; }

    test::TemporaryFolder folder_;
};

TEST_F(PackedPostings, AreThoseOfTheDatabase) {
    const Xapian::Database database(path("xapian").string());
    write_postings(database, path("postings"), false);
    const Postings postings(path("postings"), database.get_uuid());
    postings.verify();
    EXPECT_EQ(postings.last(), 3000u);
    EXPECT_EQ(postings.articles(), 2900u);
    std::size_t packed = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        const auto list = postings.find(*term);
        ASSERT_EQ(list.has_value(), term.get_termfreq() >= least_packed_postings) << *term;
        if (!list) continue;
        ++packed;
        ASSERT_EQ(list->postings(), term.get_termfreq());
        auto at = database.postlist_begin(*term);
        std::array<DocId, PackedList::block_size> documents{};
        std::array<std::uint32_t, PackedList::block_size> occurrences{};
        DocId last = 0;
        for (std::size_t block = 0; block < list->blocks(); ++block) {
            const std::size_t count = list->documents(block, documents);
            list->occurrences(block, occurrences);
            EXPECT_LE(list->first(block), documents[0]);
            EXPECT_EQ(list->last(block), documents[count - 1]);
            for (std::size_t i = 0; i < count; ++i, ++at) {
                ASSERT_EQ(documents[i], *at) << *term;
                ASSERT_EQ(occurrences[i], at.get_wdf()) << *term;
                EXPECT_LE(occurrences[i], list->most_occurrences(block));
                EXPECT_EQ(list->find_block(documents[i], 0), block);
                last = documents[i];
            }
        }
        EXPECT_EQ(at, database.postlist_end(*term));
        EXPECT_EQ(list->find_block(last + 1, 0), list->blocks());
    }
    EXPECT_EQ(packed, 5u);
    EXPECT_FALSE(postings.find(""));
    EXPECT_FALSE(postings.find("zzz"));
}

TEST_F(PackedPostings, DamageNeverLeadsOutOfTheFile) {
    const Xapian::Database database(path("xapian").string());
    write_postings(database, path("postings"), false);
    const std::string whole = read_file(path("postings"));
    Random random(4);
    std::size_t refused = 0;
    for (int i = 0; i < 400; ++i) {
        std::string bytes = whole;
        for (int flips = 0; flips < 3; ++flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        test::overwrite(path("postings"), bytes);
        try {
            const Postings postings(path("postings"), database.get_uuid());
            for (std::size_t number = 0; number < postings.terms(); ++number) {
                const PackedList list = postings.list(number);
                std::array<DocId, PackedList::block_size> documents{};
                std::array<std::uint32_t, PackedList::block_size> occurrences{};
                for (std::size_t block = 0; block < list.blocks(); ++block) {
                    const std::size_t count = list.documents(block, documents);
                    list.occurrences(block, occurrences);
                    for (std::size_t j = 0; j < count; ++j)
                        ASSERT_LE(documents[j], postings.last());
                }
            }
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::index_damaged);
            ++refused;
        }
    }
    EXPECT_GT(refused, 0u);
}

}  // namespace
}  // namespace broadsheet
