// Whether a text is English, as far as the recogniser must know: by words that only English or only other
// languages have.
#pragma once

#include <cstddef>

#include "indexer/entities/tagging/words.h"

namespace broadsheet::entities {

class LanguageCount {
public:
    void add(const Word& word) {
        if (word.letters == 0) return;
        ++all_;
        if (word.casing == Case::lower) ++words_;
        english_ += word.english ? 1 : 0;
        foreign_ += word.foreign ? 1 : 0;
    }
    LanguageCount& operator+=(const LanguageCount& other) {
        all_ += other.all_;
        words_ += other.words_;
        foreign_ += other.foreign_;
        english_ += other.english_;
        return *this;
    }

    // There are enough words to tell by, and they are not English, of which a quarter should be such words.
    // Lists and tables have no running words.
    bool is_foreign() const {
        if (foreign_ >= 3 && foreign_ > english_ * 2) return true;
        return words_ >= 30 && words_ * 2 > all_ && english_ * 100 < words_ * 4;
    }

private:
    std::size_t all_ = 0;    // with letters
    std::size_t words_ = 0;  // uncapitalised
    std::size_t english_ = 0;
    std::size_t foreign_ = 0;
};

}  // namespace broadsheet::entities
