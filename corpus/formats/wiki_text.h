// The markup of MediaWiki as plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct WikiArticle {
    std::string body;
    std::vector<std::string> categories;
    std::string date;  // as a {{date|...}} template says it; empty when there is none
};

// Templates, tables, files, references and the sections of sources and related pages are left out; links are
// their text. Takes time in proportion to the text. `text` is valid UTF-8.
WikiArticle read_wiki_text(std::string_view text);

}  // namespace broadsheet
