// What collections call the fields of an article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/fields.h"

namespace broadsheet {

// A name's field, and how good a source for it the name is: 0 is best, and from `rank_of_leads` on it names
// something that stands for the field only when there is nothing else, such as a summary for the body.
struct FieldName {
    FieldId field;
    int rank;
};

inline constexpr int rank_of_leads = 100;

// In any case, with or without hyphens, underscores and blanks: publish_date, publishDate and "Publish Date"
// are one.
std::optional<FieldName> known_field_name(std::string_view name);

}  // namespace broadsheet
