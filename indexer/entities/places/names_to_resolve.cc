#include "indexer/entities/places/names_to_resolve.h"

namespace broadsheet::entities {

NamesToResolve::NamesToResolve(const Article& article, const std::vector<Mention>& mentions,
                               const AliasTable& aliases)
    : all_(article.places) {
    for (const Mention& mention : mentions) {
        if (mention.type != EntityType::place) continue;
        const std::string_view name = text_of(article, mention);
        const AliasTable::Names* known = aliases.find_place(name);
        if (known == nullptr) continue;
        const auto [place, is_new] = aliases_.try_emplace(name, static_cast<std::ptrdiff_t>(all_.size()));
        if (is_new) all_.push_back(known->canonical);
    }
}

std::ptrdiff_t NamesToResolve::alias(std::string_view name) const {
    const auto found = aliases_.find(name);
    return found == aliases_.end() ? -1 : found->second;
}

}  // namespace broadsheet::entities
