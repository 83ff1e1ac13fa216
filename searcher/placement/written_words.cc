#include "searcher/placement/written_words.h"

#include <utility>

#include "schema/analysis/fold.h"
#include "searcher/query/word_pattern.h"

namespace broadsheet {

bool has_letters(Letters written, query::Letters wanted) {
    switch (wanted) {
        case query::Letters::some_capital:
            return written.capital;
        case query::Letters::all_capital:
            return written.capital && !written.small;
        case query::Letters::no_capital:
            return !written.capital;
        case query::Letters::any:
            break;
    }
    return true;
}

void WrittenWords::turn_to(std::string_view title, std::string_view body) {
    words_.clear();
    text_ = title;
    body_ = body;
    tokenizer_ = Tokenizer(title);
}

// False for a position beyond the text.
bool WrittenWords::read_to(std::uint32_t position) {
    while (words_.size() <= position) {
        Token token;
        if (tokenizer_.next(token)) {
            words_.push_back(text_.substr(token.begin, token.end - token.begin));
        } else if (body_.empty()) {
            return false;
        } else {
            text_ = std::exchange(body_, {});
            tokenizer_ = Tokenizer(text_);
        }
    }
    return true;
}

std::optional<std::string_view> WrittenWords::word(std::uint32_t position) {
    if (!read_to(position)) return std::nullopt;
    return words_[position];
}

bool WrittenWords::satisfy(const PlacedWord& word, FormCheck check, std::uint32_t position) {
    if (check == FormCheck::none) return true;
    if (!read_to(position)) return false;
    const std::string_view written = words_[position];
    if (!has_letters(letters_of(written), word.letters)) return false;
    if (check == FormCheck::letters) return true;
    fold_token(written, folded_);
    return query::matches_pattern(word.form, folded_);
}

}  // namespace broadsheet
