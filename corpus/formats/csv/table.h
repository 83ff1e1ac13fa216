// What the begin of a table tells: its dialect, and which column is which field.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/csv/row.h"
#include "corpus/formats/json/fields.h"

namespace broadsheet {

// The dialect of a table that `head`, the begin of a file, can be; nothing when it is none: several columns
// in every row, and a header that names fields or text in the columns. Where `certain`, a table it is, and
// only the dialect is asked for.
std::optional<CsvDialect> csv_dialect(std::string_view head, bool certain);

struct CsvColumns {
    bool header = false;                                   // the first row is one
    std::size_t count = 0;                                 // of columns
    std::vector<std::pair<std::size_t, FieldId>> columns;  // what they mean, one for each field
};

// By the names in the first row, what the user maps (to names, or to numbers counted from 1) first of all.
// Without a header, by what the columns hold: the longest texts are the body, and so on.
CsvColumns csv_columns(std::string_view head, CsvDialect dialect, JsonFields& names);

}  // namespace broadsheet
