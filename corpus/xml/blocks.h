// The text of marked-up content, with its paragraphs.
#pragma once

#include <functional>
#include <string>

#include "corpus/xml/tree.h"

namespace broadsheet {

// True for an element that is left out with all that is in it.
using LeftOut = std::function<bool(XmlNode element)>;

// What HTML has beside text: scripts, styles, forms, pictures and their captions, ... And what NITF has.
bool is_no_text(XmlNode element);

// The text below an element as an article's body: paragraphs where block elements of HTML, XHTML or NITF
// begin or end, where <br> stands twice, and where single ones look meant. Character references that are
// still in the text are resolved.
std::string body_of(XmlNode element, const LeftOut& left_out = is_no_text);

// The same for the markup of agencies, which often wraps a text as it came over the wire into one element:
// blank lines inside of it separate paragraphs.
std::string body_of_wire(XmlNode element, const LeftOut& left_out = is_no_text);

// Puts two bodies together; either may be empty.
void append_body(std::string& body, const std::string& more);

}  // namespace broadsheet
