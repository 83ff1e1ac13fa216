#include "corpus/html/json_ld.h"

#include <simdjson.h>

#include <string_view>

#include "corpus/formats/json/repair.h"
#include "corpus/formats/json/values.h"
#include "corpus/html/fragment.h"
#include "corpus/html/people.h"
#include "corpus/language_code.h"

namespace broadsheet {

namespace {

using JsonObject = simdjson::dom::object;

constexpr std::size_t largest_script = std::size_t{2} << 20;
constexpr std::size_t most_items = 2000;
constexpr int deepest_item = 6;

// All items of one script, outermost first.
class Items {
public:
    explicit Items(JsonElement root) { collect(root, 0); }

    // The first article; of items that are only said to be pages, the first.
    const JsonObject* article() const {
        const JsonObject* page = nullptr;
        for (const JsonObject& item : items_) {
            for (const std::string& type : types_of(item)) {
                if (type.ends_with("Article") || type.ends_with("BlogPosting") ||
                    type == "SocialMediaPosting" || type == "Report")
                    return &item;
                if (type.ends_with("WebPage") && page == nullptr) page = &item;
            }
        }
        return page;
    }

    // The item that a reference means, or the value itself.
    JsonElement resolved(JsonElement value) const {
        JsonObject reference;
        std::string_view id;
        if (value.get(reference) != simdjson::SUCCESS || reference.size() != 1 ||
            reference["@id"].get(id) != simdjson::SUCCESS)
            return value;
        for (const JsonObject& item : items_) {
            std::string_view other;
            JsonElement name;
            if (item["@id"].get(other) == simdjson::SUCCESS && other == id &&
                item["name"].get(name) == simdjson::SUCCESS)
                return name;
        }
        return value;
    }

private:
    static std::vector<std::string> types_of(const JsonObject& item) {
        JsonElement type;
        return item["@type"].get(type) == simdjson::SUCCESS ? names_of(type) : std::vector<std::string>{};
    }

    void collect(JsonElement value, int depth) {
        if (depth > deepest_item || items_.size() >= most_items) return;
        if (simdjson::dom::array array; value.get(array) == simdjson::SUCCESS) {
            for (const JsonElement element : array)
                collect(element, depth + 1);
            return;
        }
        JsonObject object;
        if (value.get(object) != simdjson::SUCCESS) return;
        items_.push_back(object);
        for (const auto& [key, member] : object) {
            // Lists are of other articles, comments are by others.
            if (key != "itemListElement" && key != "comment" && key != "hasPart" && key != "isPartOf")
                collect(member, depth + 1);
        }
    }

    std::vector<JsonObject> items_;
};

std::string line_at(const JsonObject& item, std::string_view name) {
    JsonElement value;
    return item[name].get(value) == simdjson::SUCCESS ? line_of_html(first_text_of(value)) : std::string{};
}

std::vector<std::string> authors_at(const Items& items, const JsonObject& article) {
    std::vector<std::string> people;
    JsonElement value;
    for (const std::string_view name : {"author", "creator"}) {
        if (article[name].get(value) != simdjson::SUCCESS) continue;
        simdjson::dom::array several;
        if (value.get(several) == simdjson::SUCCESS) {
            for (const JsonElement one : several)
                add_people(people, line_of_html(first_text_of(items.resolved(one))));
        } else {
            add_people(people, line_of_html(first_text_of(items.resolved(value))));
        }
        if (!people.empty()) break;
    }
    return people;
}

// Some use the headline for a description, and the name for what the page is called; others name the site.
std::string title_at(const JsonObject& article, const std::string& page_title, const std::string& site) {
    std::string headline = line_at(article, "headline");
    std::string name = line_at(article, "name");
    const bool is_name = !name.empty() && name != site && page_title.find(name) != std::string::npos;
    return is_name && page_title.find(headline) == std::string::npos ? name : headline;
}

PageMetadata metadata_of(const Items& items, const JsonObject& article, const std::string& page_title) {
    PageMetadata metadata;
    JsonElement value;
    if (article["publisher"].get(value) == simdjson::SUCCESS)
        metadata.source = line_of_html(first_text_of(items.resolved(value)));
    metadata.title = title_at(article, page_title, metadata.source);
    metadata.authors = authors_at(items, article);
    for (const std::string_view name : {"datePublished", "dateCreated"}) {
        if (metadata.date || article[name].get(value) != simdjson::SUCCESS) continue;
        metadata.date = date_of(value);
    }
    metadata.section = line_at(article, "articleSection");
    if (article["keywords"].get(value) == simdjson::SUCCESS) metadata.tags = names_of(value);
    metadata.language = language_code(line_at(article, "inLanguage"));
    if (article["articleBody"].get(value) == simdjson::SUCCESS) {
        const std::string text = text_of(value);
        metadata.body = body_of_html(looks_like_html(text) ? text : line_of_html(text).empty() ? "" : text);
    }
    return metadata;
}

// Some wrap the text as if it were a program in XHTML.
std::string_view without_wrapping(std::string_view script) {
    constexpr std::string_view opening = "<![CDATA[";
    if (const std::size_t found = script.find(opening); found < script.find('{'))
        script.remove_prefix(found + opening.size());
    const std::size_t begin = script.find_first_of("{[");
    if (begin == std::string_view::npos) return {};
    script.remove_prefix(begin);
    if (const std::size_t end = script.rfind("]]>"); end != std::string_view::npos)
        script = script.substr(0, end);
    return script.substr(0, script.find_last_of("}]") + 1);
}

}  // namespace

PageMetadata read_json_ld(const HtmlDocument& document) {
    PageMetadata metadata;
    const NodeId title = document.first(GUMBO_TAG_TITLE);
    const std::string page_title = title == no_node ? std::string{} : document.line(title);
    for (NodeId node = 0; node < document.size(); ++node) {
        if (document.tag(node) != GUMBO_TAG_SCRIPT ||
            document.attribute(node, "type").find("ld+json") == std::string_view::npos)
            continue;
        const std::string script = document.raw_text(node);
        if (script.size() > largest_script) continue;
        const std::string json = repaired_json(without_wrapping(script));
        simdjson::dom::parser parser;
        JsonElement root;
        if (parser.parse(json).get(root) != simdjson::SUCCESS) continue;
        const Items items(root);
        if (const JsonObject* const article = items.article(); article != nullptr)
            complete_with(metadata, metadata_of(items, *article, page_title));
    }
    return metadata;
}

}  // namespace broadsheet
