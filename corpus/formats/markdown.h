// Markdown: one article a file.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// Fields come from the front matter by their usual names; without a title, the first heading is it.
std::unique_ptr<Format> make_markdown_format(const ReadOptions& options);

}  // namespace broadsheet
