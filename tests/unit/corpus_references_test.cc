#include <gtest/gtest.h>

#include "corpus/charset.h"
#include "corpus/references.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

TEST(References, AreReplaced) {
    EXPECT_EQ(without_references("AT&amp;T &lt;T&gt; &quot;up&quot;"), "AT&T <T> \"up\"");
    EXPECT_EQ(without_references("it&#39;s &#x2019;so&#X2019; caf&eacute;&nbsp;!"),
              "it's \u2019so\u2019 caf\u00e9\u00a0!");
    EXPECT_EQ(without_references("&#146;&#133;"), "\u2019\u2026");
}

TEST(References, WhatIsNoneStays) {
    for (const char* text : {"a & b", "&", "&;", "&#;", "&#x;", "&#12a;", "&unknownname;", "R&D; yes", "&amp",
                             "&#99999999999;"}) {
        EXPECT_EQ(without_references(text), text);
    }
}

TEST(References, NumbersOfNoCharacterVanish) {
    EXPECT_EQ(without_references("a&#xd800;b&#0;c&#1114112;d"), "abcd");
}

TEST(References, OnceOnly) {
    EXPECT_EQ(without_references("&amp;lt;"), "&lt;");
}

TEST(References, ThoseLeftByExportersAreNoticed) {
    EXPECT_TRUE(has_left_references("Q&A at AT&amp;T"));
    EXPECT_TRUE(has_left_references("it&#8217;s"));
    EXPECT_FALSE(has_left_references("Q&A, R&D; and more"));
}

TEST(References, AnyBytes) {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        const std::string text = testing::random_bytes(seed, 40, "&#x;ampltgq0123459fF ");
        EXPECT_TRUE(is_utf8(without_references(text))) << text;
    }
}

}  // namespace
}  // namespace broadsheet
