#include <algorithm>
#include <charconv>
#include <optional>

#include "corpus/formats/web/blocks_of_length.h"
#include "corpus/formats/web/http.h"
#include "corpus/formats/web/warc.h"
#include "corpus/formats/web/web_records.h"
#include "corpus/normalise.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

// "http://example.org/ 93.184.216.119 20140216050221 text/html 1591"; version 2 has four words more before
// the length. Addresses may have blanks in them, so that words count from the end.
struct ArcLine {
    std::string url;
    std::string type;
    std::optional<std::uint64_t> length;
};

bool is_date(std::string_view word) {
    return word.size() >= 8 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<ArcLine> arc_line(std::string_view line) {
    constexpr std::size_t longest = 16 << 10;
    std::vector<std::string_view> words;
    line = without_line_end(line);
    if (line.size() > longest) return std::nullopt;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    for (const std::size_t behind : {std::size_t{3}, std::size_t{8}}) {
        if (words.size() < behind + 2) continue;
        const std::size_t date = words.size() - behind;
        if (!is_date(words[date])) continue;
        ArcLine result;
        const std::string_view last = words.back();
        std::uint64_t length = 0;
        const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), length);
        if (error == std::errc{} && end == last.data() + last.size()) result.length = length;
        result.type = words[date + 1];
        for (std::size_t i = 0; i + 1 < date; ++i)
            result.url += (i == 0 ? "" : " ") + std::string(words[i]);
        if (result.url.find(':') == std::string::npos) return std::nullopt;
        return result;
    }
    return std::nullopt;
}

bool begins_record(std::string_view bytes) {
    constexpr std::size_t longest = 4096;
    const std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), longest));
    return (line.starts_with("http") || line.starts_with("dns:") || line.starts_with("filedesc:") ||
            line.starts_with("ftp")) &&
           arc_line(line).has_value();
}

class ArcFormat : public Format {
public:
    explicit ArcFormat(const ReadOptions& options) : web_(options), largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        web_.begin_file();
        std::uint64_t number = 0;
        for (;;) {
            const Record record = next_record(input, longest_line, end_of_line);
            if (record.state == RecordState::none) break;
            if (record.state == RecordState::cut_off && !input.failure().empty()) return true;
            if (record.state == RecordState::too_large) continue;
            const std::optional<ArcLine> line = arc_line(record.bytes);
            input.consume(record.bytes.size());
            if (line && !this->record(++number, *line, input, sink)) return false;
        }
        return !input.failure().empty() || web_.end_file(sink);
    }

private:
    static constexpr std::uint64_t longest_line = 64 << 10;

    bool record(std::uint64_t number, const ArcLine& line, Input& input, RecordSink& sink) {
        if (!line.length) return sink.problem(number, "broken ARC: a record without a length");
        const LengthBlock block = block_of_length(input, *line.length, largest_, begins_record);
        return web_.record(number, block, "ARC", input, sink,
                           [&](std::string_view bytes, RecordSink& articles) {
                               return content(number, line, bytes, articles);
                           });
    }

    bool content(std::uint64_t number, const ArcLine& line, std::string_view bytes, RecordSink& sink) {
        if (bytes.starts_with("HTTP/")) return web_.response(number, bytes, normalise_line(line.url), sink);
        web_.passed_over().add(line.url.starts_with("http") ? "record without an answer" : "description");
        return true;
    }

    WebRecords web_;
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_arc_format(const ReadOptions& options) {
    return std::make_unique<ArcFormat>(options);
}

}  // namespace broadsheet
