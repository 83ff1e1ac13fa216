// The head of a Markdown file: `name: value` lines between --- and ---, or +++ and +++.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct FrontMatter {
    // Lists have their elements joined with "; ". Of what lies deeper only the innermost names and values
    // count.
    std::vector<std::pair<std::string, std::string>> values;
    std::string_view rest;  // the text below
};

// Nothing when `text` does not begin with one. Understands of YAML and TOML what such heads use: plain and
// quoted values, lists in brackets and by lines, folded and literal blocks. `text` is valid UTF-8 and must
// outlive the result.
std::optional<FrontMatter> read_front_matter(std::string_view text);

}  // namespace broadsheet
