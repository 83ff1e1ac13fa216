// What an element's class and id say about it.
#pragma once

#include <string_view>

namespace broadsheet {

// The words in the names that people give to elements, judged in general: no site's own names are known.
struct Naming {
    bool content = false;  // the article, its body
    bool apart = false;    // around the article: navigation, comments, related links, adverts, boxes
    bool small = false;    // of the article, but not its text: bylines, captions, tags
    bool hidden = false;   // for screen readers, or not shown
};

// `names` is the value of a class or id attribute.
Naming naming_of(std::string_view names);

// Both together.
Naming operator|(Naming a, Naming b);

}  // namespace broadsheet
