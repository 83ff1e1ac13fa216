// Web pages: one article a file.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

std::unique_ptr<Format> make_html_format(const ReadOptions& options);

}  // namespace broadsheet
