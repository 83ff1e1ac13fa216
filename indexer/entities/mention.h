// What the recogniser finds in an article.
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/article.h"

namespace broadsheet::entities {

enum class EntityType : std::uint8_t { person, organisation, place };

// Why a name stands where it stands. Only subjects are what the article is about; the other roles say who
// made the article and from where.
enum class Role : std::uint8_t {
    subject,
    byline,    // the author: "By Jane Roe", a lone name as the last paragraph, "(Reporting by ...)"
    dateline,  // the place the article was written at: "BAGHDAD, Jan 24 (Agency) -"
    agency,    // who distributes it: the "Agency" of a dateline, a tag, a copyright line
    credit,    // who made a picture: "REUTERS/John Doe", "Photo by ..."
};

// A name in an article's title or body.
struct Mention {
    std::uint32_t begin =
        0;  // byte range [begin, end) in the title or the body, never empty, at UTF-8 boundaries
    std::uint32_t end = 0;
    EntityType type = EntityType::person;
    Role role = Role::subject;
    bool in_title = false;

    friend bool operator==(const Mention&, const Mention&) = default;
};

// The text of a mention in its article.
std::string_view text_of(const Article& article, const Mention& mention);

std::string_view name_of(EntityType type);  // "person", "organisation", "place"
std::string_view name_of(Role role);        // as the enumerator is spelt

}  // namespace broadsheet::entities
