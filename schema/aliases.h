// From the spellings of a name to the facet values that they stand for.
//
// Metadata key: "alias:" + field prefix + name_key(spelling). Value: the ids. A lone surname can stand for
// several people, and "Paris" for several towns. Keys are in the order of the spellings, so that those with a
// prefix are neighbours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/terms.h"

namespace broadsheet {

inline constexpr std::string_view alias_key_prefix = "alias:";

// `key` as name_key() makes it, or the beginning of one.
std::string alias_key(FieldId field, std::string_view key);

// The ids of several entries as one entry.
std::string unite_ids(const std::vector<std::string>& packed);

}  // namespace broadsheet
