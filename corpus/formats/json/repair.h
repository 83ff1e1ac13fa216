// What exporters get wrong in JSON that is easily put right.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Bytes that are no UTF-8 are decoded (as_utf8); control characters inside strings are escaped when they are
// white space and dropped otherwise; halves of surrogate pairs become U+FFFD; NaN and Infinity become null;
// integers of more than 18 digits become floating-point numbers. What is wrong otherwise stays as it is.
std::string repaired_json(std::string_view text);

}  // namespace broadsheet
