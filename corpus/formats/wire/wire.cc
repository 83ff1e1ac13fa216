#include "corpus/formats/wire/wire.h"

#include <algorithm>

#include "corpus/charset.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

constexpr char start_of_header = '\x01';
constexpr char start_of_text = '\x02';
constexpr char end_of_transmission = '\x04';
constexpr char synchronous_idle = '\x16';
constexpr char unit_separator = '\x1f';

std::string_view without_lead(std::string_view head) {
    std::size_t at = 0;
    while (at < head.size() &&
           (head[at] == synchronous_idle || head[at] == ' ' || head[at] == '\r' || head[at] == '\n'))
        ++at;
    return head.substr(at);
}

// A message ends with EOT, or before the next one begins.
std::size_t end_of_message(std::string_view bytes, std::size_t seen) {
    const std::size_t begin = bytes.find(start_of_header);
    const std::size_t from = std::max(seen, begin == std::string_view::npos ? seen : begin + 1);
    for (std::size_t at = from; at < bytes.size(); ++at) {
        if (bytes[at] == end_of_transmission) return at + 1;
        if (bytes[at] == start_of_header && begin != std::string_view::npos) return at;
    }
    return not_yet;
}

class WireFormat : public Format {
public:
    explicit WireFormat(const ReadOptions& options) : largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        for (std::uint64_t number = 1;; ++number) {
            const Record record = next_record(input, largest_, end_of_message);
            if (record.state == RecordState::none) return number > 1 || sink.problem(0, "no message in it");
            if (record.state == RecordState::cut_off && !input.failure().empty()) return true;
            if (record.state == RecordState::too_large) {
                if (!sink.problem(number, too_large(largest_))) return false;
                continue;
            }
            if (!message(number, record.bytes, sink)) return false;
            input.consume(record.bytes.size());
        }
    }

private:
    static bool message(std::uint64_t number, std::string_view bytes, RecordSink& sink) {
        const std::optional<WireKind> kind = wire_kind(bytes);
        if (!kind) {
            const bool nothing =
                bytes.find_first_not_of(" \r\n\x16\x03\x04\x7f\x1f\x0c") == std::string_view::npos;
            return nothing || sink.problem(number, "not a wire message");
        }
        std::string storage;
        const std::string_view text = as_utf8(bytes, storage);
        Article article = *kind == WireKind::anpa ? read_anpa(text) : read_iptc7901(text);
        article.original = bytes;
        article.media_type = *kind == WireKind::anpa ? "text/vnd.iptc.anpa" : "text/vnd.iptc.7901";
        return sink.article(number, std::move(article));
    }

    std::uint64_t largest_;
};

}  // namespace

std::optional<WireKind> wire_kind(std::string_view head) {
    constexpr std::size_t longest_header = 2048;
    const std::string_view message = without_lead(head.substr(0, longest_header));
    if (!message.starts_with(start_of_header)) return std::nullopt;
    const std::size_t text = message.find(start_of_text);
    if (text == std::string_view::npos) return std::nullopt;
    const bool anpa = message.substr(0, text).find(unit_separator) != std::string_view::npos;
    return anpa ? WireKind::anpa : WireKind::iptc7901;
}

std::unique_ptr<Format> make_wire_format(const ReadOptions& options) {
    return std::make_unique<WireFormat>(options);
}

}  // namespace broadsheet
