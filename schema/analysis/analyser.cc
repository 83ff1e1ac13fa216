#include "schema/analysis/analyser.h"

#include "schema/analysis/tokenizer.h"

namespace broadsheet {

namespace {

// Beyond this the vocabulary starts anew; a collection's running words fit many times over.
constexpr std::size_t most_vocabulary_bytes = 96u << 20;

}  // namespace

Analyser::Analyser(AnalysisSettings settings)
    : settings_(std::move(settings)), vocabulary_(settings_.stemmer) {}

const AnalysedText& Analyser::analyse(std::string_view title, std::string_view body) {
    if (vocabulary_.memory() > most_vocabulary_bytes) {
        vocabulary_.clear();
        seen_in_ = std::vector<std::uint32_t>();
        index_in_result_ = std::vector<std::uint32_t>();
    }
    ++call_;
    result_.terms.clear();
    result_.tokens.clear();
    result_.letters.clear();
    result_.sentences.clear();
    append(title, true);
    result_.title_tokens = static_cast<std::uint32_t>(result_.tokens.size());
    append(body, false);
    return result_;
}

void Analyser::append(std::string_view text, bool is_title) {
    Tokenizer tokenizer(text);
    Token token;
    std::uint32_t sentence = 0;
    std::uint32_t paragraph = 0;
    bool first = true;
    while (tokenizer.next(token)) {
        const std::string_view written = text.substr(token.begin, token.end - token.begin);
        const TermNumber number = vocabulary_.term_of(written);
        if (number >= seen_in_.size()) {
            seen_in_.resize(vocabulary_.size() + vocabulary_.size() / 2 + 1024, 0);
            index_in_result_.resize(seen_in_.size());
        }
        if (seen_in_[number] != call_) {
            seen_in_[number] = call_;
            index_in_result_[number] = static_cast<std::uint32_t>(result_.terms.size());
            result_.terms.push_back({number, 0, 0});
        }
        const std::uint32_t index = index_in_result_[number];
        ++(is_title ? result_.terms[index].in_title : result_.terms[index].in_body);
        result_.tokens.push_back(index);
        result_.letters.push_back(letters_of(written));

        // The headline is one sentence, whatever its punctuation.
        const bool new_paragraph = first || (!is_title && token.paragraph != paragraph);
        if (new_paragraph || (!is_title && token.sentence != sentence)) {
            result_.sentences.push_back({0, new_paragraph});
        }
        ++result_.sentences.back().tokens;
        sentence = token.sentence;
        paragraph = token.paragraph;
        first = false;
    }
}

}  // namespace broadsheet
