#include "searcher/query/plain_reading.h"

namespace broadsheet::query {

namespace {

// Any byte of a word, in UTF-8 of whatever script.
bool is_word_byte(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

PlainReading plain_reading(std::string_view word) {
    PlainReading reading;
    if (word.size() > 1 && word.front() == '=' && is_word_byte(word[1])) {
        word.remove_prefix(1);
        reading.left_out = "exact forms";
    }
    if (word.size() > 1 && word.back() == '~' && is_word_byte(word[word.size() - 2])) {
        word.remove_suffix(1);
        reading.left_out = "fuzzy words";
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool behind_word = i > 0 && is_word_byte(word[i - 1]);
        const bool before_word = i + 1 < word.size() && is_word_byte(word[i + 1]);
        // A question mark at the end of a word is punctuation more often than a wildcard.
        if ((word[i] == '*' && (behind_word || before_word)) ||
            (word[i] == '?' && behind_word && before_word)) {
            reading.left_out = "wildcards";
        } else {
            reading.word += word[i];
        }
    }
    return reading;
}

}  // namespace broadsheet::query
