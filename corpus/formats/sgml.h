// Elements of SGML without a document type: the markup of old collections.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// What stands between <NAME ...> and </NAME>, the first of them; a null view when there is no such element.
// Names are compared as they are.
std::string_view sgml_element(std::string_view text, std::string_view name);

// All of them, at most a hundred.
std::vector<std::string_view> sgml_elements(std::string_view text, std::string_view name);

// The value of name="value" or name=value among the attributes of a tag.
std::string_view sgml_attribute(std::string_view attributes, std::string_view name);

}  // namespace broadsheet
