#include "corpus/formats/json/lines.h"

#include "corpus/formats/json/record.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

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
