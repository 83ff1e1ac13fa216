// The fields of an article from single texts, as tables and front matters hold them.
#pragma once

#include <string_view>

#include "schema/article.h"
#include "schema/fields.h"

namespace broadsheet {

// Sets one field from a text, which is valid UTF-8 and may be HTML. Lists are "a; b", "a, b" or written as
// programs print them: ['a', 'b']. What is not read from collections (dateline, about) is left alone.
void fill_field(Article& article, FieldId field, std::string_view text);

}  // namespace broadsheet
