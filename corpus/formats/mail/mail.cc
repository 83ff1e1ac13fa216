#include "corpus/formats/mail/mail.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/formats/mail/message.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

std::string_view without_blank_lines(std::string_view bytes) {
    return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
}

// "From jane@example.org Wed Jan 24 10:15:30 2024"; a sentence may begin with "From", too.
bool is_envelope(std::string_view line) {
    while (line.ends_with('\r') || line.ends_with(' '))
        line.remove_suffix(1);
    const bool ends_with_year = !line.empty() && line.back() >= '0' && line.back() <= '9';
    return line.starts_with("From ") && line.find(':') != std::string_view::npos && ends_with_year;
}

std::size_t count_of(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

// The end of a message in a mailbox: before a line "From ..." that follows an empty one.
class MessageEnd {
public:
    explicit MessageEnd(bool mailbox) : mailbox_(mailbox) {}

    std::size_t operator()(std::string_view bytes, std::size_t seen) const {
        constexpr std::string_view mark = "\nFrom ";
        if (!mailbox_) return not_yet;
        for (std::size_t at = bytes.find(mark, from(seen)); at != std::string_view::npos;
             at = bytes.find(mark, at + 1)) {
            const std::string_view before = bytes.substr(0, at);
            const std::size_t line_end = bytes.find('\n', at + 1);
            if (line_end == std::string_view::npos) return not_yet;
            if (!is_envelope(bytes.substr(at + 1, line_end - at - 1))) continue;
            if (before.ends_with('\n') || before.ends_with("\n\r")) return at + 1;
        }
        return not_yet;
    }

private:
    // A line that is not whole at first is looked at again.
    static std::size_t from(std::size_t seen) {
        constexpr std::size_t longest_line = 1000;
        return seen < longest_line ? 0 : seen - longest_line;
    }

    bool mailbox_;
};

class MailFormat : public Format {
public:
    explicit MailFormat(const ReadOptions& options) : largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        const std::string_view head = input.peek(4096);
        input.consume(head.size() - without_blank_lines(head).size());
        const bool mailbox = input.peek(5).starts_with("From ");
        for (std::uint64_t number = 1;; ++number) {
            const Record record = next_record(input, largest_, MessageEnd(mailbox));
            if (record.state == RecordState::none) return true;
            if (record.state == RecordState::cut_off && !input.failure().empty()) return true;
            const bool going_on = record.state == RecordState::too_large
                                      ? sink.problem(number, too_large(largest_))
                                      : message(number, record.bytes, sink);
            if (!going_on) return false;
            input.consume(record.bytes.size());
        }
    }

private:
    // Parts lie in one another, and GMime goes into each of them.
    static constexpr std::size_t most_multiparts = 100;

    bool message(std::uint64_t number, std::string_view bytes, RecordSink& sink) {
        std::string_view text = bytes;
        if (text.starts_with("From ")) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        if (count_of(text, "oundary=") > most_multiparts)
            return sink.problem(number, "mail with too many parts in parts");
        std::string problem;
        std::optional<Article> article = messages_.read(text, problem);
        if (!article) return sink.problem(number, std::move(problem));
        article->original = bytes;
        article->media_type = "message/rfc822";
        return sink.article(number, std::move(*article));
    }

    MailMessages messages_;
    std::uint64_t largest_;
};

}  // namespace

bool looks_like_mail(std::string_view head) {
    constexpr std::array<std::string_view, 13> telling{
        "received", "return-path",  "delivered-to", "message-id",  "mime-version", "newsgroups",
        "path",     "content-type", "references",   "in-reply-to", "x-received",   "nntp-posting-host",
        "to"};
    std::string_view rest = without_blank_lines(head.substr(0, 16 << 10));
    if (rest.starts_with("From ")) rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    std::size_t found = 0;
    bool sender = false;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line == "\r") break;
        if (line.front() == ' ' || line.front() == '\t') continue;
        const std::size_t colon = line.find(':');
        const std::string name = ascii_lower(line.substr(0, std::min(colon, line.size())));
        if (colon == std::string_view::npos || name.find_first_of(" \t<>()") != std::string::npos)
            return false;
        if (std::find(telling.begin(), telling.end(), name) != telling.end()) ++found;
        sender = sender || name == "from" || name == "subject";
        if (found >= 2 && sender) return true;
    }
    return false;
}

std::unique_ptr<Format> make_mail_format(const ReadOptions& options) {
    return std::make_unique<MailFormat>(options);
}

}  // namespace broadsheet
