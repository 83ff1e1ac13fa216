#include "corpus/formats/text.h"

#include "corpus/charset.h"
#include "corpus/formats/text_head.h"
#include "corpus/normalise.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

std::size_t end_of_file(std::string_view, std::size_t) {
    return not_yet;
}

class TextFormat : public Format {
public:
    explicit TextFormat(const ReadOptions& options) : largest_(options.largest_record) {}

    bool read(Input& input, const FileContext& context, RecordSink& sink) override {
        const Record record = next_record(input, largest_, end_of_file);
        if (record.state == RecordState::too_large) return sink.problem(0, too_large(largest_));
        if (record.state == RecordState::none || !input.failure().empty()) return true;
        std::string storage;
        TextHead head = read_head(as_utf8(record.bytes, storage));
        Article& article = head.article;
        article.body = normalise_body(head.rest);
        if (article.section.empty()) article.section = context.folder;
        article.original = record.bytes;
        article.media_type = "text/plain";
        return sink.article(1, std::move(article));
    }

private:
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_text_format(const ReadOptions& options) {
    return std::make_unique<TextFormat>(options);
}

}  // namespace broadsheet
