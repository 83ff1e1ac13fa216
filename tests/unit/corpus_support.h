// What the tests of corpus/ share: folders that vanish, archives made on the spot, everything that a source
// gives.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet::testing {

// A folder of its own for each test, removed with all that is in it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string path(std::string_view name = {}) const;
    // Makes the folders on the way too. Returns the path.
    std::string write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path root_;
};

struct Outcome {
    std::vector<Article> articles;
    std::vector<Problem> problems;
    ReadTotals totals;

    // "where: what" of all problems, a line each.
    std::string told() const;
};

Outcome read_all(const std::vector<std::string>& sources, const ReadOptions& options = {},
                 const std::string& standard_input = {});
// As standard input, in the format of that name or sniffed.
Outcome read_text(const std::string& content, const std::string& format = {}, ReadOptions options = {});

// The one article that was given, without a problem.
Article only(const Outcome& outcome);

using Entries = std::vector<std::pair<std::string, std::string>>;
// Names and contents, packed. `format` is "tar", "zip" or "raw"; `filter` "none", "gzip", "bzip2", "xz",
// "zstd", "lz4".
std::string packed(const std::string& format, const std::string& filter, const Entries& entries);
inline std::string compressed(const std::string& filter, const std::string& content) {
    return packed("raw", filter, {{"content", content}});
}

// What schema/article.h promises of an article's text fields.
void expect_clean(const Article& article);

// Bytes that are the same on every run: `seed` chooses them.
std::string random_bytes(unsigned seed, std::size_t size, std::string_view alphabet = {});

}  // namespace broadsheet::testing
