#include "corpus/formats/json/lines.h"

#include "corpus/formats/json/record.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

std::size_t end_of_line(std::string_view bytes, std::size_t seen) {
    const std::size_t found = bytes.find('\n', seen);
    return found == std::string_view::npos ? not_yet : found + 1;
}

std::string_view without_line_end(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

class JsonLinesFormat : public Format {
public:
    explicit JsonLinesFormat(const ReadOptions& options)
        : records_(options.mapping), largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        if (input.peek(3).starts_with("\xef\xbb\xbf")) input.consume(3);
        for (std::uint64_t number = 1;; ++number) {
            const Record record = next_record(input, largest_, end_of_line);
            if (record.state == RecordState::none) return true;
            if (record.state == RecordState::cut_off && !input.failure().empty()) return true;
            const bool going_on = record.state == RecordState::too_large
                                      ? sink.problem(number, too_large(largest_))
                                      : line(number, without_line_end(record.bytes), sink);
            if (!going_on) return false;
            input.consume(record.bytes.size());
        }
    }

private:
    bool line(std::uint64_t number, std::string_view line, RecordSink& sink) {
        if (line.find_first_not_of(" \t\r\x1e") == std::string_view::npos) return true;
        std::string problem;
        std::optional<Article> article = records_.read(line, problem);
        return article ? sink.article(number, std::move(*article)) : sink.problem(number, std::move(problem));
    }

    JsonRecords records_;
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_json_lines_format(const ReadOptions& options) {
    return std::make_unique<JsonLinesFormat>(options);
}

}  // namespace broadsheet
