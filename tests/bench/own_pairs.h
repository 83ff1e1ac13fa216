// Pairs of a collection's own articles that are in one group of copies, and what a reader said of a sample.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "schema/article.h"
#include "schema/index/copies.h"

namespace broadsheet {

using OwnPair = std::pair<std::string, std::string>;  // ids, the smaller one first

// Sorted.
std::vector<OwnPair> own_pairs(const std::map<std::string, StoryNumber>& story_of_article);

// `count` of them drawn at random (always the same ones), each as a line of JSON with both articles.
void print_sample(const std::vector<OwnPair>& pairs, const std::vector<Article>& articles, std::size_t count,
                  std::ostream& out);

struct JudgedPairs {
    std::size_t judged = 0;
    std::size_t copies = 0;

    // Of the judged ones; one where there are none.
    double share_of_copies() const;
};

// Looks `pairs` up in a table of verdicts. Throws Error where it can not be read.
JudgedPairs judged(const std::vector<OwnPair>& pairs, const std::string& verdicts);

}  // namespace broadsheet
