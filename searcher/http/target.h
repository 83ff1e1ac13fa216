// What stands behind the method of a request: path and parameters, decoded and bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/message.h"

namespace broadsheet::http {

inline constexpr std::size_t most_parameters = 200;

struct Target {
    std::vector<std::string> path;  // the parts between slashes, decoded: a %2F is part of a part
    Pairs parameters;               // in the order in which they came

    bool has(std::string_view name) const;
};

// Throws Error(usage) for a %-escape that is none, a control character, what is not UTF-8, and too many
// parameters. A + in a parameter is a blank.
Target read_target(std::string_view text);

}  // namespace broadsheet::http
