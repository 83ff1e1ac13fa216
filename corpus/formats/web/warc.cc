#include "corpus/formats/web/warc.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "corpus/formats/web/blocks_of_length.h"
#include "corpus/formats/web/http.h"
#include "corpus/formats/web/web_records.h"
#include "corpus/normalise.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

bool begins_record(std::string_view bytes) {
    return bytes.starts_with("WARC/0.") || bytes.starts_with("WARC/1.");
}

// Up to and with the empty line.
std::size_t end_of_header(std::string_view bytes, std::size_t seen) {
    std::size_t at = seen < 4 ? 0 : seen - 4;
    for (at = bytes.find('\n', at); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        const std::string_view rest = bytes.substr(at + 1, 2);
        if (rest.starts_with('\n')) return at + 2;
        if (rest == "\r\n") return at + 3;
    }
    return not_yet;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Some crawlers put the address into angle brackets.
std::string address_in(std::string_view text) {
    if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
    return normalise_line(text);
}

class WarcFormat : public Format {
public:
    explicit WarcFormat(const ReadOptions& options) : web_(options), largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        web_.begin_file();
        for (std::uint64_t number = 1;; ++number) {
            if (!skip_to_record(input)) break;
            const Record header = next_record(input, largest_header, end_of_header);
            if (header.state == RecordState::too_large) {
                if (!sink.problem(number, "broken WARC: a header without an end")) return false;
                continue;
            }
            if (header.state == RecordState::cut_off) {
                if (!input.failure().empty()) return true;
                return sink.problem(number, "broken WARC: ends inside of a header");
            }
            std::string header_bytes(header.bytes);
            input.consume(header.bytes.size());
            if (!this->record(number, header_bytes, input, sink)) return false;
        }
        return !input.failure().empty() || web_.end_file(sink);
    }

private:
    static constexpr std::uint64_t largest_header = std::uint64_t{1} << 20;

    // To the next line that begins a record; what stands before it is between records.
    static bool skip_to_record(Input& input) {
        for (;;) {
            const std::string_view window = input.peek(largest_line);
            if (begins_record(window)) return true;
            if (window.empty()) return false;
            const std::size_t line = window.find('\n');
            input.consume(line == std::string_view::npos ? window.size() : line + 1);
        }
    }
    static constexpr std::size_t largest_line = 64;

    bool record(std::uint64_t number, std::string_view header_bytes, Input& input, RecordSink& sink) {
        header_bytes.remove_prefix(header_bytes.find('\n') + 1);
        const HeaderLines header(header_bytes);
        const std::optional<std::uint64_t> length = number_in(header.value("Content-Length"));
        const LengthBlock block = block_of_length(input, length.value_or(0), largest_, begins_record);
        return web_.record(number, block, "WARC", input, sink,
                           [&](std::string_view bytes, RecordSink& articles) {
                               return content(number, header, bytes, articles);
                           });
    }

    bool content(std::uint64_t number, const HeaderLines& header, std::string_view bytes, RecordSink& sink) {
        const std::string_view kind = header.value("WARC-Type");
        const std::string url = address_in(header.value("WARC-Target-URI"));
        std::string type;
        std::string charset;
        read_content_type(header.value("Content-Type"), type, charset);
        if (kind == "response" && bytes.starts_with("HTTP/")) return web_.response(number, bytes, url, sink);
        if (kind == "response" && url.starts_with("http")) return web_.response(number, bytes, url, sink);
        if (kind == "resource") return web_.body(number, bytes, url, type, charset, sink);
        web_.passed_over().add(kind.empty() ? "record without a type" : std::string(kind.substr(0, 40)));
        return true;
    }

    WebRecords web_;
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_warc_format(const ReadOptions& options) {
    return std::make_unique<WarcFormat>(options);
}

}  // namespace broadsheet
