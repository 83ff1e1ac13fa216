#include "indexer/entities/tagging/features.h"

namespace broadsheet::entities {

const Word& word_beyond() {
    static const Word beyond = [] {
        Word word;
        word.lower = 0xB0DE;
        word.shape = word.brief = 0xB0DE;
        word.suffix[2] = 0xB0DE;
        word.known = {0, 0, 0};
        return word;
    }();
    return beyond;
}

}  // namespace broadsheet::entities
