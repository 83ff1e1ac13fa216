// The names of an article that are to be resolved beside those that stand in its text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/identity/alias_table.h"
#include "indexer/entities/mention.h"
#include "schema/article.h"

namespace broadsheet::entities {

// What its collection gives, and what names of the text stand for by the table of aliases.
class NamesToResolve {
public:
    // The article must outlive it.
    NamesToResolve(const Article& article, const std::vector<Mention>& mentions, const AliasTable& aliases);

    // The collection's first.
    const std::vector<std::string>& all() const { return all_; }
    // Index in all() of what a name of the text stands for by the table; -1 where it stands for itself.
    std::ptrdiff_t alias(std::string_view name) const;

private:
    std::vector<std::string> all_;
    std::unordered_map<std::string_view, std::ptrdiff_t> aliases_;
};

}  // namespace broadsheet::entities
