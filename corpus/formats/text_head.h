// What stands above the paragraphs of a plain-text article.
#pragma once

#include <string_view>

#include "schema/article.h"

namespace broadsheet {

struct TextHead {
    Article article;        // the fields that the head gives; body and original are empty
    std::string_view rest;  // the text below the head
};

// Reads `Name: value` lines (Title, Date, Author, Source, Url, Section, ... as corpus/field_names.h has
// them), or a headline on the first line, and after it lines that are nothing but a byline ("By Jane Doe") or
// a date. The first line is taken for a headline when a blank line, a byline, a date or long paragraphs
// follow, or when it is shorter than the text below and does not end like a sentence. `text` is valid UTF-8
// and must outlive the result.
TextHead read_head(std::string_view text);

}  // namespace broadsheet
