// What an article as a whole, and the table of aliases, know better than the recogniser.
#pragma once

#include <vector>

#include "indexer/entities/identity/alias_table.h"
#include "indexer/entities/mention.h"
#include "schema/article.h"

namespace broadsheet::entities {

// Gives names that the table has for one kind only that kind, and companies' short names the companies';
// completes names of places that begin with an Arabic article. `mentions` stay in order and apart.
void correct_mentions(const Article& article, const AliasTable& aliases, std::vector<Mention>& mentions);

}  // namespace broadsheet::entities
