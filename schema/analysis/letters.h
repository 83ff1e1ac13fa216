// How a word is written: with capitals or without.
#pragma once

#include <string_view>

namespace broadsheet {

struct Letters {
    bool capital = false;  // it has one
    bool small = false;    // likewise
    friend bool operator==(const Letters&, const Letters&) = default;
};

// Of a token. The s of a possessive or a plural tells nothing of the word: U.S.'s.
Letters letters_of(std::string_view token);

}  // namespace broadsheet
