#include <gtest/gtest.h>

#include "corpus/charset.h"
#include "corpus/normalise.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

using namespace std::string_literals;

TEST(NormaliseLine, CollapsesWhiteSpaceOfAllKinds) {
    EXPECT_EQ(normalise_line("  two\t\twords \n\r\n here  "), "two words here");
    EXPECT_EQ(normalise_line("a\u00a0\u2003\u3000b\u2028c\u202fd"), "a b c d");
    EXPECT_EQ(
        normalise_line("this line is long enough \u00a0 for whole blocks of bytes  at once, twice  over"),
        "this line is long enough for whole blocks of bytes at once, twice over");
    EXPECT_EQ(normalise_line(" \n\t"), "");
    EXPECT_EQ(normalise_line(""), "");
}

TEST(NormaliseLine, DropsControlsAndInvisibleMarks) {
    EXPECT_EQ(normalise_line("I\0r\1a\x7fq\x1b[31m"s), "Iraq[31m");
    EXPECT_EQ(normalise_line("\ufeffin\u00adfor\u200bmed \u202eright\u202c"), "informed right");
    EXPECT_EQ(normalise_line("\u06cc\u200c\u06a9"), "\u06cc\u200c\u06a9");
}

TEST(NormaliseLine, ReadsControlCodesAsWindows1252) {
    EXPECT_EQ(normalise_line("It\xc2\x92s \xc2\x93so\xc2\x94\xc2\x81"), "It\u2019s \u201cso\u201d");
}

// Text is looked at in blocks; where it changes within and between them must make no difference.
TEST(NormaliseLine, IsThatOfALoopOverTheBytes) {
    for (unsigned seed = 0; seed < 20000; ++seed) {
        const std::string text =
            testing::random_bytes(seed, seed % 71, seed % 4 == 0 ? "ab \t\x01\x7f" : "abcdefghijklmnop ");
        std::string expected;
        bool blank = false;
        for (const char c : text) {
            if (c == '\x01' || c == '\x7f') continue;
            if (c != ' ' && c != '\t') {
                if (blank && !expected.empty()) expected += ' ';
                expected += c;
            }
            blank = c == ' ' || c == '\t';
        }
        ASSERT_EQ(normalise_line(text), expected) << "seed " << seed;
        ASSERT_EQ(normalise_body(text), expected) << "seed " << seed;
    }
}

TEST(NormaliseBody, KeepsParagraphsBetweenBlankLines) {
    EXPECT_EQ(normalise_body("One.\n\nTwo.\n \n\n  Three.  \n"), "One.\n\nTwo.\n\nThree.");
    EXPECT_EQ(normalise_body("One.\r\n\r\nTwo.\r\rThree."), "One.\n\nTwo.\n\nThree.");
    EXPECT_EQ(normalise_body("One.\n\u00a0\nTwo.\fThree.\u2029Four."), "One.\n\nTwo.\n\nThree.\n\nFour.");
    EXPECT_EQ(normalise_body("\n\n \n"), "");
}

constexpr std::string_view wrapped_paragraph =
    "The council of the fictional town of Lower Sandford met on Tuesday\n"
    "evening to decide whether the ferry across the estuary should go on\n"
    "running through the winter, as the fishermen had asked, or be laid\n"
    "up until the spring.";

TEST(NormaliseBody, JoinsWrappedLines) {
    const std::string joined =
        normalise_body(std::string(wrapped_paragraph) + "\n\n" + std::string(wrapped_paragraph));
    EXPECT_EQ(std::count(joined.begin(), joined.end(), '\n'), 2);
    EXPECT_NE(joined.find("met on Tuesday evening"), std::string::npos);
}

TEST(NormaliseBody, IndentedLinesBeginParagraphsWhereNoBlankLinesDo) {
    const std::string text =
        "    " + std::string(wrapped_paragraph) + "\n    " + std::string(wrapped_paragraph) + "\n";
    const std::string body = normalise_body(text);
    EXPECT_EQ(std::count(body.begin(), body.end(), '\n'), 2) << body;
    // Where all lines stand further in, none of them is indented.
    std::string quoted = "  " + std::string(wrapped_paragraph);
    for (std::size_t at = quoted.find('\n'); at != std::string::npos; at = quoted.find('\n', at + 1))
        quoted.insert(at + 1, "  ");
    EXPECT_EQ(normalise_body(quoted).find('\n'), std::string::npos) << quoted;
}

TEST(NormaliseBody, LongLinesAreParagraphs) {
    const std::string line =
        "The minister said that the talks had ended without a result, that nobody had walked out, and that "
        "both sides "
        "would meet again in the capital before the month was over.";
    EXPECT_EQ(normalise_body(line + "\n" + line + "\n" + line), line + "\n\n" + line + "\n\n" + line);
}

TEST(NormaliseBody, LinesThatSayTheirBreaksAreParagraphs) {
    EXPECT_EQ(
        normalise_body("Wheat rose.\nCopper fell after three days of losses in London.\nTin was steady."),
        "Wheat rose.\n\nCopper fell after three days of losses in London.\n\nTin was steady.");
}

TEST(NormaliseBody, WithoutBlankOrIndentedLinesAShortLastLineEndsAParagraph) {
    const std::string text = std::string(wrapped_paragraph) + "\n" + std::string(wrapped_paragraph);
    const std::string body = normalise_body(text);
    EXPECT_EQ(std::count(body.begin(), body.end(), '\n'), 2) << body;
}

TEST(NormaliseBody, PutsWordsTogetherThatBreakAtTheirHyphen) {
    EXPECT_EQ(normalise_body("the long-\nserving minister and the\nhead of the port agreed -\nfor once",
                             Paragraphs::indented),
              "the long-serving minister and the head of the port agreed - for once");
}

TEST(NormaliseBody, IndentedOnRequest) {
    EXPECT_EQ(normalise_body("One two\nthree.\n    Four.\n    Five\nsix.\n\nSeven.", Paragraphs::indented),
              "One two three.\n\nFour.\n\nFive six.\n\nSeven.");
}

TEST(NormaliseBody, DoingItTwiceChangesNothing) {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        const std::string bytes = testing::random_bytes(
            seed, seed % 400, seed % 2 == 0 ? "" : "abcdefgh ABC.\n\n\t -\r\xc2\xa0\xe2\x80\xa8");
        std::string storage;
        const std::string text(as_utf8(bytes, storage));
        const std::string once = normalise_body(text);
        EXPECT_EQ(normalise_body(once), once) << "seed " << seed;
        const std::string line = normalise_line(text);
        EXPECT_EQ(normalise_line(line), line) << "seed " << seed;
        Article article;
        article.id = article.original = article.media_type = "x";
        article.body = once;
        article.title = line;
        testing::expect_clean(article);
    }
}

TEST(NormaliseBody, TruncatedAnywhereIsStillClean) {
    const std::string text = "  Caf\u00e9 \u201cquoted\u201d\u00a0\u2014 a\u0085b\n\n\tNext\u2028line  ";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        std::string storage;
        Article article;
        article.id = article.original = article.media_type = "x";
        article.body = normalise_body(as_utf8(std::string_view(text).substr(0, size), storage));
        testing::expect_clean(article);
    }
}

}  // namespace
}  // namespace broadsheet
