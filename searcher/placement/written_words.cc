#include "searcher/placement/written_words.h"

#include <unicode/uchar.h>

#include "schema/analysis/characters.h"
#include "schema/analysis/fold.h"
#include "schema/analysis/tokenizer.h"
#include "searcher/query/word_pattern.h"

namespace broadsheet {

bool has_letters(std::string_view written, query::Letters letters) {
    if (letters == query::Letters::any) return true;
    // The s of a possessive or a plural tells nothing of the word: U.S.'s.
    bool capital = false;
    bool small = false;
    for (std::size_t at = 0; at < written.size();) {
        const Character c = character_at(written, at);
        at += c.size;
        if (is_apostrophe(c.value) && at + 1 == written.size()) break;
        const auto value = static_cast<UChar32>(c.value);
        capital = capital || u_isupper(value) || u_istitle(value);
        small = small || u_islower(value);
    }
    switch (letters) {
        case query::Letters::some_capital:
            return capital;
        case query::Letters::all_capital:
            return capital && !small;
        default:
            return !capital;
    }
}

void WrittenWords::turn_to(std::string_view title, std::string_view body) {
    words_.clear();
    append(title);
    append(body);
}

void WrittenWords::append(std::string_view text) {
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);)
        words_.push_back(text.substr(token.begin, token.end - token.begin));
}

bool WrittenWords::satisfy(const PlacedWord& word, FormCheck check, std::uint32_t position) {
    if (check == FormCheck::none) return true;
    if (position >= words_.size()) return false;
    const std::string_view written = words_[position];
    if (!has_letters(written, word.letters)) return false;
    if (check == FormCheck::letters) return true;
    fold_token(written, folded_);
    return query::matches_pattern(word.form, folded_);
}

}  // namespace broadsheet
