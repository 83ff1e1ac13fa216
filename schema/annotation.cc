#include "schema/annotation.h"

#include "schema/bytes.h"

namespace broadsheet {

namespace {

constexpr std::uint64_t most_offset = 0xffffffff;

// Ranges in the order they have in the text are small steps.
void put_ranges(std::string& out, const std::vector<EntityMention>& mentions, bool in_title) {
    std::uint64_t count = 0;
    for (const EntityMention& mention : mentions)
        count += mention.in_title == in_title ? 1 : 0;
    put_varint(out, count);
    std::uint32_t at = 0;
    for (const EntityMention& mention : mentions) {
        if (mention.in_title != in_title) continue;
        put_varint(out, mention.begin - at);
        put_varint(out, mention.end - mention.begin);
        at = mention.end;
    }
}

void read_ranges(ByteReader& reader, bool in_title, std::vector<EntityMention>& mentions) {
    std::uint64_t at = 0;
    for (std::uint64_t count = reader.varint(); count > 0; --count) {
        const std::uint64_t gap = reader.varint();
        const std::uint64_t size = reader.varint();
        if (gap > most_offset || size > most_offset) reader.damaged();  // their sums would wrap round
        const std::uint64_t begin = at + gap;
        const std::uint64_t end = begin + size;
        if (end > most_offset) reader.damaged();
        mentions.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), in_title});
        at = end;
    }
}

}  // namespace

void serialise(const Annotation& annotation, std::string& out) {
    put_varint(out, annotation.size());
    for (const Entity& entity : annotation) {
        out += static_cast<char>(static_cast<unsigned>(entity.field) << 1 | (entity.given ? 1u : 0u));
        out += static_cast<char>(entity.salience);
        out += pack_ids({entity.id});
        put_ranges(out, entity.mentions, true);
        put_ranges(out, entity.mentions, false);
    }
}

Annotation deserialise_annotation(ByteReader& reader) {
    Annotation annotation;
    for (std::uint64_t count = reader.varint(); count > 0; --count) {
        Entity entity;
        const auto kind = static_cast<unsigned char>(reader.bytes(1).front());
        entity.field = static_cast<FieldId>(kind >> 1);
        if (entity.field > FieldId::place) reader.damaged();
        entity.given = (kind & 1) != 0;
        entity.salience = static_cast<std::uint8_t>(reader.bytes(1).front());
        entity.id = unpack_ids(reader.bytes(sizeof(ValueId))).front();
        read_ranges(reader, true, entity.mentions);
        read_ranges(reader, false, entity.mentions);
        annotation.push_back(std::move(entity));
    }
    return annotation;
}

}  // namespace broadsheet
