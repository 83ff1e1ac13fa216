// The query language by brute force: every token is compared with every other one. What the searcher finds is
// held to it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "schema/article.h"
#include "searcher/query/ast.h"

namespace broadsheet::test {

struct NaiveToken {
    std::string written;
    std::string folded;
    std::string stem;
    std::size_t sentence = 0;  // of the article; the title is one of its own
    std::size_t paragraph = 0;
    bool in_title = false;
    std::size_t sentence_of_text = 0;  // from 0; meaningless in the title
};

// The article as English text.
std::vector<NaiveToken> naive_tokens(const Article& article);

// [first, last] of each occurrence, ascending and distinct. `node` is positional. Of a distance both sides;
// with `left_only` the left one.
using NaiveSpans = std::vector<std::pair<std::size_t, std::size_t>>;
NaiveSpans naive_spans(const query::Node& node, const std::vector<NaiveToken>& tokens,
                       bool left_only = false);

}  // namespace broadsheet::test
