// Input made to do harm, or broken on its way, in every format: one clear line each, the rest goes on.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "corpus_support.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;

struct Seed {
    std::string name;
    std::string format;
    std::string content;
};

// Small collections in every format, those that the fuzzers begin with.
std::vector<Seed> seeds() {
    std::vector<Seed> found;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(BROADSHEET_SOURCE_DIR) / "tests" / "fuzz" / "seeds")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        found.push_back({entry.path().filename(),
                         entry.path().parent_path().filename(),
                         {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()}});
    }
    return found;
}

std::vector<std::string> ids(const Outcome& outcome) {
    std::vector<std::string> found;
    for (const Article& article : outcome.articles)
        found.push_back(article.id);
    return found;
}

TEST(EveryFormat, IsReadTheSameFromArchivesNestedOnce) {
    const TemporaryFolder folder;
    for (const Seed& seed : seeds()) {
        const Outcome plain = read_all({folder.write(seed.name, seed.content)});
        EXPECT_FALSE(plain.articles.empty()) << seed.name;
        const std::string zip = packed("zip", "none", {{seed.name, seed.content}});
        for (const auto& [name, bytes] :
             {std::pair<std::string, std::string>{"a.tar.zst", packed("tar", "zstd", {{"inner.zip", zip}})},
              {"b.tar.gz", packed("tar", "gzip", {{seed.name + ".xz", compressed("xz", seed.content)}})}}) {
            EXPECT_EQ(ids(read_all({folder.write(name, bytes)})), ids(plain)) << seed.name << " in " << name;
        }
    }
}

TEST(EveryFormat, IsRecognisedAsWhatItIs) {
    const TemporaryFolder folder;
    for (const Seed& seed : seeds()) {
        ReadOptions named;
        named.format = seed.format;
        const std::string path = folder.write(seed.name, seed.content);
        EXPECT_EQ(ids(read_all({path})), ids(read_all({path}, named))) << seed.format << "/" << seed.name;
    }
}

TEST(EveryFormat, CutOffAnywhereGivesNoMoreThanTheWhole) {
    for (const Seed& seed : seeds()) {
        const std::size_t whole = read_text(seed.content, seed.format).articles.size();
        for (std::size_t size = 0; size < seed.content.size(); size += 1 + seed.content.size() / 60) {
            const Outcome outcome = read_text(seed.content.substr(0, size), seed.format);
            EXPECT_LE(outcome.articles.size(), whole) << seed.name << " cut to " << size;
            for (const Article& article : outcome.articles)
                expect_clean(article);
        }
    }
}

// Each of these is refused or read within a moment; a test that hangs shows which is not.
TEST(EveryFormat, BoundsWhatOneRecordCanCost) {
    const auto many = [](const std::string& piece, std::size_t count) {
        std::string text;
        text.reserve(piece.size() * count);
        for (std::size_t i = 0; i < count; ++i)
            text += piece;
        return text;
    };
    const std::string deep = many("<b>", 1'000'000);
    const std::string bomb =
        "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    const std::vector<std::pair<std::string, std::string>> inputs{
        {"feed", "<rss><channel><item><title>t</title><description>" + deep +
                     "</description></item></channel></rss>"},
        {"nitf", "<nitf><body><body.content>" + deep + "</body.content></body></nitf>"},
        {"newsml-g2",
         "<newsItem guid=\"x\"><contentSet><inlineXML>" + deep + "</inlineXML></contentSet></newsItem>"},
        {"mediawiki", "<mediawiki><page><title>t</title><revision><text>" + many("{{", 500'000) +
                          "</text></revision></page></mediawiki>"},
        {"mediawiki", "<mediawiki><page><title>t</title><revision><text>" + many("[[a|", 300'000) +
                          "</text></revision></page></mediawiki>"},
        {"xml", "<a><story><title>t</title><text>" + deep + "</text></story></a>"},
        {"xml", "<a " + many("x='y' ", 200'000) + "><story><title>t</title><text>b</text></story></a>"},
        {"html", "<html><body>" + deep + "</body></html>"},
        {"markdown", "---\ntitle: t\n---\n" + many("> ", 200'000)},
        {"markdown", many("[", 200'000) + "a" + many("](b)", 1000)},
        {"mail", "From: a@b.example\nSubject: " + many("=?utf-8?B?", 50'000) + "\n\ntext\n"},
        {"trec", "<DOC><DOCNO>x</DOCNO><TEXT>" + many("<P>", 500'000) + "</TEXT></DOC>"},
        {"json", many("[", 1'000'000)},
        {"jsonl", many("{\"a\":", 500'000) + "\n{\"title\":\"t\",\"text\":\"b\"}\n"},
        {"csv", "title,text\n\"" + many("a,", 1'000'000)},
        {"wire", many("\x01\x02", 20'000)},
        {"warc", many("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", 20'000)},
    };
    for (const auto& [format, text] : inputs) {
        const Outcome outcome = read_text(text, format);
        for (const Problem& problem : outcome.problems)
            EXPECT_LT(problem.what.size(), 300U) << format;
        EXPECT_LE(outcome.articles.size() + outcome.problems.size(), 20'001U) << format;
    }
    for (const char* format : {"feed", "nitf", "newsml-g2", "newsml", "sitemap", "mediawiki", "xml"}) {
        const Outcome outcome =
            read_text(bomb + "<rss><item><title>t &c;&x;</title><text>b &c;&x;</text></item></rss>", format);
        for (const Article& article : outcome.articles)
            EXPECT_LT(article.title.size() + article.body.size(), 100U) << format;
    }
}

}  // namespace
}  // namespace broadsheet::testing
