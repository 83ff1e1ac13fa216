// JSON documents: an array of articles, one article, or an object with articles in it; also several of them
// in a row.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// Streamed: memory is bounded by the largest article, not by the document.
std::unique_ptr<Format> make_json_document_format(const ReadOptions& options);

}  // namespace broadsheet
