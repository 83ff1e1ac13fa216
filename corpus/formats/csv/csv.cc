#include "corpus/formats/csv/csv.h"

#include <algorithm>

#include "corpus/charset.h"
#include "corpus/formats/csv/table.h"
#include "corpus/formats/fill.h"
#include "corpus/records.h"
#include "corpus/sniff.h"

namespace broadsheet {

namespace {

class CsvFormat : public Format {
public:
    explicit CsvFormat(const ReadOptions& options)
        : names_(options.mapping), largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        if (input.peek(3).starts_with("\xef\xbb\xbf")) input.consume(3);
        const std::string_view head = input.peek(sniffed_bytes).substr(0, sniffed_bytes);
        dialect_ = csv_dialect(head, true).value_or(CsvDialect{});
        table_ = csv_columns(head, dialect_, names_);
        if (table_.columns.empty())
            return sink.problem(0, "no column with a title or a text; --map title=1,body=2 says which are");
        std::uint64_t consumed = 0;
        std::uint64_t wasted = 0;
        for (std::uint64_t number = 1;; ++number) {
            CsvRowEnd end(dialect_);
            const Record record = next_record(input, largest_, end);
            if (record.state == RecordState::none) return true;
            const bool cut_off = record.state == RecordState::cut_off;
            if (cut_off && !input.failure().empty()) return true;
            if (record.state == RecordState::too_large) {
                if (!sink.problem(number, too_large(largest_))) return false;
                continue;
            }
            std::string_view row = record.bytes;
            const bool literal = cut_off || end.gave_up();
            if ((number > 1 || !table_.header) && !this->row(number, row, literal, sink)) return false;
            input.consume(row.size());
            consumed += row.size();
            wasted += std::max(end.scanned(), record.bytes.size()) - row.size();
            // Looking for the ends of quotes that have none must not take time without bounds.
            if (wasted > allowed_waste + 4 * consumed) dialect_.quotes = false;
        }
    }

private:
    static constexpr std::uint64_t allowed_waste = std::uint64_t{16} << 20;

    // `row` becomes the bytes that the record really is: one line where a quote has run on. `suspect`: it has
    // no end at all.
    bool row(std::uint64_t number, std::string_view& row, bool suspect, RecordSink& sink) {
        if (row.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;
        std::vector<std::string> cells = csv_fields(row, dialect_);
        const std::string_view line = row.substr(0, std::min(row.find('\n'), row.size() - 1) + 1);
        if (cells.size() != table_.count && (suspect || line.size() < row.size())) {
            CsvDialect literal = dialect_;
            literal.quotes = false;
            std::vector<std::string> split = csv_fields(line, literal);
            if (split.size() == table_.count || suspect) {
                cells = std::move(split);
                row = line;
            }
        }
        if (cells.size() > table_.count) {
            return sink.problem(number, std::to_string(cells.size()) + " columns, not " +
                                            std::to_string(table_.count) + " as in the first row");
        }
        Article article;
        for (const auto& [column, field] : table_.columns) {
            if (column >= cells.size()) continue;
            std::string storage;
            fill_field(article, field, as_utf8(cells[column], storage));
        }
        article.original = row;
        article.media_type = dialect_.delimiter == '\t' ? "text/tab-separated-values" : "text/csv";
        return sink.article(number, std::move(article));
    }

    JsonFields names_;
    std::uint64_t largest_;
    CsvDialect dialect_;
    CsvColumns table_;
};

}  // namespace

std::unique_ptr<Format> make_csv_format(const ReadOptions& options) {
    return std::make_unique<CsvFormat>(options);
}

}  // namespace broadsheet
