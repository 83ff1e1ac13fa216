// Whether a JSON object is an article or holds articles.
#pragma once

#include <string_view>

#include "corpus/formats/json/fields.h"

namespace broadsheet {

// How deep inside an object an array of articles is looked for: {"response": {"docs": [...]}} is 2.
inline constexpr int deepest_holder = 4;

// True when a member of that name can hold articles: it is no field of an article itself.
bool can_hold_articles(std::string_view member, JsonFields& names);

// True when the object that `text` begins with has members that are title or text of an article. The text may
// be cut off anywhere.
bool is_article(std::string_view text, JsonFields& names);

// True when the object that `text` begins with is no article itself, having no text of its own, but holds an
// array of articles. The text may be cut off anywhere; the answer then is about what is there.
bool holds_articles(std::string_view text, JsonFields& names);

}  // namespace broadsheet
