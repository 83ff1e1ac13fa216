// Languages by the names and codes that people and collections give them.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// "en", "EN-us", "eng", "English" to "en"; three letters that have no two-letter code stay; empty when it is
// neither a code nor the name of one of the large languages.
std::string language_code(std::string_view name);

}  // namespace broadsheet
