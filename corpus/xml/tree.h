// XML and HTML in memory, as trees of elements.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/xml/node.h"

struct _xmlDoc;

namespace broadsheet {

class XmlTree {
public:
    // `text` is valid UTF-8. What is not well formed is read as well as it can be. Entities are those of XML
    // and HTML by name; others, and all that a document declares, are dropped. Nothing is loaded. Nothing
    // when there is no element in it, or when it is nested deeper than 256 elements or has more than a
    // million of them; then `problem` says which.
    static std::optional<XmlTree> of_xml(std::string_view text, std::string& problem);
    static std::optional<XmlTree> of_html(std::string_view text, std::string& problem);

    XmlNode root() const;

private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    explicit XmlTree(_xmlDoc* document) : document_(document) {}

    std::unique_ptr<_xmlDoc, Free> document_;
};

}  // namespace broadsheet
