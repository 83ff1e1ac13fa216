// How much an article is about an entity.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "schema/annotation.h"

namespace broadsheet::entities {

// Per cent. Counts being named in the title, in the first paragraph, how often relative to the article's most
// frequent entity, throughout the body, and being given by the collection. After the features that Dunietz
// and Gillick (A New Entity Salience Task with Millions of Training Examples, EACL 2014) found to carry most.
std::uint8_t salience(std::span<const EntityMention> mentions, bool given, std::string_view body,
                      std::size_t most_mentions);

}  // namespace broadsheet::entities
