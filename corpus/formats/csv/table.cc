#include "corpus/formats/csv/table.h"

#include <algorithm>
#include <array>

#include "corpus/charset.h"
#include "corpus/dates.h"
#include "corpus/normalise.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

using Row = std::vector<std::string>;

// The first rows, without one that is cut off.
std::vector<Row> first_rows(std::string_view head, CsvDialect dialect) {
    constexpr std::size_t most = 50;
    std::vector<Row> rows;
    const bool whole = head.ends_with('\n');
    while (!head.empty() && rows.size() < most) {
        std::size_t end = CsvRowEnd(dialect)(head, 0);
        if (end == not_yet) {
            if (!whole && !rows.empty()) break;
            end = head.size();
        }
        Row fields = csv_fields(head.substr(0, end), dialect);
        if (fields.size() > 1 || !fields.front().empty()) rows.push_back(std::move(fields));
        head.remove_prefix(end);
    }
    return rows;
}

std::size_t known_names(const Row& row) {
    return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const std::string& name) {
        return known_field_name(normalise_line(name)).has_value();
    }));
}

bool is_header(const Row& row) {
    constexpr std::size_t longest_name = 40;
    const bool short_names = std::all_of(row.begin(), row.end(),
                                         [](const std::string& name) { return name.size() <= longest_name; });
    const std::size_t known = known_names(row);
    return short_names && known >= 1 && (known >= 2 || known * 3 >= row.size());
}

struct Column {
    std::size_t bytes = 0;
    std::size_t longest = 0;
    std::size_t dates = 0;
    std::size_t addresses = 0;
};

std::vector<Column> described(const std::vector<Row>& rows) {
    std::vector<Column> columns(rows.empty() ? 0 : rows.front().size());
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < std::min(columns.size(), row.size()); ++i) {
            columns[i].bytes += row[i].size();
            columns[i].longest = std::max(columns[i].longest, row[i].size());
            if (row[i].size() >= 8 && row[i].size() < 40 && parse_date(row[i])) ++columns[i].dates;
            if (row[i].starts_with("http://") || row[i].starts_with("https://")) ++columns[i].addresses;
        }
    }
    return columns;
}

// Of a table whose rows are alike; 0 where they are not. Text in quotes counts for more than chance.
std::size_t likeness(const std::vector<Row>& rows) {
    if (rows.size() < 2 || rows.front().size() < 2) return 0;
    const std::size_t columns = rows.front().size();
    const auto alike = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.size() == columns; }));
    return alike * 5 >= rows.size() * 4 ? std::min<std::size_t>(columns, 50) : 0;
}

void guess(const std::vector<Row>& rows, CsvColumns& table) {
    const std::vector<Column> columns = described(rows);
    constexpr std::size_t shortest_text = 12;  // bytes on average
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t body = none;
    std::size_t title = none;
    const auto mostly = [&](std::size_t count) { return count * 2 > rows.size(); };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (mostly(columns[i].addresses)) {
            table.columns.emplace_back(i, FieldId::url);
        } else if (mostly(columns[i].dates)) {
            table.columns.emplace_back(i, FieldId::date);
        } else if (body == none || columns[i].bytes > columns[body].bytes) {
            body = i;
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool taken = std::any_of(table.columns.begin(), table.columns.end(),
                                       [&](const auto& column) { return column.first == i; });
        if (i == body || taken || columns[i].bytes < shortest_text * rows.size()) continue;
        if (title == none || columns[i].bytes > columns[title].bytes) title = i;
    }
    if (body != none && columns[body].bytes < shortest_text * rows.size()) body = none;
    if (body != none) table.columns.emplace_back(body, FieldId::body);
    if (title != none) table.columns.emplace_back(title, FieldId::title);
}

}  // namespace

std::optional<CsvDialect> csv_dialect(std::string_view head, bool certain) {
    std::string storage;
    head = as_utf8(head, storage);
    std::optional<CsvDialect> best;
    std::size_t best_score = 0;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        CsvDialect dialect{delimiter, true, false};
        dialect.backslash =
            head.find("\\\"") != std::string_view::npos && head.find("\"\"") == std::string_view::npos;
        // Tables with tabs often have no quotes: one at a field's begin is part of a text then.
        if (delimiter == '\t')
            dialect.quotes =
                head.find("\t\"") != std::string_view::npos && head.find("\"\t") != std::string_view::npos;
        const std::vector<Row> rows = first_rows(head, dialect);
        if (rows.empty() || rows.front().size() < 2) continue;
        std::size_t score = likeness(rows);
        if (is_header(rows.front())) {
            score += 100 * known_names(rows.front());
        } else if (!certain && (delimiter != '\t' || rows.size() < 5)) {
            continue;  // commas and semicolons stand in every text
        }
        if (score > best_score) {
            best = dialect;
            best_score = score;
        }
    }
    if (!best && certain) best = CsvDialect{};
    return best;
}

CsvColumns csv_columns(std::string_view head, CsvDialect dialect, JsonFields& names) {
    std::string storage;
    const std::vector<Row> rows = first_rows(as_utf8(head, storage), dialect);
    CsvColumns table;
    if (rows.empty()) return table;
    const Row& first = rows.front();
    table.count = first.size();
    std::array<std::optional<std::pair<std::size_t, int>>, fields.size()> chosen{};
    const auto offer = [&](std::size_t column, FieldName field) {
        auto& held = chosen[static_cast<std::size_t>(field.field)];
        if (!held || field.rank < held->second) held = {column, field.rank};
    };
    bool mapped = false;
    table.header = is_header(first);
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (const auto number = names.field_of(std::to_string(i + 1)); number && number->rank < 0) {
            offer(i, *number);
            mapped = true;
        }
        const auto name = names.field_of(normalise_line(first[i]));
        if (name && (table.header || name->rank < 0)) offer(i, *name);
        if (name && name->rank < 0) table.header = mapped = true;
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i]) table.columns.emplace_back(chosen[i]->first, static_cast<FieldId>(i));
    }
    if (!table.header && !mapped) guess(rows, table);
    return table;
}

}  // namespace broadsheet
