// Lists of facets as options take them: person,place:5
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schema/fields.h"

namespace broadsheet {

struct FieldList {
    std::vector<FieldId> fields;  // facets and the date, each once
    bool has_words = false;       // "word" was among the names
    std::optional<std::size_t> count;
};

enum class Words { refused, allowed };

// Names with commas between them and, behind a colon, how many values of each, from 1 to `most`. Throws
// Error(usage) that names the option.
FieldList read_field_list(const std::string& text, const std::string& option, std::size_t most,
                          Words words = Words::refused);

}  // namespace broadsheet
