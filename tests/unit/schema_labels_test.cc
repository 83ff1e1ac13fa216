#include <gtest/gtest.h>

#include <string>

#include "schema/labels.h"
#include "tests/support/errors.h"

namespace broadsheet {
namespace {

TEST(Labels, TheMostFrequentFormIsShown) {
    LabelForms forms;
    EXPECT_EQ(forms.label(), "");
    forms.add("Sao Paulo", 2);
    forms.add("São Paulo");
    EXPECT_EQ(forms.label(), "Sao Paulo");
    forms.add("São Paulo", 2);
    EXPECT_EQ(forms.label(), "São Paulo");
}

TEST(Labels, AmongEqualsTheSmallestIsShown) {
    LabelForms forms;
    forms.add("b");
    forms.add("a");
    forms.add("c");
    EXPECT_EQ(forms.label(), "a");
}

TEST(Labels, EncodingComesBack) {
    using namespace std::string_literals;
    LabelForms forms;
    EXPECT_EQ(LabelForms(forms.encode()).label(), "");
    forms.add("one", 1);
    forms.add("two\0", 300);
    forms.add(""s, 1ull << 40);
    const LabelForms back(forms.encode());
    EXPECT_EQ(back.encode(), forms.encode());
    EXPECT_EQ(back.label(), "");
}

TEST(Labels, MergingAddsUp) {
    LabelForms first;
    first.add("a", 3);
    first.add("b", 2);
    LabelForms second;
    second.add("b", 2);
    LabelForms merged(first.encode());
    merged.add(second);
    EXPECT_EQ(merged.label(), "b");
    LabelForms together;
    together.add("a", 3);
    together.add("b", 4);
    EXPECT_EQ(merged.encode(), together.encode());
}

TEST(Labels, EightFormsAreKept) {
    LabelForms forms;
    for (unsigned i = 0; i < 100; ++i)
        forms.add("form" + std::to_string(i), 1000 - i);
    LabelForms expected;
    for (unsigned i = 0; i < 8; ++i)
        expected.add("form" + std::to_string(i), 1000 - i);
    EXPECT_EQ(forms.encode(), expected.encode());
}

TEST(Labels, LongFormsAreCutAtACharacter) {
    std::string name = "x";
    for (int i = 0; i < 500; ++i)
        name += "é";
    LabelForms forms;
    forms.add(name);
    EXPECT_EQ(forms.label(), name.substr(0, 199));
}

TEST(Labels, DamageIsTold) {
    LabelForms forms;
    forms.add("form", 300);
    const std::string encoded = forms.encode();
    for (std::size_t size = 1; size < encoded.size(); ++size) {
        EXPECT_EQ(test::code_of([&] { LabelForms(encoded.substr(0, size)); }), ErrorCode::index_damaged)
            << size;
    }
}

TEST(Labels, KeysAreOfTheirField) {
    EXPECT_EQ(label_key(FieldId::place, 0), "label:XL:AAAAAAAAAAA");
    EXPECT_TRUE(label_key(FieldId::tag, 77).starts_with(label_key_prefix(FieldId::tag)));
    for (const Field& a : fields) {
        for (const Field& b : fields) {
            if (a.id == b.id || a.kind != FieldKind::facet || b.kind != FieldKind::facet) continue;
            if (naming_field(a.id) == naming_field(b.id)) continue;
            EXPECT_FALSE(label_key_prefix(a.id).starts_with(label_key_prefix(b.id)))
                << a.name << ' ' << b.name;
        }
    }
}

}  // namespace
}  // namespace broadsheet
