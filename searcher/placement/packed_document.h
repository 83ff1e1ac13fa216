// An article for the evaluator, from its record of packed positions.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "schema/index/positions.h"
#include "searcher/placement/document.h"
#include "searcher/placement/placement.h"
#include "searcher/placement/written_words.h"

namespace broadsheet {

// One article of a segment after the other. References its placement. Not thread-safe.
class PackedDocument : public DocumentWords {
public:
    // `database` is that of the segment: its posting lists tell which stems an article has.
    PackedDocument(const Placement& placement, const Xapian::Database& database);
    // For articles whose text is at hand anyway, which tells so itself. `vocabulary` must outlive the
    // document.
    PackedDocument(const Placement& placement, Vocabulary& vocabulary);

    // Articles come in ascending order. Until the next one, `record` must stay, and words are in doubt while
    // `written` is null.
    void turn_to(DocId document, std::string_view record);
    void look_at(WrittenWords* written) { written_ = written; }
    // To an article of the second kind, in any order.
    void turn_to(std::string_view record, WrittenWords& written);

    std::uint32_t size() const override { return positions_->size(); }
    std::uint32_t title_size() const override { return positions_->title_size(); }
    void find(std::uint32_t word, Doubt doubt, std::vector<std::uint32_t>& positions) override;
    bool stands_at(std::uint32_t word, std::uint32_t position, Doubt doubt) override;
    void sentences(std::vector<AnalysedText::Sentence>& result) override { positions_->sentences(result); }

private:
    // A posting list, which is only ever followed forwards.
    struct Postings {
        Xapian::PostingIterator at;
        DocId document = 0;  // where it stands; 0 before it was opened
    };
    struct FoundStem {
        std::uint32_t rank;
        FormCheck check;
    };
    struct WordState {
        std::vector<Postings> postings;  // of each stem; empty for words that are always there
        std::vector<FoundStem> found;    // in the article
        std::uint64_t found_in = 0;      // a turn
    };

    const std::vector<FoundStem>& found(std::uint32_t word);
    bool has(Postings& postings, const std::string& stem);
    bool is_written(std::uint32_t rank, std::uint64_t stem_hash);
    bool counts(const PlacedWord& word, FormCheck check, std::uint32_t position, Doubt doubt);

    const Placement& placement_;
    Xapian::Database database_;
    DocId document_ = 0;
    std::uint64_t turn_ = 0;
    std::optional<ArticlePositions> positions_;
    WrittenWords* written_ = nullptr;
    std::vector<WordState> words_;
    std::vector<std::uint32_t> unchecked_;
    Vocabulary* vocabulary_ = nullptr;  // instead of posting lists
};

}  // namespace broadsheet
