// Where a JSON value ends, without reading what it says.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/records.h"

namespace broadsheet {

// For next_record(): finds the end of one value that begins at the first byte. Objects and arrays end with
// the bracket that balances the first, strings with their quote, everything else before a comma, a closing
// bracket or white space (at once, with 0 bytes, when one of these is what it begins with). Whether what lies
// between is JSON is not checked.
class JsonValueEnd {
public:
    std::size_t operator()(std::string_view bytes, std::size_t seen);

private:
    enum class Kind { unknown, nested, string, bare };

    std::size_t skip_string(std::string_view bytes, std::size_t at);

    Kind kind_ = Kind::unknown;
    std::uint64_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;  // the next byte belongs to the backslash before it
};

}  // namespace broadsheet
