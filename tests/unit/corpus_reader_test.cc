#include <gtest/gtest.h>
#include <unistd.h>

#include <sstream>

#include "corpus/reader.h"
#include "corpus_support.h"
#include "schema/error.h"

namespace broadsheet {
namespace {

using testing::compressed;
using testing::Outcome;
using testing::packed;
using testing::read_all;
using testing::TemporaryFolder;

const std::string two_lines =
    "{\"title\":\"A\",\"text\":\"Text of A.\"}\n{\"title\":\"B\",\"text\":\"Text of B.\"}\n";

std::string titles(const Outcome& outcome) {
    std::string all;
    for (const Article& article : outcome.articles)
        all += article.title + " ";
    return all;
}

TEST(Reader, SniffsEveryFileOnItsOwn) {
    const TemporaryFolder folder;
    folder.write("1.data", two_lines);
    folder.write("2.data", "[{\"title\":\"C\"}]");
    folder.write("3.data", "Title: D\n\nText of D.");
    folder.write("4.data", "<REUTERS NEWID=\"9\"><TEXT><TITLE>E</TITLE></TEXT></REUTERS>");
    folder.write("5.data", "%PDF-1.4");
    folder.write("6.data", "");
    const Outcome outcome = read_all({folder.path()});
    EXPECT_EQ(titles(outcome), "A B C D E ");
    EXPECT_EQ(outcome.told(), folder.path("5.data") + ": not a collection: looks like a PDF document\n" +
                                  folder.path("6.data") + ": empty file\n");
    EXPECT_EQ(outcome.totals.records, 7U);
    EXPECT_EQ(outcome.totals.bytes, two_lines.size() + 15 + 20 + 58);
}

TEST(Reader, RefusesWhatIsNotLegibleWhateverItIsCalled) {
    const TemporaryFolder folder;
    for (const char* name : {"mark", "mark.html", "mark.md", "mark.txt"}) {
        const std::string file = folder.write(name, "\xff\xfe\xfd");
        EXPECT_EQ(read_all({file}).told(), file + ":1: nothing legible in its title and text\n");
    }
    const std::string lines = folder.write("lines.jsonl",
                                           "{\"title\":\"\ufffd\",\"text\":\"\ufffd \ufffd\"}\n"
                                           "{\"title\":\"?\",\"text\":\"\"}\n");
    const Outcome outcome = read_all({lines});
    EXPECT_EQ(outcome.told(), lines + ":1: nothing legible in its title and text\n");
    EXPECT_EQ(titles(outcome), "? ");
}

TEST(Reader, CompressedFilesAndArchives) {
    const TemporaryFolder folder;
    for (const char* filter : {"gzip", "bzip2", "xz", "zstd", "lz4"}) {
        const std::string file = folder.write(filter, compressed(filter, two_lines));
        const Outcome outcome = read_all({file});
        EXPECT_EQ(titles(outcome), "A B ") << filter;
        EXPECT_EQ(outcome.totals.bytes, two_lines.size());
        EXPECT_EQ(titles(read_all({"-"}, {}, compressed(filter, two_lines))), "A B ") << filter;
    }
    const testing::Entries entries{{"news/a.jsonl", two_lines},
                                   {"news/world/c.txt", "Title: C\n\nText."},
                                   {"news/d.jsonl.gz", compressed("gzip", "{\"title\":\"D\"}")}};
    for (const auto& [format, filter] : {std::pair<const char*, const char*>{"tar", "none"},
                                         {"tar", "gzip"},
                                         {"tar", "zstd"},
                                         {"zip", "none"}}) {
        const Outcome outcome = read_all({folder.write("archive", packed(format, filter, entries))});
        EXPECT_EQ(titles(outcome), "A B C D ") << format << filter << outcome.told();
        ASSERT_EQ(outcome.articles.size(), 4U);
        EXPECT_EQ(outcome.articles[2].section, "world");
    }
}

TEST(Reader, PlacesInArchivesAreNamed) {
    const TemporaryFolder folder;
    const std::string file = folder.write(
        "a.tar",
        packed("tar", "none",
               {{"x/bad.jsonl", "{\"title\":\"A\"}\n{\"a\":\n{\"title\":\"B\"}\n"}, {"p.pdf", "%PDF-1.4"}}));
    EXPECT_EQ(read_all({file}).told(),
              file + "/x/bad.jsonl:2: broken JSON: a comma, colon or bracket is missing or too many\n" +
                  file + "/p.pdf: not a collection: looks like a PDF document\n");
}

TEST(Reader, ArchivesInArchivesEndAtTheSecond) {
    const std::string inner = packed("tar", "gzip", {{"a.jsonl", two_lines}});
    const std::string middle = packed("zip", "none", {{"inner.tgz", inner}});
    EXPECT_EQ(titles(read_all({"-"}, {}, middle)), "A B ");
    const std::string outer = packed("tar", "none", {{"middle.zip", middle}, {"b.jsonl", two_lines}});
    const Outcome outcome = read_all({"-"}, {}, outer);
    EXPECT_EQ(titles(outcome), "A B ");
    EXPECT_EQ(outcome.told(), "standard input/middle.zip/inner.tgz: archives are nested too deeply\n");
}

TEST(Reader, TruncatedArchivesKeepWhatWasRead) {
    std::string lines;
    for (int i = 0; i < 2000; ++i)
        lines += "{\"title\":\"" + std::to_string(i) + "\",\"text\":\"" +
                 testing::random_bytes(static_cast<unsigned>(i), 100, "abcdefghij ") + "\"}\n";
    for (const char* filter : {"gzip", "zstd", "xz", "bzip2"}) {
        const std::string whole = compressed(filter, lines);
        const Outcome outcome = read_all({"-"}, {}, whole.substr(0, whole.size() - 100));
        ASSERT_EQ(outcome.problems.size(), 1U) << filter << outcome.told();
        EXPECT_TRUE(outcome.told().starts_with("standard input: damaged or cut short"))
            << filter << outcome.told();
        EXPECT_LT(outcome.articles.size(), 2000U);
        // One block of bzip2 and xz holds all of it.
        if (filter == std::string("gzip")) {
            EXPECT_GT(outcome.articles.size(), 1500U);
        }
    }
}

TEST(Reader, ATextThatIsCutOffIsNoArticle) {
    const std::string whole =
        compressed("gzip", "Title: A\n\n" + testing::random_bytes(1, 5000, "abc def.\n"));
    const Outcome outcome = read_all({"-"}, {}, whole.substr(0, whole.size() - 500));
    EXPECT_EQ(outcome.articles.size(), 0U);
    EXPECT_EQ(outcome.problems.size(), 1U) << outcome.told();
}

TEST(Reader, EmptyArchives) {
    EXPECT_EQ(read_all({"-"}, {}, compressed("gzip", "")).told(), "standard input: nothing in it\n");
    EXPECT_EQ(read_all({"-"}, {}, packed("zip", "none", {})).told(), "standard input: nothing in it\n");
    EXPECT_EQ(read_all({"-"}, {}, packed("tar", "gzip", {{"a.jsonl", ""}})).told(),
              "standard input/a.jsonl: empty file\n");
}

TEST(Reader, AFormatCanBeForced) {
    const TemporaryFolder folder;
    const std::string file = folder.write("odd.csv", "{\"title\":\"A\"}\n");
    ReadOptions options;
    options.format = "text";
    EXPECT_EQ(read_all({file}, options).articles[0].media_type, "text/plain");
    options.format = "jsonl";
    EXPECT_EQ(titles(read_all({file}, options)), "A ");
    EXPECT_EQ(read_all({folder.write("x", "\x89PNG\r\n\x1a\n")}, options).told(),
              folder.path("x") + ": not a collection: looks like a PNG image\n");
    options.format = "nonsense";
    EXPECT_THROW(read_all({file}, options), Error);
    for (const FormatName& name : format_names()) {
        options.format = name.name;
        EXPECT_NO_THROW(read_all({file}, options));
        EXPECT_FALSE(name.help.empty());
    }
}

TEST(Reader, AMissingSourceIsToldBeforeAnythingIsRead) {
    const TemporaryFolder folder;
    const std::string there = folder.write("a.jsonl", two_lines);
    std::istringstream none;
    ReadTotals totals;
    int articles = 0;
    const Receiver receiver{[&](Article&&) { return ++articles > 0; }, [](const Problem&) { return true; }};
    try {
        read_sources({there, folder.path("missing")}, {}, none, receiver, totals);
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_source);
    }
    EXPECT_EQ(articles, 0);
}

TEST(Reader, FilesThatCanNotBeReadAreProblems) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const TemporaryFolder folder;
    const std::string secret = folder.write("a.jsonl", two_lines);
    std::filesystem::permissions(secret, std::filesystem::perms::none);
    folder.write("b.jsonl", two_lines);
    const Outcome outcome = read_all({folder.path()});
    EXPECT_EQ(outcome.told(), secret + ": can not be opened: permission denied\n");
    EXPECT_EQ(outcome.articles.size(), 2U);
}

