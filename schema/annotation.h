// The entities of an article, as they are stored with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/terms.h"

namespace broadsheet {

// Where an entity is named: a byte range [begin, end) in the title or the body.
struct EntityMention {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool in_title = false;
    friend auto operator<=>(const EntityMention&,
                            const EntityMention&) = default;  // NOLINT(modernize-use-nullptr)
};

struct Entity {
    FieldId field = FieldId::person;  // one of entity_fields
    ValueId id = 0;
    std::uint8_t salience = 0;            // per cent: how much the article is about it
    bool given = false;                   // by the collection
    std::vector<EntityMention> mentions;  // those of the title first, ascending, apart; none when only given
    friend bool operator==(const Entity&, const Entity&) = default;
};

// Ordered by descending salience, then by field and id.
using Annotation = std::vector<Entity>;

// Of so many per cent an entity is a subject of its article, and `about:` finds it. Chosen where the subjects
// agree best with the people that Reuters-21578 lists (bench-collection-gold).
inline constexpr std::uint8_t subject_salience = 35;

// Salience in steps, from 0 to 15, as columns keep it. Subjects begin at a step of their own.
using SalienceLevel = std::uint8_t;
inline constexpr std::uint8_t salience_step = 7;  // per cent
inline constexpr SalienceLevel highest_salience_level = 15;
constexpr SalienceLevel level_of(std::uint8_t salience) {
    const auto steps = static_cast<SalienceLevel>(salience / salience_step);
    return steps < highest_salience_level ? steps : highest_salience_level;
}
inline constexpr SalienceLevel subject_level = level_of(subject_salience);
static_assert(subject_salience % salience_step == 0);

// Appends to `out`.
void serialise(const Annotation& annotation, std::string& out);

class ByteReader;
// Throws Error(index_damaged) when the bytes are not what serialise() makes.
Annotation deserialise_annotation(ByteReader& reader);

}  // namespace broadsheet
