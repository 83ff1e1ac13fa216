// What the members of a JSON object say, whatever shape collections give them.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"

namespace broadsheet {

using JsonElement = simdjson::dom::element;

// False for null, "", [] and {}.
bool says_something(JsonElement value);

// A value as one text, not yet normalised: a string or number as it is, of an array all elements with
// `separator` between them, of an object the member that holds its text (name, title, text, value, ...).
std::string text_of(JsonElement value, std::string_view separator = "\n\n");

// As text_of(), but of an array only the first element that says something.
std::string first_text_of(JsonElement value);

// first_text_of() without a copy of what is a string already; `storage` holds what is not.
std::string_view first_text_of(JsonElement value, std::string& storage);

// The names in an array, each element being one, or in a string by split_list().
std::vector<std::string> names_of(JsonElement value);

// As names_of(), with split_authors() for every string.
std::vector<std::string> authors_of(JsonElement value);

std::optional<Seconds> date_of(JsonElement value);

}  // namespace broadsheet