TEST(Reader, StopsAtOnce) {
    const TemporaryFolder folder;
    folder.write("1.jsonl", "broken\n" + two_lines + two_lines);
    folder.write("2.json", "[{\"title\":\"C\"},{},{\"title\":\"D\"}]");
    folder.write("3.tar", packed("tar", "none", {{"a.jsonl", two_lines}, {"b.txt", "Title: T\n\nText."}}));
    folder.write("4.sgm", "<REUTERS NEWID=\"9\"><TEXT><TITLE>E</TITLE></TEXT></REUTERS><REUTERS>");
    folder.write("5.pdf", "%PDF-1.4");
    const std::uint64_t all = read_all({folder.path()}).totals.records;
    EXPECT_EQ(all, 14U);
    for (std::uint64_t stop = 1; stop <= all; ++stop) {
        std::istringstream none;
        ReadTotals totals;
        std::uint64_t calls = 0;
        const Receiver receiver{[&](Article&&) { return ++calls < stop; },
                                [&](const Problem&) { return ++calls < stop; }};
        read_sources({folder.path()}, {}, none, receiver, totals);
        EXPECT_EQ(calls, stop);
        EXPECT_EQ(totals.records, stop);
    }
}

TEST(Reader, TheSameInputGivesTheSameArticles) {
    const TemporaryFolder folder;
    folder.write("b/1.jsonl", two_lines);
    folder.write("a/2.txt", "Title: C\n\nText of C.");
    EXPECT_EQ(read_all({folder.path()}).articles, read_all({folder.path()}).articles);
    // Neither the name nor the packing of a file matters to what an article without an id is called.
    EXPECT_EQ(read_all({"-"}, {}, two_lines).articles[1].id,
              read_all({"-"}, {}, packed("zip", "none", {{"other", two_lines}})).articles[1].id);
}

TEST(Reader, AnyBytesEnd) {
    for (unsigned seed = 0; seed < 1500; ++seed) {
        const Outcome outcome = read_all({"-"}, {}, testing::random_bytes(seed, 1 + seed));
        EXPECT_GE(outcome.totals.records, 1U);
    }
}

TEST(Reader, RealCollections) {
    const std::filesystem::path data = "../shared/data";
    if (!std::filesystem::exists(data)) GTEST_SKIP() << "no ../shared/data";
    const Outcome reuters = read_all({(data / "reuters21578/*.sgm").string()});
    EXPECT_EQ(reuters.articles.size(), 21578U);
    EXPECT_EQ(reuters.told(), "");
    const Outcome seed = read_all({(data / "articles/seed-article.txt").string()});
    ASSERT_EQ(seed.articles.size(), 1U);
    EXPECT_TRUE(seed.articles[0].title.starts_with("U.S. Fighter Jets Strike"));
    EXPECT_EQ(read_all({(data / "articles/News_Category_Dataset_v2.json").string()}).articles.size(), 4782U);
}

}  // namespace
}  // namespace broadsheet
