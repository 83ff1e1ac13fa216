// The rows of a table in text, such as CSV.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct CsvDialect {
    char delimiter = ',';
    bool quotes = true;      // "a ""quoted"" field", over several lines perhaps
    bool backslash = false;  // a quote inside of quotes is \", not ""
};

// For next_record(): the end of one row, line breaks inside of quotes belonging to it. A quote opens a field
// only at its begin, and closes it only before a delimiter or a line's end. A field of more than
// longest_quoted bytes had a quote by mistake: then the row ends with its first line.
class CsvRowEnd {
public:
    static constexpr std::size_t longest_quoted = std::size_t{1} << 20;

    explicit CsvRowEnd(CsvDialect dialect) : dialect_(dialect) {}

    std::size_t operator()(std::string_view bytes, std::size_t seen);

    // A quote had no end: it is part of the text.
    bool gave_up() const { return gave_up_; }
    // How many bytes were looked at.
    std::size_t scanned() const { return scanned_; }

private:
    CsvDialect dialect_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    bool quoted_ = false;
    std::size_t quote_ = 0;  // where it opened
    bool field_begins_ = true;
    bool gave_up_ = false;
    std::size_t scanned_ = 0;
};

// The fields of one row, which may end with its line break.
std::vector<std::string> csv_fields(std::string_view row, CsvDialect dialect);

}  // namespace broadsheet
