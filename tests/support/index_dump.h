// Everything that an index holds, to compare it with what it should hold.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "schema/article.h"
#include "schema/index/snapshot.h"

namespace broadsheet::test {

using Articles = std::map<std::string, Article>;  // by id

// All articles of a snapshot. A failed test when one is there twice or can not be found by its id.
Articles articles_in(Snapshot& snapshot);
Articles articles_in(const std::filesystem::path& index);

// In how many articles the term is, pending deletions left out.
std::size_t frequency(const Snapshot& snapshot, const std::string& term);

// A failed test unless the index holds these articles and nothing else: every article, their number, the
// frequencies of words and facet values, columns and positions (through check_index).
void expect_index(const std::filesystem::path& index, const Articles& expected);

}  // namespace broadsheet::test
