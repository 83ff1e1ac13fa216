// Query text to AST.
//
//     any     := list { OR list }
//     list    := chain { chain }                  all or any of them, as decided later
//     chain   := unary { AND unary }
//     unary   := { NOT | - | + } near
//     near    := primary { [NOT] DISTANCE primary }
//     primary := word | "phrase" | ( any ) | field: primary | FUNCTION ( any )
//
// PREFER ( any ) can stand wherever a primary can, and is no part of what must match.
//
// Whatever is typed is read as well as it can be, with a warning for each thing that was not taken as typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"

namespace broadsheet::query {

inline constexpr std::size_t longest_query = 8192;  // bytes
inline constexpr std::size_t most_leaves = 256;     // words and filters
inline constexpr std::size_t deepest_nesting = 64;
inline constexpr std::size_t most_combinations = 4096;  // of words in the brackets of a distance

struct ParsedQuery {
    Node root;
    std::vector<Value> preferred;       // of PREFER(): people, organisations and places
    std::vector<std::string> warnings;  // whole sentences without a full stop
};

// `now` anchors relative dates. Throws Error(bad_query), with the place: a field that does not exist, a date
// that does not exist, a wildcard beside too few letters, or more than the limits above.
ParsedQuery parse(std::string_view text, Seconds now);

}  // namespace broadsheet::query
