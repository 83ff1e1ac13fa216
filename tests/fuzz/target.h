// What is fuzzed: a reader of one format, over bytes as they may come.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::fuzzing {

// Reads the bytes in that format, or sniffed when it is empty. Ends the program when what comes out is not
// what schema/article.h promises.
void read_in_format(std::string_view bytes, const std::string& format);

}  // namespace broadsheet::fuzzing
