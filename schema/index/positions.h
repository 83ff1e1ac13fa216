// The packed token positions of a segment's articles, by docid.
//
// A record holds one article: each distinct stem has a rank within the article, and the tokens are the
// sequence of the ranks. A stem's rank is found through a hash that is free of collisions within the
// article, so a look-up is exact only for stems that the article has, which a posting list has established.
// See positions_layout.h.
#pragma once

#include <atomic>
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

// A stem by its hash, as an article's record has it.
struct StemPlace {
    std::uint32_t bucket = 0;
    std::uint32_t fingerprint = 0;
};

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

    // Where a stem is to be looked for in this article: cheaper than its rank where it is compared only
    // with few tokens. Right or wrong like rank_of().
    StemPlace place(std::uint64_t stem_hash) const;
    bool stands_at(StemPlace stem, std::uint32_t position) const;

    // How the word is written; of words without capitals all that is told is just that.
    Letters letters_at(std::uint32_t position) const;

    // Whether no paragraph begins behind `first` and up to `last`.
    bool in_one_paragraph(std::uint32_t first, std::uint32_t last) const;

    // Sentences in order, the title's first.
    std::vector<AnalysedText::Sentence> sentences() const;
    // The same, in place of what `result` has.
    void sentences(std::vector<AnalysedText::Sentence>& result) const;

private:
    bool is_in_bucket(std::uint32_t rank, std::uint32_t bucket) const;
    std::uint32_t rank_in_bucket(StemPlace wanted) const;
    std::uint32_t fingerprint(std::uint32_t rank) const;
    std::string_view sentence_bytes() const;

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
    std::string_view capitals_;
    std::string_view rest_;  // the other bits of letters, and the sentences
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

    // The same for records here and there, as those of hits: the first thousand are read into `buffer`. To
    // bring a page of the file into the process takes longer than to read from it, and pays only in one that
    // answers many queries.
    std::string_view record(DocId document, std::string& buffer) const;

    // Records of candidates lie scattered over a large file: these have the beginning of one brought into
    // the processor's cache before it is needed, in two steps, since where it lies has to be looked up,
    // too.
    void prefetch_place(DocId document) const {
        if (document <= last()) __builtin_prefetch(&offsets_[document]);
    }
    void prefetch_record(DocId document, std::size_t bytes) const;

    void verify() const { file_.verify(); }

private:
    SectionFile file_;
    std::string_view records_;
    std::span<const std::uint64_t> offsets_;
    mutable std::atomic<std::uint32_t> copied_{0};  // records that were read into a buffer
};

}  // namespace broadsheet
