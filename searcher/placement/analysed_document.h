// An article for the evaluator, from its text: what does without a positions file.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/placement/document.h"
#include "searcher/placement/placement.h"
#include "searcher/placement/written_words.h"

namespace broadsheet {

// One article after the other. References what it is given. Never in doubt. Not thread-safe.
class AnalysedDocument : public DocumentWords {
public:
    explicit AnalysedDocument(const Placement& placement) : placement_(placement) {}

    // `text` is what an Analyser with that vocabulary made of title and body.
    void turn_to(std::string_view title, std::string_view body, const AnalysedText& text,
                 const Vocabulary& vocabulary);

    std::uint32_t size() const override { return static_cast<std::uint32_t>(text_->tokens.size()); }
    std::uint32_t title_size() const override { return text_->title_tokens; }
    void find(std::uint32_t word, Doubt doubt, std::vector<std::uint32_t>& positions) override;
    bool stands_at(std::uint32_t word, std::uint32_t position, Doubt doubt) override;
    void sentences(std::vector<AnalysedText::Sentence>& result) override { result = text_->sentences; }

private:
    struct FoundStem {
        std::uint32_t term;  // index into AnalysedText::terms
        FormCheck check;
    };

    bool is_at(const std::vector<FoundStem>& stems, const PlacedWord& word, std::uint32_t position);

    const Placement& placement_;
    const AnalysedText* text_ = nullptr;
    WrittenWords written_;
    std::vector<std::vector<FoundStem>> found_;  // by word
};

}  // namespace broadsheet
