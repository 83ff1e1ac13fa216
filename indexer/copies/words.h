// The words of new articles in order, kept beside a segment that is being built until their copies have been
// looked for, and what they are looked for with. Some ten bytes a word.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/copies/sketch.h"
#include "schema/analysis/analyser.h"
#include "schema/index/manifest.h"
#include "schema/index/section_file.h"

namespace broadsheet::copies {

// An article's words; as valid as what they were taken from.
struct Words {
    static constexpr std::uint32_t has_digit = 1u << 31;
    static constexpr std::uint32_t has_capital = 1u << 30;
    static constexpr std::uint32_t term_mask = has_capital - 1;

    std::span<const std::uint64_t> terms;   // hashes of the distinct stems
    std::span<const std::uint32_t> tokens;  // by position: index into `terms`, and what the word is like
    std::span<const std::uint32_t> sketch;  // see Sketcher
    std::uint32_t title_tokens = 0;
};

// Of an article with so many tokens, the first that is compared: short texts are told apart by their titles.
constexpr std::uint32_t first_compared(std::uint32_t tokens, std::uint32_t title_tokens) {
    constexpr std::uint32_t enough = 12;
    return tokens - title_tokens >= enough ? title_tokens : 0;
}

// Collects them from analysed texts.
class WordCollector {
public:
    // Valid until the next call.
    Words collect(const AnalysedText& text, const Vocabulary& vocabulary);

private:
    std::vector<std::uint64_t> terms_;
    std::vector<std::uint32_t> tokens_;
    std::vector<std::uint32_t> marks_;  // by term: the bit of its tokens
    std::vector<std::uint64_t> compared_;
    Sketcher sketcher_;
};

// Writes those of docids 1, 2, 3, ... in order.
class WordsWriter {
public:
    explicit WordsWriter(const std::filesystem::path& path);
    void add(const Words& words);
    void finish(const std::string& database_uuid);

private:
    SectionFileWriter file_;
    std::vector<std::uint64_t> ends_{0};  // in bytes
};

class WordsFile {
public:
    // Throws as SectionFile does.
    WordsFile(const std::filesystem::path& path, const std::string& database_uuid);

    DocId last() const { return static_cast<DocId>(ends_.size() - 1); }
    Words words(DocId document) const;

private:
    SectionFile file_;
    std::string_view records_;
    std::span<const std::uint64_t> ends_;
};

}  // namespace broadsheet::copies
