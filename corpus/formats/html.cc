#include "corpus/formats/html.h"

#include "corpus/html/page.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

std::size_t end_of_file(std::string_view, std::size_t) {
    return not_yet;
}

// Browsers write into the pages they save where these came from: <!-- saved from url=(0024)https://... -->
std::string saved_from(std::string_view html) {
    constexpr std::string_view mark = "<!-- saved from url=(";
    const std::string_view head = html.substr(0, 2048);
    const std::size_t found = head.find(mark);
    if (found == std::string_view::npos) return {};
    std::string_view rest = head.substr(found + mark.size());
    rest.remove_prefix(std::min(rest.find(')') + 1, rest.size()));
    return std::string(rest.substr(0, rest.find_first_of(" \t\r\n")));
}

class HtmlFormat : public Format {
public:
    explicit HtmlFormat(const ReadOptions& options) : largest_(options.largest_record) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        const Record record = next_record(input, largest_, end_of_file);
        if (record.state == RecordState::too_large) return sink.problem(0, too_large(largest_));
        if (record.state == RecordState::none || !input.failure().empty()) return true;
        std::string problem;
        std::optional<Article> article = read_page({record.bytes, saved_from(record.bytes), {}}, problem);
        if (!article) return sink.problem(0, std::move(problem));
        article->original = record.bytes;
        article->media_type = "text/html";
        return sink.article(1, std::move(*article));
    }

private:
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_html_format(const ReadOptions& options) {
    return std::make_unique<HtmlFormat>(options);
}

}  // namespace broadsheet
