// The packed token positions of a segment's articles, by docid.
//
// A record holds one article: each distinct stem has a rank within the article, and the tokens are the
// sequence of the ranks. A stem's rank is found through a hash that is free of collisions within the article,
// so a look-up is exact only for stems that the article has, which a posting list has established. See
// positions.cc for the layout.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/analyser.h"
#include "schema/index/manifest.h"
#include "schema/index/section_file.h"

namespace broadsheet {

// Appends the record of one article to `record`.
void pack_positions(const AnalysedText& text, const Vocabulary& vocabulary, std::string& record);

// A view of one record; as valid as the bytes under it.
class ArticlePositions {
public:
    // Throws Error(index_damaged) when the record contradicts itself.
    explicit ArticlePositions(std::string_view record);

    std::uint32_t size() const { return tokens_; }              // tokens
    std::uint32_t title_size() const { return title_tokens_; }  // of which in the title
    std::uint32_t distinct() const { return distinct_; }

    // Rank of a stem (by Vocabulary::hash) that is known to be in the article; some other rank or
    // `distinct()` if not.
    std::uint32_t rank_of(std::uint64_t stem_hash) const;
    std::uint32_t rank_at(std::uint32_t position) const;
    // Appends the positions of the stem with that rank, ascending.
    void find(std::uint32_t rank, std::vector<std::uint32_t>& positions) const;

    // Sentences in order, the title's first.
    std::vector<AnalysedText::Sentence> sentences() const;
    // The same, in place of what `result` has.
    void sentences(std::vector<AnalysedText::Sentence>& result) const;

private:
    std::uint32_t tokens_ = 0;
    std::uint32_t title_tokens_ = 0;
    std::uint32_t distinct_ = 0;
    std::uint32_t seed_ = 0;
    unsigned fingerprint_bytes_ = 1;
    unsigned high_bits_ = 0;
    std::string_view buckets_;
    std::string_view fingerprints_;
    std::string_view low_;
    std::string_view high_;
    std::string_view sentences_;
};

// Writes the records of docids 1, 2, 3, ... in order.
class PositionsWriter {
public:
    explicit PositionsWriter(const std::filesystem::path& path);

    void add(std::string_view record);  // empty for a docid that is not in use
    void finish(const std::string& database_uuid, bool sync);

private:
    SectionFileWriter file_;
    std::vector<std::uint64_t> offsets_{0};
};

// Immutable; can be shared by threads.
class Positions {
public:
    // Throws as SectionFile does.
    Positions(const std::filesystem::path& path, const std::string& database_uuid);

    DocId last() const { return static_cast<DocId>(offsets_.size() - 1); }
    // Empty for a docid that has none. Throws Error(index_damaged) for one past last().
    std::string_view record(DocId document) const;
    void verify() const { file_.verify(); }

private:
    SectionFile file_;
    std::string_view records_;
    std::span<const std::uint64_t> offsets_;
};

}  // namespace broadsheet
