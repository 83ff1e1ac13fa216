// What pages say of their articles in JSON-LD.
#pragma once

#include "corpus/html/document.h"
#include "corpus/html/metadata.h"

namespace broadsheet {

// Of the first item that is an article of schema.org's, wherever it lies: alone, in an array, in a @graph or
// inside of another item, but not in lists of other articles. Authors and publishers may be given as strings,
// items, arrays of these, or by the @id of another item. What is broken is passed over.
PageMetadata read_json_ld(const HtmlDocument& document);

}  // namespace broadsheet
