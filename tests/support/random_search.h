// Random collections of few words, and random requests that are likely to find something in them: with every
// operator of the query language, filters, facets and orders.
#pragma once

#include <random>
#include <vector>

#include "schema/article.h"
#include "searcher/engine/request.h"

namespace broadsheet::test {

using Random = std::mt19937;

// From 0 to bound - 1.
std::size_t below(Random& random, std::size_t bound);

// Up to 10007 articles, whose ids are not in the order of the documents.
std::vector<Article> random_collection(Random& random, std::size_t count);

// Scores are the matcher's own: the second look is off.
SearchRequest random_request(Random& random);

}  // namespace broadsheet::test
