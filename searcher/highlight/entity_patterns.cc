#include "searcher/highlight/entity_patterns.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

namespace {

void append(const EntityMention& mention, const std::vector<TextToken>& tokens, std::size_t pattern,
            std::vector<PatternMatch>& matches) {
    const auto first = std::partition_point(
        tokens.begin(), tokens.end(), [&](const TextToken& token) { return token.end <= mention.begin; });
    const auto behind = std::partition_point(
        first, tokens.end(), [&](const TextToken& token) { return token.begin < mention.end; });
    if (first == behind) return;
    matches.push_back({pattern, static_cast<std::size_t>(first - tokens.begin()),
                       static_cast<std::size_t>(behind - tokens.begin()) - 1});
}

}  // namespace

EntityPatterns::EntityPatterns(std::vector<WantedEntity> wanted, LiesIn lies_in)
    : wanted_(std::move(wanted)), lies_in_(std::move(lies_in)), lying_in_(wanted_.size()) {}

bool EntityPatterns::is_meant(const Entity& entity, std::size_t pattern) {
    const WantedEntity& wanted = wanted_[pattern];
    if (wanted.field != FieldId::about && wanted.field != entity.field) return false;
    if (std::binary_search(wanted.ids.begin(), wanted.ids.end(), entity.id)) return true;
    if (entity.field != FieldId::place) return false;
    const auto [known, is_new] = lying_in_[pattern].try_emplace(entity.id, false);
    if (is_new) known->second = lies_in_(entity.id, wanted.ids);
    return known->second;
}

FoundMatches EntityPatterns::find(const Annotation& annotation, const std::vector<TextToken>& title,
                                  const std::vector<TextToken>& body, std::size_t first_pattern) {
    FoundMatches found;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        for (const Entity& entity : annotation) {
            if (entity.mentions.empty() || !is_meant(entity, i)) continue;
            for (const EntityMention& mention : entity.mentions) {
                append(mention, mention.in_title ? title : body, first_pattern + i,
                       mention.in_title ? found.title : found.body);
            }
        }
    }
    put_in_order(found.title);
    put_in_order(found.body);
    return found;
}

}  // namespace broadsheet
