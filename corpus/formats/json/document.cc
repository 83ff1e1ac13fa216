#include "corpus/formats/json/document.h"

#include "corpus/formats/json/outline.h"
#include "corpus/formats/json/record.h"
#include "corpus/formats/json/value_end.h"
#include "corpus/language_code.h"
#include "corpus/normalise.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

// As much of an object is looked at to decide whether it is an article or holds articles.
constexpr std::size_t outlined_bytes = std::size_t{1} << 20;

// A JSON string as one line; empty when it is broken.
std::string json_string(std::string_view quoted) {
    simdjson::dom::parser parser;
    std::string_view text;
    if (parser.parse(quoted.data(), quoted.size(), true).get(text) != simdjson::SUCCESS) return {};
    return normalise_line(text);
}

// Reads one document; made anew for each, so that nothing is left over from the last.
class DocumentReader {
public:
    DocumentReader(JsonRecords& records, std::uint64_t largest, Input& input, RecordSink& sink)
        : records_(records), largest_(largest), input_(input), sink_(sink) {}

    // False when the sink said stop.
    bool read() {
        if (input_.peek(3).starts_with("\xef\xbb\xbf")) input_.consume(3);
        while (!ended_) {
            const char first = next_byte("");
            if (first == '[') {
                input_.consume(1);
                elements(Which::all);
            } else if (first == '{' && holds_articles(input_.peek(outlined_bytes), records_.fields())) {
                holder(1);
            } else if (first == '{') {
                record();
            } else if (first != '\0') {
                give_up("broken JSON: begins with neither { nor [");
            }
        }
        return !stopped_;
    }

private:
    enum class Which {
        all,       // every element is a record
        articles,  // only when the first is an article
    };

    // The next byte that is no white space and not in `separators`, without consuming it; 0 at the end.
    char next_byte(std::string_view separators) {
        for (;;) {
            const std::string_view window = input_.window();
            for (std::size_t at = 0; at < window.size(); ++at) {
                const char c = window[at];
                if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\x1e' || c == '\0' ||
                    separators.find(c) != std::string_view::npos) {
                    continue;
                }
                input_.consume(at);
                return c;
            }
            input_.consume(window.size());
            if (!input_.more()) {
                ended_ = true;
                return '\0';
            }
        }
    }

    void tell(std::string what) {
        if (!sink_.problem(number_, std::move(what))) ended_ = stopped_ = true;
    }

    // What follows can not be told apart any more.
    void give_up(const std::string& what) {
        if (stopped_) return;
        number_ = 0;
        tell(what + "; the rest was not read");
        ended_ = true;
    }

    void give_up_at_end() {
        if (input_.failure().empty()) give_up("broken JSON: ends too early");
        ended_ = true;
    }

    void record() {
        ++number_;
        const Record record = next_record(input_, largest_, JsonValueEnd());
        if (record.state == RecordState::too_large) {
            tell(too_large(largest_));
            return;
        }
        // At the very end, a bare value has nothing after it to end it; everything else is cut off.
        if (record.state == RecordState::cut_off &&
            (record.bytes.starts_with('{') || record.bytes.starts_with('['))) {
            give_up_at_end();
            return;
        }
        std::string problem;
        std::optional<Article> article = records_.read(record.bytes, problem);
        if (article) add_of_feed(*article);
        const bool go_on = article ? sink_.article(number_, std::move(*article))
                                   : sink_.problem(number_, std::move(problem));
        if (!go_on) ended_ = stopped_ = true;
        input_.consume(record.bytes.size());
    }

    // What a JSON Feed says of itself holds for its items.
    void add_of_feed(Article& article) const {
        if (feed_version_.find("jsonfeed.org/version/") == std::string::npos) return;
        if (!feed_title_.empty()) article.source = feed_title_;
        if (article.language.empty()) article.language = feed_language_;
    }

    // Reads on over a member of the document itself, and keeps what a feed says of itself.
    void member(std::string_view name) {
        std::string* const kept = name == "version"    ? &feed_version_
                                  : name == "title"    ? &feed_title_
                                  : name == "language" ? &feed_language_
                                                       : nullptr;
        if (kept == nullptr || next_byte("") != '"') return skip_value();
        const Record value = next_record(input_, longest_name, JsonValueEnd());
        if (value.state == RecordState::too_large) return;
        if (value.state != RecordState::whole) return give_up_at_end();
        *kept = json_string(value.bytes);
        if (kept == &feed_language_) *kept = language_code(*kept);
        input_.consume(value.bytes.size());
    }

    void skip_value() {
        if (next_record(input_, 0, JsonValueEnd()).state != RecordState::too_large) ended_ = true;
    }

    // Behind the opening bracket.
    void elements(Which which) {
        bool wanted = true;
        for (bool first = true; !ended_; first = false) {
            const char c = next_byte(",");
            if (c == '\0') return give_up_at_end();
            if (c == ']') return input_.consume(1);
            if (c == '}' || c == ':') return give_up("broken JSON: a bracket or comma is missing");
            if (first && which == Which::articles) {
                wanted = c == '{' && is_article(input_.peek(outlined_bytes), records_.fields());
            }
            if (wanted) {
                record();
            } else {
                skip_value();
            }
        }
    }

    // An object that holds articles somewhere inside.
    void holder(int depth) {
        input_.consume(1);
        while (!ended_) {
            char c = next_byte(",");
            if (c == '\0') return give_up_at_end();
            if (c == '}') return input_.consume(1);
            if (c != '"') return give_up("broken JSON: a member has no name");
            const Record name = next_record(input_, longest_name, JsonValueEnd());
            if (name.state != RecordState::whole) return give_up("broken JSON: a member's name does not end");
            const std::string bare(name.bytes.substr(1, name.bytes.size() - 2));
            const bool possible = can_hold_articles(bare, records_.fields());
            input_.consume(name.bytes.size());
            if (next_byte("") != ':') return give_up("broken JSON: a member has no value");
            input_.consume(1);
            c = next_byte("");
            if (possible && c == '[') {
                input_.consume(1);
                elements(Which::articles);
            } else if (possible && c == '{' && depth < deepest_holder) {
                holder(depth + 1);
            } else if (c == '\0' || c == '}' || c == ']' || c == ',') {
                return give_up("broken JSON: a member has no value");
            } else if (depth == 1) {
                member(bare);
            } else {
                skip_value();
            }
        }
    }

    static constexpr std::uint64_t longest_name = 4096;

    JsonRecords& records_;
    std::uint64_t largest_;
    Input& input_;
    RecordSink& sink_;
    std::uint64_t number_ = 0;
    std::string feed_version_;
    std::string feed_title_;
    std::string feed_language_;
    bool ended_ = false;    // nothing more is read
    bool stopped_ = false;  // because the sink said so
};

class JsonDocumentFormat : public Format {
public:
    explicit JsonDocumentFormat(const ReadOptions& options)
        : records_(options.mapping), largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        return DocumentReader(records_, largest_, input, sink).read();
    }

private:
    JsonRecords records_;
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_json_document_format(const ReadOptions& options) {
    return std::make_unique<JsonDocumentFormat>(options);
}

}  // namespace broadsheet
