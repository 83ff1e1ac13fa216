#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "schema/files.h"
#include "schema/index/manifest.h"
#include "tests/support/articles.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using nlohmann::json;

Manifest some_manifest() {
    Manifest manifest;
    manifest.generation = 12;
    manifest.next_segment = 9;
    manifest.analysis = {"de", 5};
    manifest.segments = {{"000007", 100, 3}, {"000008", 1, 0}};
    manifest.pending = {{"000007", {1, 17, 4294967295}}};
    manifest.remotes = {{"archive.example", 7000}, {"10.0.0.7", 65535}};
    return manifest;
}

std::optional<ErrorCode> reading(const std::string& text) {
    return test::code_of([&] { manifest_from_json(text, "news.idx/manifest.json"); });
}

// The manifest with one thing changed, at the place that a JSON pointer names.
std::string with(const std::string& place, const json& value) {
    json changed = json::parse(to_json(some_manifest()));
    changed[json::json_pointer(place)] = value;
    return changed.dump();
}

TEST(Manifest, ComesBack) {
    for (const Manifest& manifest : {Manifest{}, some_manifest()}) {
        EXPECT_EQ(manifest_from_json(to_json(manifest), "m"), manifest);
    }
}

TEST(Manifest, OfALaterVersionIsNewer) {
    EXPECT_EQ(reading(with("/format", Manifest::format + 1)), ErrorCode::index_newer);
    EXPECT_EQ(reading(R"({"format": 2, "features": [], "nothing": "else"})"), ErrorCode::index_newer);
    EXPECT_EQ(reading(with("/features", {"vectors"})), ErrorCode::index_newer);
    EXPECT_EQ(reading(with("/unheard_of", 1)), std::nullopt) << "what need not be understood";
}

TEST(Manifest, WhatIsNoManifestIsDamage) {
    for (const char* text :
         {"", "{}", "[]", "null", "7", "{\"format\":1}", "{\"format\":\"x\",\"features\":[]}", "\xff"}) {
        EXPECT_EQ(reading(text), ErrorCode::index_damaged) << text;
    }
    for (const char* key :
         {"format", "features", "generation", "next_segment", "analysis", "segments", "pending_deletions"}) {
        json without = json::parse(to_json(some_manifest()));
        without.erase(key);
        EXPECT_EQ(reading(without.dump()), ErrorCode::index_damaged) << key;
        EXPECT_EQ(reading(with("/" + std::string(key), nullptr)), ErrorCode::index_damaged) << key;
        EXPECT_EQ(reading(with("/" + std::string(key), "text")), ErrorCode::index_damaged) << key;
    }
}

TEST(Manifest, NumbersThatCanNotBeAreDamage) {
    for (const char* place :
         {"/format", "/generation", "/next_segment", "/analysis/title_weight", "/segments/0/articles",
          "/segments/0/deleted", "/pending_deletions/0/documents/0"}) {
        for (const json& value : {json(-1), json(1.5), json(true), json("7"), json(nullptr)}) {
            EXPECT_EQ(reading(with(place, value)), ErrorCode::index_damaged) << place << ' ' << value;
        }
    }
    EXPECT_EQ(reading(with("/segments/0/articles", 1ull << 40)), ErrorCode::index_damaged);
    EXPECT_EQ(reading(with("/pending_deletions/0/documents/0", 0)), ErrorCode::index_damaged);
    EXPECT_EQ(reading(with("/pending_deletions/0/documents/0", 1ull << 32)), ErrorCode::index_damaged);
}

// Names become paths that the writer deletes from.
TEST(Manifest, NamesThatAreNoSegmentsAreDamage) {
    for (const char* name : {"", "..", "../../etc", "a", "000001/x", "123456789012345678901"}) {
        EXPECT_EQ(reading(with("/segments/0/name", name)), ErrorCode::index_damaged) << name;
        EXPECT_EQ(reading(with("/pending_deletions/0/segment", name)), ErrorCode::index_damaged) << name;
    }
}

TEST(Manifest, AnyDamageGivesAnErrorOrAManifest) {
    const std::string whole = to_json(some_manifest());
    const auto expect_calm = [](const std::string& text) {
        const auto code = reading(text);
        ASSERT_TRUE(!code || code == ErrorCode::index_damaged || code == ErrorCode::index_newer) << text;
    };
    for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
        ASSERT_EQ(reading(whole.substr(0, size)), ErrorCode::index_damaged) << size;
    }
    test::RandomArticles random(14);
    for (int i = 0; i < 5000; ++i) {
        std::string damaged = whole;
        for (std::size_t left = 1 + random.below(3); left > 0; --left) {
            damaged[random.below(damaged.size())] =
                random.one_in(2) ? random.bytes(1)[0] : "0123456789-.e[]{}\",:"[random.below(20)];
        }
        expect_calm(damaged);
    }
    expect_calm(std::string(1'000'000, '['));
}

TEST(Manifest, ReadingTellsWhatIsMissing) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(test::code_of([&] { read_manifest({folder / "none"}); }), ErrorCode::index_missing);
    EXPECT_EQ(test::code_of([&] { read_manifest({folder.path()}); }), ErrorCode::index_missing);
    EXPECT_EQ(test::code_of([&] { read_manifest({folder.write("file", "text")}); }),
              ErrorCode::index_missing);
    EXPECT_EQ(test::code_of([&] { read_manifest({folder / "file/below"}); }), ErrorCode::index_missing);
    folder.write("manifest.json", "{");
    const auto error = test::thrown_by([&] { read_manifest({folder.path()}); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::index_damaged);
    EXPECT_NE(std::string(error->what()).find("manifest.json"), std::string::npos);
}

TEST(Manifest, PublishingWritesManifestAndStub) {
    const test::TemporaryFolder folder;
    const IndexPaths index{folder.path()};
    publish_manifest(index, some_manifest());
    EXPECT_EQ(read_manifest(index), some_manifest());
    EXPECT_EQ(read_file(index.stub()),
              "glass segments/000007/xapian\nglass segments/000008/xapian\n"
              "remote archive.example:7000\nremote 10.0.0.7:65535\n");
    publish_manifest(index, Manifest{});
    EXPECT_EQ(read_manifest(index), Manifest{});
    EXPECT_EQ(read_file(index.stub()), "");
}

}  // namespace
}  // namespace broadsheet
