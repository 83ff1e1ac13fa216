// SGML of the Reuters-21578 collection.
#pragma once

#include <memory>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// One article for each <REUTERS> element: id "reuters-" and its NEWID, TOPICS as tags, PLACES, PEOPLE and
// ORGS in their fields with names spelt out, the dateline at the begin of the text. The agency's sign-off at
// the end of a text, and the filler that stands for the text of brief items, are left out.
std::unique_ptr<Format> make_reuters_format(const ReadOptions& options);

}  // namespace broadsheet
