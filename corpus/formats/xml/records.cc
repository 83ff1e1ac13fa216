#include "corpus/formats/xml/records.h"

#include "corpus/charset.h"
#include "corpus/formats/passed_over.h"
#include "corpus/records.h"

namespace broadsheet {

namespace {

constexpr std::size_t largest_head = std::size_t{4} << 20;

// Reads one file.
class XmlReading {
public:
    XmlReading(const XmlShape& shape, std::uint64_t largest, Input& input, RecordSink& sink)
        : shape_(shape), largest_(largest), input_(input), sink_(sink) {}

    bool read() {
        encoding_ = declared_encoding(input_.peek(1024));
        for (;;) {
            ElementEnd end(shape_.records);
            const Record record = next_record(input_, largest_, end);
            if (record.state == RecordState::too_large) {
                if (!sink_.problem(++number_, too_large(largest_))) return false;
                continue;
            }
            if (record.state != RecordState::whole)
                return last(end.begin() != not_yet && record.state == RecordState::cut_off);
            if (root_tag_.empty()) keep_head(record.bytes.substr(0, end.begin()), end);
            if (!element(record.bytes.substr(end.begin()), end)) return false;
            input_.consume(record.bytes.size());
        }
    }

private:
    std::string_view text_of(std::string_view bytes, std::string& storage) const {
        return as_utf8(bytes, storage, encoding_);
    }

    // The root's begin tag is put around every record, so that its name spaces and language hold in it.
    std::string wrapped(std::string_view record) const {
        std::string text(root_tag_);
        text += record;
        text += "</" + std::string(tag_name(root_tag_)) + ">";
        return text;
    }

    void keep_head(std::string_view bytes, const ElementEnd& end) {
        std::string storage;
        root_tag_ = text_of(end.root_tag(), storage);
        // Without the document type, whose entities are nobody's business.
        const std::size_t root = bytes.find(end.root_tag());
        is_root_ = root == std::string_view::npos;
        if (is_root_ || bytes.size() - root > largest_head) return;
        std::string ignored;
        head_ = XmlTree::of_xml(text_of(bytes.substr(root), storage), ignored);
    }

    bool element(std::string_view original, const ElementEnd& end) {
        ++number_;
        if (end.overloaded()) return sink_.problem(number_, "XML has a tag with too many attributes");
        std::string storage;
        std::string text(text_of(original, storage));
        if (end.unclosed()) text += "</" + std::string(tag_name(original)) + ">";
        if (!is_root_) text = wrapped(text);
        std::string problem;
        const std::optional<XmlTree> tree = XmlTree::of_xml(text, problem);
        if (!tree) return sink_.problem(number_, std::move(problem));
        const XmlNode root = tree->root();
        const XmlNode record = is_root_ ? root : first_child(root);
        XmlFound found;
        shape_.map(record, head_ ? head_->root() : XmlNode{}, found);
        if (!found.passed_over.empty()) passed_over_.add(found.passed_over);
        for (Article& article : found.articles) {
            article.original = original;
            article.media_type = shape_.media_type;
            any_ = true;
            if (!sink_.article(number_, std::move(article))) return false;
        }
        return true;
    }

    static XmlNode first_child(XmlNode root) {
        const std::vector<XmlNode> children = root.children();
        return children.empty() ? XmlNode{} : children.front();
    }

    bool last(bool cut_off) {
        if (!input_.failure().empty()) return true;
        if (cut_off) return sink_.problem(++number_, "broken XML: the element does not end");
        if (number_ == 0)
            return sink_.problem(0, "no <" + std::string(shape_.records.names.front()) + "> element in it");
        if (any_ || passed_over_.empty()) return true;
        return sink_.problem(0, passed_over_.told());
    }

    const XmlShape& shape_;
    std::uint64_t largest_;
    Input& input_;
    RecordSink& sink_;
    std::string encoding_;
    std::string root_tag_;
    bool is_root_ = false;  // the record itself is the root
    std::optional<XmlTree> head_;
    std::uint64_t number_ = 0;
    bool any_ = false;
    PassedOver passed_over_;
};

class XmlRecordsFormat : public Format {
public:
    XmlRecordsFormat(XmlShape shape, std::uint64_t largest) : shape_(std::move(shape)), largest_(largest) {}

    bool read(Input& input, const FileContext&, RecordSink& sink) override {
        return XmlReading(shape_, largest_, input, sink).read();
    }

private:
    XmlShape shape_;
    std::uint64_t largest_;
};

}  // namespace

std::unique_ptr<Format> make_xml_records_format(XmlShape shape, const ReadOptions& options) {
    return std::make_unique<XmlRecordsFormat>(std::move(shape), options.largest_record);
}

}  // namespace broadsheet
