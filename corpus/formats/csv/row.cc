#include "corpus/formats/csv/row.h"

#include <algorithm>

#include "corpus/records.h"

namespace broadsheet {

namespace {

// True when the quote at `at` closes its field. Spreadsheets leave blanks behind it.
bool closes(std::string_view text, std::size_t at, char delimiter) {
    std::size_t next = at + 1;
    while (next < text.size() && text[next] == ' ' && delimiter != ' ')
        ++next;
    return next >= text.size() || text[next] == delimiter || text[next] == '\n' || text[next] == '\r';
}

}  // namespace

std::size_t CsvRowEnd::operator()(std::string_view bytes, std::size_t seen) {
    if (seen < size_) {
        quote_ -= std::min(quote_, size_ - seen);
        at_ -= std::min(at_, size_ - seen);
    }
    size_ = bytes.size();
    if (!dialect_.quotes) return end_of_line(bytes, seen);
    while (at_ < bytes.size()) {
        if (quoted_ && at_ - quote_ > longest_quoted) {
            quoted_ = false;
            gave_up_ = true;
            scanned_ = at_;
            const std::size_t line_end = bytes.find('\n');
            if (line_end < at_) return line_end + 1;
        } else if (quoted_) {
            at_ = std::min(bytes.find_first_of(dialect_.backslash ? "\"\\" : "\"", at_), bytes.size());
            // What follows decides: it must be there.
            if (at_ + 2 >= bytes.size()) {
                if (at_ + 2 == bytes.size() && bytes[at_] == '"' && bytes[at_ + 1] == '\n') return at_ + 2;
                return not_yet;
            }
            if (bytes[at_] == '\\') {
                at_ += 2;
            } else if (bytes[at_ + 1] == '"' && !dialect_.backslash) {
                at_ += 2;
            } else {
                quoted_ = !closes(bytes, at_, dialect_.delimiter);
                ++at_;
            }
            continue;
        }
        const char c = bytes[at_++];
        if (c == '\n') return at_;
        if (c == '"' && field_begins_) {
            quoted_ = true;
            quote_ = at_;
            field_begins_ = false;
        } else {
            field_begins_ = c == dialect_.delimiter || (field_begins_ && c == ' ');
        }
    }
    return not_yet;
}

std::vector<std::string> csv_fields(std::string_view row, CsvDialect dialect) {
    row = without_line_end(row);
    std::vector<std::string> fields;
    std::size_t at = 0;
    for (;;) {
        std::string field;
        std::size_t begin = at;
        while (begin < row.size() && row[begin] == ' ')
            ++begin;
        if (dialect.quotes && begin < row.size() && row[begin] == '"') {
            for (at = begin + 1; at < row.size(); ++at) {
                const bool pair = at + 1 < row.size() &&
                                  (dialect.backslash ? row[at] == '\\' : row[at] == '"') &&
                                  (dialect.backslash || row[at + 1] == '"');
                if (pair) {
                    field += row[++at];
                } else if (row[at] == '"' && closes(row, at, dialect.delimiter)) {
                    break;
                } else {
                    field += row[at];
                }
            }
            at = std::min(row.find(dialect.delimiter, at), row.size());
        } else {
            const std::size_t end = std::min(row.find(dialect.delimiter, at), row.size());
            field = row.substr(at, end - at);
            at = end;
        }
        fields.push_back(std::move(field));
        if (at >= row.size()) return fields;
        ++at;
    }
}

}  // namespace broadsheet
