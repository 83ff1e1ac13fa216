// Which stemmer suits a collection.
#pragma once

#include <string>
#include <vector>

#include "schema/article.h"

namespace broadsheet {

// The name of the stemmer for the language of most articles, among those whose language is known; empty where
// no language has most, or none is known, or nobody has written a stemmer for it.
std::string usual_stemmer(const std::vector<const Article*>& articles);

}  // namespace broadsheet
