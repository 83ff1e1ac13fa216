// XML that is no standard's: articles by the names of their elements, as JSON has them by those of members.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/format.h"
#include "corpus/formats/json/fields.h"
#include "corpus/reader.h"

namespace broadsheet {

struct AnyXmlRecord {
    std::string name;   // of the element, without prefix
    bool nest = false;  // one may lie in another
};

// The element that holds an article, with its fields as attributes, elements (<headline>) or named elements
// (<str name="headline">). Nothing when no element has a title or a text and another field beside it. `head`
// is a document's begin, cut off anywhere, in any encoding.
std::optional<AnyXmlRecord> any_xml_record(std::string_view head, JsonFields& names);

std::unique_ptr<Format> make_any_xml_format(const ReadOptions& options);

}  // namespace broadsheet
