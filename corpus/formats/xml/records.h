// Formats that hold one record an XML element.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/formats/format.h"
#include "corpus/reader.h"
#include "corpus/xml/element_end.h"
#include "corpus/xml/tree.h"

namespace broadsheet {

// What a record's element holds.
struct XmlFound {
    std::vector<Article> articles;  // without original and media type
    std::string passed_over;        // what the record is when it is no article: "picture"; else empty
};

// `head` is the document's root with what stands before the first record; none when the record is the root
// itself.
using XmlMapper = std::function<void(XmlNode record, XmlNode head, XmlFound& found)>;

struct XmlShape {
    ElementNames records;
    std::string_view media_type;
    XmlMapper map;
};

// Streamed: memory is bounded by the largest record. Every record is read by itself, so that a broken one
// spoils no other.
std::unique_ptr<Format> make_xml_records_format(XmlShape shape, const ReadOptions& options);

}  // namespace broadsheet
