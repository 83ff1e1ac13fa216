#include <simdjson.h>

#include <string>
#include <string_view>

#include "corpus/ascii.h"
#include "corpus/formats/json/repair.h"
#include "corpus/formats/json/values.h"
#include "corpus/html/fragment.h"
#include "corpus/html/metadata.h"
#include "corpus/html/people.h"
#include "corpus/names.h"

namespace broadsheet {

PageMetadata read_parsely_page(const HtmlDocument& document) {
    constexpr std::size_t largest = std::size_t{64} << 10;
    PageMetadata metadata;
    for (NodeId node = 0; node < document.size(); ++node) {
        if (document.tag(node) != GUMBO_TAG_META ||
            ascii_lower(document.attribute(node, "name")) != "parsely-page")
            continue;
        const std::string_view content = document.attribute(node, "content");
        if (content.size() > largest) return metadata;
        const std::string json = repaired_json(content);
        simdjson::dom::parser parser;
        simdjson::dom::object page;
        if (parser.parse(json).get(page) != simdjson::SUCCESS) return metadata;
        JsonElement value;
        const auto line_at = [&](std::string_view name) {
            return page[name].get(value) == simdjson::SUCCESS ? line_of_html(first_text_of(value))
                                                              : std::string{};
        };
        metadata.title = line_at("title");
        metadata.section = line_at("section");
        if (page["pub_date"].get(value) == simdjson::SUCCESS) metadata.date = date_of(value);
        for (const std::string_view name : {"authors", "author"}) {
            if (metadata.authors.empty() && page[name].get(value) == simdjson::SUCCESS) {
                for (const std::string& author : authors_of(value))
                    add_people(metadata.authors, author);
            }
        }
        if (page["tags"].get(value) == simdjson::SUCCESS) metadata.tags = names_of(value);
        return metadata;
    }
    return metadata;
}

}  // namespace broadsheet
