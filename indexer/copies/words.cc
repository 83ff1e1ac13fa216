#include "indexer/copies/words.h"

#include <algorithm>

namespace broadsheet::copies {

namespace {

constexpr std::uint32_t version = 3;

// Before the terms, which follow at a multiple of eight, the tokens and the sketch.
struct Head {
    std::uint32_t terms;
    std::uint32_t tokens;
    std::uint32_t title_tokens;
    std::uint32_t hashes;
};

bool has_digits(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Words WordCollector::collect(const AnalysedText& text, const Vocabulary& vocabulary) {
    terms_.clear();
    tokens_.clear();
    marks_.clear();
    compared_.clear();
    for (const AnalysedText::Term& term : text.terms) {
        terms_.push_back(vocabulary.hash(term.number));
        marks_.push_back(has_digits(vocabulary.text(term.number)) ? Words::has_digit : 0);
    }
    const auto tokens = static_cast<std::uint32_t>(text.tokens.size());
    for (std::uint32_t i = 0; i < tokens; ++i) {
        const std::uint32_t capital = text.letters[i].capital ? Words::has_capital : 0;
        tokens_.push_back(text.tokens[i] | marks_[text.tokens[i]] | capital);
    }
    for (std::uint32_t i = first_compared(tokens, text.title_tokens); i < tokens; ++i)
        compared_.push_back(terms_[text.tokens[i]]);
    return {terms_, tokens_, sketcher_.sketch(compared_), text.title_tokens};
}

WordsWriter::WordsWriter(const std::filesystem::path& path) : file_(path) {
    file_.begin_section("records");
}

void WordsWriter::add(const Words& words) {
    const Head head{static_cast<std::uint32_t>(words.terms.size()),
                    static_cast<std::uint32_t>(words.tokens.size()), words.title_tokens,
                    static_cast<std::uint32_t>(words.sketch.size())};
    file_.write(std::span<const Head>(&head, 1));
    file_.write(words.terms);
    file_.write(words.tokens);
    file_.write(words.sketch);
    std::uint64_t size =
        sizeof head + words.terms.size_bytes() + words.tokens.size_bytes() + words.sketch.size_bytes();
    if (size % sizeof(std::uint64_t) != 0) {
        const std::uint32_t padding = 0;
        file_.write(std::span<const std::uint32_t>(&padding, 1));
        size += sizeof padding;
    }
    ends_.push_back(ends_.back() + size);
}

void WordsWriter::finish(const std::string& database_uuid) {
    file_.begin_section("ends");
    file_.write(std::span<const std::uint64_t>(ends_));
    file_.finish(database_uuid, version, false);
}

WordsFile::WordsFile(const std::filesystem::path& path, const std::string& database_uuid)
    : file_(path, database_uuid, version),
      records_(file_.section("records")),
      ends_(file_.array<std::uint64_t>("ends")) {
    if (ends_.empty() || ends_.back() != records_.size()) file_.damaged("its sections do not fit together");
}

Words WordsFile::words(DocId document) const {
    const char* at = records_.data() + ends_[document - 1];
    const auto* head = reinterpret_cast<const Head*>(at);
    const auto* terms = reinterpret_cast<const std::uint64_t*>(at + sizeof(Head));
    const auto* tokens = reinterpret_cast<const std::uint32_t*>(terms + head->terms);
    return {{terms, head->terms},
            {tokens, head->tokens},
            {tokens + head->tokens, head->hashes},
            head->title_tokens};
}

}  // namespace broadsheet::copies
