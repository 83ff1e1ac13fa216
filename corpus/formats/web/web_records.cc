#include "corpus/formats/web/web_records.h"

#include <algorithm>
#include <array>

#include "corpus/formats/registry.h"
#include "corpus/formats/web/http.h"
#include "corpus/html/page.h"
#include "corpus/memory_source.h"
#include "corpus/sniff.h"

namespace broadsheet {

namespace {

// For a record that is cut off, which is told anyway: what can be read of it counts, and nothing else is
// said.
class ArticlesOnly : public RecordSink {
public:
    explicit ArticlesOnly(RecordSink& sink) : sink_(sink) {}
    bool article(std::uint64_t record, Article&& article) override {
        return sink_.article(record, std::move(article));
    }
    bool problem(std::uint64_t, std::string) override { return true; }

private:
    RecordSink& sink_;
};

// Gives all that a format finds the number of the record that it was in.
class Renumbered : public RecordSink {
public:
    Renumbered(RecordSink& sink, std::uint64_t record) : sink_(sink), record_(record) {}

    bool article(std::uint64_t, Article&& article) override {
        return sink_.article(record_, std::move(article));
    }
    bool problem(std::uint64_t, std::string what) override { return sink_.problem(record_, std::move(what)); }

private:
    RecordSink& sink_;
    std::uint64_t record_;
};

bool is_html(std::string_view type) {
    return type == "text/html" || type == "application/xhtml+xml";
}

// What collections of news are served as.
bool may_be_collection(std::string_view type) {
    return type.ends_with("xml") || type.ends_with("json") || type == "text/plain" || type.empty();
}

// Formats that tell themselves from just any text, XML or JSON.
bool is_collection(std::string_view format) {
    constexpr std::array<std::string_view, 6> formats{"feed",      "nitf",    "newsml",
                                                      "newsml-g2", "sitemap", "ninjs"};
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::string kind_of(std::string_view type) {
    return type.empty() ? "of unknown type" : std::string(type.substr(0, 80));
}

}  // namespace

void WebRecords::begin_file() {
    passed_over_ = {};
    any_ = false;
}

bool WebRecords::end_file(RecordSink& sink) const {
    return any_ || sink.problem(0, passed_over_.empty() ? "no records in it" : passed_over_.told());
}

bool WebRecords::record(std::uint64_t number, const LengthBlock& block, std::string_view format, Input& input,
                        RecordSink& sink, const std::function<bool(std::string_view, RecordSink&)>& read) {
    bool going_on = true;
    if (block.too_large) {
        passed_over_.add("record that is too large");
        going_on = sink.problem(number, too_large(options_.largest_record));
    } else if (!block.cut_off) {
        going_on = read(block.bytes, sink);
    } else if (input.failure().empty()) {
        ArticlesOnly articles(sink);
        going_on = read(block.bytes, articles) &&
                   sink.problem(number, "broken " + std::string(format) + ": ends inside of a record");
    }
    input.consume(block.bytes.size());
    return going_on;
}

bool WebRecords::response(std::uint64_t record, std::string_view http, const std::string& url,
                          RecordSink& sink) {
    std::string problem;
    const std::optional<HttpResponse> response = read_http_response(http, problem);
    if (!response) {
        any_ = true;
        return sink.problem(record, std::move(problem));
    }
    if (response->status < 200 || response->status > 299) {
        passed_over_.add("answer " + std::to_string(response->status));
        return true;
    }
    return body(record, response->body, url, response->type, response->charset, sink);
}

bool WebRecords::body(std::uint64_t record, std::string_view bytes, const std::string& url,
                      const std::string& type, const std::string& charset, RecordSink& sink) {
    if (!is_html(type) && !may_be_collection(type)) {
        passed_over_.add(kind_of(type));
        return true;
    }
    const Sniffed sniffed = sniff(bytes.substr(0, sniffed_bytes), {});
    if (is_collection(sniffed.format)) return collection(record, bytes, sniffed.format, sink);
    if (is_html(type) || sniffed.format == "html") return page(record, bytes, url, charset, sink);
    passed_over_.add(kind_of(type));
    return true;
}

bool WebRecords::page(std::uint64_t record, std::string_view bytes, const std::string& url,
                      const std::string& charset, RecordSink& sink) {
    any_ = true;
    std::string problem;
    std::optional<Article> article = read_page({bytes, url, charset}, problem);
    if (!article) return sink.problem(record, std::move(problem));
    article->original = bytes;
    article->media_type = "text/html";
    return sink.article(record, std::move(*article));
}

bool WebRecords::collection(std::uint64_t record, std::string_view bytes, std::string_view format,
                            RecordSink& sink) {
    any_ = true;
    std::unique_ptr<Format>& made = formats_[std::string(format)];
    if (!made) made = make_format(format, options_);
    MemorySource source(bytes);
    Input input(source);
    Renumbered renumbered(sink, record);
    return made->read(input, {}, renumbered);
}

}  // namespace broadsheet
