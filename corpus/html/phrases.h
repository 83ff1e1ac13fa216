// What pages say between the paragraphs of an article, in the large languages of the press.
#pragma once

#include <string_view>

namespace broadsheet {

// "Advertisement", "Continue reading", "Share": a text that is nothing but a label.
bool is_label(std::string_view text);

// "Read also: ...": a text that points to another article, if there is a link in it.
bool points_elsewhere(std::string_view text);

}  // namespace broadsheet
