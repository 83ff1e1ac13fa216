// The table of fields. Terms, value slots, the query language, facets, help texts and the README's table
// derive from it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

enum class FieldKind {
    text,   // analysed into words, searchable as phrases
    facet,  // whole values, folded for comparison; filtered by and counted
    date,   // a point in time; ranges
    exact,  // a whole value, filtered by, not counted
    about,  // a person, organisation or place that is a subject of the article; filtered by, not counted
};

// In the order of `fields`.
enum class FieldId : std::uint32_t {
    person,
    organisation,
    place,
    source,
    author,
    section,
    tag,
    language,
    dateline,
    date,
    title,
    body,
    about,
    id,
    url
};

using Slot = std::uint32_t;
inline constexpr Slot no_slot = 0xffffffff;

struct Field {
    FieldId id;
    std::string_view name;
    std::array<std::string_view, 2> aliases;  // empty where there are fewer
    std::string_view prefix;                  // of its Xapian terms; ends in ':' unless empty
    Slot slot;                                // of its value in Xapian, or no_slot
    FieldKind kind;
    bool many;  // an article can have several values
    std::string_view help;
};

// In the order in which facets are shown. The slots and prefixes are part of the format on disk. Prefixes are
// short: with an id behind it a term fits into a std::string without memory of its own, of which indexing
// makes millions.
inline constexpr std::array<Field, 15> fields{{
    {FieldId::person, "person", {"people", "who"}, "XP:", 4, FieldKind::facet, true, "people in the article"},
    {FieldId::organisation,
     "organisation",
     {"org", "organization"},
     "XO:",
     5,
     FieldKind::facet,
     true,
     "companies, agencies, parties, teams in the article"},
    {FieldId::place,
     "place",
     {"location", "where"},
     "XL:",
     6,
     FieldKind::facet,
     true,
     "places in the article"},
    {FieldId::source, "source", {"site", "publisher"}, "XS:", 7, FieldKind::facet, false, "who published it"},
    {FieldId::author, "author", {"by", "byline"}, "A:", 8, FieldKind::facet, true, "who wrote it"},
    {FieldId::section,
     "section",
     {"category", "desk"},
     "XC:",
     9,
     FieldKind::facet,
     false,
     "the part of the paper or the folder"},
    {FieldId::tag,
     "tag",
     {"topic", "keyword"},
     "K:",
     10,
     FieldKind::facet,
     true,
     "topics and keywords given to it"},
    {FieldId::language,
     "language",
     {"lang", ""},
     "L:",
     11,
     FieldKind::facet,
     false,
     "its language (ISO 639-1)"},
    {FieldId::dateline, "dateline", {"filed", ""}, "XD:", 12, FieldKind::facet, true, "where it was written"},
    {FieldId::date, "date", {"published", ""}, "", 0, FieldKind::date, false, "when it was published"},
    {FieldId::title,
     "title",
     {"headline", ""},
     "S:",
     no_slot,
     FieldKind::text,
     false,
     "words of the headline"},
    {FieldId::body, "body", {"text", ""}, "", no_slot, FieldKind::text, false, "words of headline and text"},
    {FieldId::about,
     "about",
     {"subject", ""},
     "XA:",
     no_slot,
     FieldKind::about,
     true,
     "people, organisations and places that are its subject; about:person:NAME for one kind"},
    {FieldId::id, "id", {"", ""}, "Q:", no_slot, FieldKind::exact, false, "the article's stable id"},
    {FieldId::url, "url", {"link", ""}, "U:", no_slot, FieldKind::exact, false, "its address on the web"},
}};

// Value slots that belong to no field a user can name.
inline constexpr Slot content_hash_slot = 1;  // content_hash(), 8 bytes, big-endian
inline constexpr Slot origins_slot = 2;       // Origins

constexpr const Field& field(FieldId id) {
    return fields[static_cast<std::size_t>(id)];
}

// The field whose names, ids and labels its values have: a dateline is a place.
constexpr FieldId naming_field(FieldId id) {
    return id == FieldId::dateline ? FieldId::place : id;
}

// Places and datelines: values lie within others (place_id.h), and an article has them with all that they lie
// in.
constexpr bool is_hierarchical(FieldId id) {
    return naming_field(id) == FieldId::place;
}

// The facets whose values are entities, found in the text or given by the collection.
inline constexpr std::array<FieldId, 3> entity_fields{FieldId::person, FieldId::organisation, FieldId::place};

constexpr bool is_entity(FieldId id) {
    return id == FieldId::person || id == FieldId::organisation || id == FieldId::place;
}

// The field of that name or alias, in any case; nothing when there is none.
const Field* find_field(std::string_view name);

// The nearest field name to a misspelt one, or empty.
std::string_view nearest_field_name(std::string_view name);

namespace detail {
constexpr bool table_is_sound() {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& a = fields[i];
        if (static_cast<std::size_t>(a.id) != i) return false;
        if (!a.prefix.empty() && a.prefix.back() != ':') return false;
        if (a.slot == content_hash_slot || a.slot == origins_slot) return false;
        for (std::size_t j = i + 1; j < fields.size(); ++j) {
            const Field& b = fields[j];
            if (a.name == b.name) return false;
            if (!a.prefix.empty() && a.prefix == b.prefix) return false;
            if (a.slot != no_slot && a.slot == b.slot) return false;
            for (std::string_view alias : a.aliases) {
                if (alias.empty()) continue;
                if (alias == b.name || alias == b.aliases[0] || alias == b.aliases[1]) return false;
            }
        }
    }
    return true;
}
}  // namespace detail
static_assert(
    detail::table_is_sound(),
    "rows stand in the order of FieldId; names, prefixes and slots are unique; prefixes end in ':'");

}  // namespace broadsheet
