#include "corpus/formats/xml/any.h"

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/charset.h"
#include "corpus/formats/fill.h"
#include "corpus/formats/xml/records.h"
#include "corpus/sniff.h"
#include "corpus/xml/blocks.h"

namespace broadsheet {

namespace {

// What one element gives for a field.
struct Offer {
    FieldName field;
    XmlNode element;   // none for an attribute
    std::string text;  // of the attribute
};

// Search engines write <str name="headline">.
std::string name_of(XmlNode element) {
    constexpr std::array<std::string_view, 7> generic{"field", "str", "arr", "date", "int", "long", "text"};
    const bool is_generic = std::find(generic.begin(), generic.end(), element.name()) != generic.end();
    std::string name = is_generic ? element.attribute("name") : std::string{};
    return name.empty() ? std::string(element.name()) : name;
}

XmlNode at_path(XmlNode record, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        record = record.child(name);
    return record;
}

std::vector<Offer> offers(XmlNode record, JsonFields& names) {
    std::vector<Offer> found;
    for (const std::string_view attribute : {"id", "docid", "date", "url", "lang", "source", "title"}) {
        const std::string text = record.attribute(attribute);
        const std::optional<FieldName> field = names.field_of(attribute);
        if (field && !text.empty()) found.push_back({*field, {}, text});
    }
    for (const XmlNode child : record.children()) {
        if (const std::optional<FieldName> field = names.field_of(name_of(child)))
            found.push_back({*field, child, {}});
    }
    for (const JsonFields::Path& path : names.paths()) {
        if (const XmlNode inner = at_path(record, path.names)) found.push_back({{path.field, -1}, inner, {}});
    }
    return found;
}

bool is_list(FieldId field) {
    return field == FieldId::author || field == FieldId::tag || field == FieldId::person ||
           field == FieldId::place || field == FieldId::organisation;
}

// A list's elements, or those inside of them, are its values.
std::string text_of(const Offer& offer) {
    if (!offer.element) return offer.text;
    const std::vector<XmlNode> parts = offer.element.children();
    if (offer.field.field == FieldId::body && !parts.empty()) return body_of(offer.element);
    if (!is_list(offer.field.field) || parts.empty()) return offer.element.text();
    std::string list;
    for (const XmlNode part : parts)
        list += (list.empty() ? "" : "; ") + part.line();
    return list;
}

void map_record(XmlNode record, JsonFields& names, XmlFound& found) {
    struct Choice {
        int rank = 1000;  // 1000: none
        std::string text;
    };
    std::array<Choice, fields.size()> choices;
    for (const Offer& offer : offers(record, names)) {
        Choice& held = choices[static_cast<std::size_t>(offer.field.field)];
        const bool more = offer.field.rank == held.rank && is_list(offer.field.field);
        if (offer.field.rank >= held.rank && !more) continue;
        std::string text = text_of(offer);
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
        held.text = more ? held.text + "; " + text : std::move(text);
        held.rank = offer.field.rank;
    }
    Article article;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].rank < 1000) fill_field(article, static_cast<FieldId>(i), choices[i].text);
    }
    found.articles.push_back(std::move(article));
}

// How much like an article an element is: 0 not, 1 somewhat, 2 very.
int likeness(XmlNode element, JsonFields& names) {
    bool title = false;
    bool body = false;
    bool lead = true;  // no more than that
    bool other = false;
    for (const Offer& offer : offers(element, names)) {
        const FieldId field = offer.field.field;
        if (field == FieldId::title) {
            title = true;
        } else if (field == FieldId::body) {
            // A <story> can be the text of an article, or one of the articles.
            if (likeness(offer.element, names) > 0) continue;
            body = true;
            lead = lead && offer.field.rank >= rank_of_leads;
        } else if (field == FieldId::date || field == FieldId::url || offer.field.rank < 0) {
            other = true;
        }
    }
    if (title && body) return 2;
    return (title || (body && !lead)) && other ? 1 : 0;
}

struct Candidate {
    AnyXmlRecord record;
    int likeness;
    std::size_t count;
};

void look_for(XmlNode element, JsonFields& names, int depth, std::vector<Candidate>& candidates) {
    constexpr int deepest = 8;
    constexpr std::size_t most_candidates = 16;
    const int like = likeness(element, names);
    if (like > 0) {
        const std::string name(element.name());
        const auto held = std::find_if(candidates.begin(), candidates.end(),
                                       [&](const Candidate& each) { return each.record.name == name; });
        const bool nest = !element.all(name, 1).empty();
        if (held == candidates.end()) {
            if (candidates.size() < most_candidates) candidates.push_back({{name, nest}, like, 1});
        } else {
            held->likeness = std::max(held->likeness, like);
            held->record.nest = held->record.nest || nest;
            ++held->count;
        }
        if (like == 2) return;  // what is in it are its parts
    }
    if (depth == deepest) return;
    for (const XmlNode child : element.children())
        look_for(child, names, depth + 1, candidates);
}

class AnyXmlFormat : public Format {
public:
    explicit AnyXmlFormat(const ReadOptions& options) : options_(options), names_(options.mapping) {}

    bool read(Input& input, const FileContext& context, RecordSink& sink) override {
        const std::string_view head = input.peek(sniffed_bytes).substr(0, sniffed_bytes);
        const std::optional<AnyXmlRecord> record = any_xml_record(head, names_);
        if (!record)
            return sink.problem(0, "no element in it that has a title or a text, and a date or more");
        const auto map = [this](XmlNode element, XmlNode, XmlFound& found) {
            map_record(element, names_, found);
        };
        return make_xml_records_format({{{record->name}, record->nest}, "application/xml", map}, options_)
            ->read(input, context, sink);
    }

private:
    ReadOptions options_;
    JsonFields names_;
};

}  // namespace

std::optional<AnyXmlRecord> any_xml_record(std::string_view head, JsonFields& names) {
    std::string storage;
    std::string ignored;
    const std::optional<XmlTree> tree =
        XmlTree::of_xml(as_utf8(head, storage, std::string(declared_encoding(head))), ignored);
    if (!tree) return std::nullopt;
    std::vector<Candidate> candidates;
    look_for(tree->root(), names, 0, candidates);
    const auto best =
        std::max_element(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return a.likeness != b.likeness ? a.likeness < b.likeness : a.count < b.count;
        });
    if (best == candidates.end()) return std::nullopt;
    return best->record;
}

std::unique_ptr<Format> make_any_xml_format(const ReadOptions& options) {
    return std::make_unique<AnyXmlFormat>(options);
}

}  // namespace broadsheet
