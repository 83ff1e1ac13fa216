// Marks of the query language that are recognised but not answered yet: wildcards, = and ~. The words are
// read without them.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::query {

struct PlainReading {
    std::string word;
    std::string_view left_out;  // "wildcards", "exact forms", "fuzzy words"; empty when nothing was
};

PlainReading plain_reading(std::string_view word);

}  // namespace broadsheet::query
