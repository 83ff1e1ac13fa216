#include "corpus/formats/markdown.h"

#include <cmark.h>

#include <array>
#include <cstdlib>

#include "corpus/charset.h"
#include "corpus/formats/fill.h"
#include "corpus/formats/front_matter.h"
#include "corpus/formats/json/fields.h"
#include "corpus/html/fragment.h"
#include "corpus/records.h"
#include "corpus/xml/blocks.h"
#include "corpus/xml/tree.h"

namespace broadsheet {

namespace {

std::size_t end_of_file(std::string_view, std::size_t) {
    return not_yet;
}

std::string html_of(std::string_view markdown) {
    const std::unique_ptr<char, void (*)(void*)> html(
        cmark_markdown_to_html(markdown.data(), markdown.size(), CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE),
        std::free);
    return html ? std::string(html.get()) : std::string{};
}

class MarkdownFormat : public Format {
public:
    explicit MarkdownFormat(const ReadOptions& options)
        : names_(options.mapping), largest_(std::min(options.largest_record, largest_page)) {}

    bool read(Input& input, const FileContext& context, RecordSink& sink) override {
        const Record record = next_record(input, largest_, end_of_file);
        if (record.state == RecordState::too_large) return sink.problem(0, too_large(largest_));
        if (record.state == RecordState::none || !input.failure().empty()) return true;
        std::string storage;
        std::string_view text = as_utf8(record.bytes, storage);
        Article article;
        if (std::optional<FrontMatter> front = read_front_matter(text)) {
            fill(article, front->values);
            text = front->rest;
        }
        add_text(article, text);
        if (article.section.empty()) article.section = context.folder;
        article.original = record.bytes;
        article.media_type = "text/markdown";
        return sink.article(1, std::move(article));
    }

private:
    static constexpr std::uint64_t largest_page = std::uint64_t{16} << 20;

    void fill(Article& article, const std::vector<std::pair<std::string, std::string>>& values) {
        std::array<int, fields.size()> ranks{};
        ranks.fill(1000);
        for (const auto& [name, value] : values) {
            const std::optional<FieldName> field = names_.field_of(name);
            if (!field || value.empty() || field->rank >= ranks[static_cast<std::size_t>(field->field)])
                continue;
            // The lead is told again by the text, which comes below.
            if (field->field == FieldId::body) continue;
            ranks[static_cast<std::size_t>(field->field)] = field->rank;
            fill_field(article, field->field, value);
        }
    }

    static void add_text(Article& article, std::string_view markdown) {
        std::string problem;
        const std::optional<XmlTree> tree = XmlTree::of_html(html_of(markdown), problem);
        if (!tree) {
            article.body = body_of_html(markdown);
            return;
        }
        const XmlNode heading = article.title.empty() ? tree->root().first("h1") : XmlNode{};
        if (heading) article.title = heading.line();
        article.body =
            body_of(tree->root(), [&](XmlNode element) { return element == heading || is_no_text(element); });
    }

    JsonFields names_;
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_markdown_format(const ReadOptions& options) {
    return std::make_unique<MarkdownFormat>(options);
}

}  // namespace broadsheet
