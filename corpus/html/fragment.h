// Pieces of HTML inside of other formats, as text.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// True for text that can only be HTML: it has an end tag, or begin tags that HTML has and prose has not.
bool looks_like_html(std::string_view text);

// `text` with its tags and comments cut out and nothing else changed.
std::string without_tags(std::string_view text);

// A fragment as an article's body, and as one line. Text without any tag is plain text with character
// references; where nothing but blank lines
// can mean paragraphs, they do. `html` is valid UTF-8. What can not be read (too deep, too many elements) has
// its tags cut out.
std::string body_of_html(std::string_view html);
std::string line_of_html(std::string_view html);

}  // namespace broadsheet
