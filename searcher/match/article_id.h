// The id of an article, without reading the article where that can be avoided.
#pragma once

#include <xapian.h>

#include <string>

#include "schema/index/snapshot.h"

namespace broadsheet {

// `document` of Snapshot::database().
std::string article_id(Snapshot& snapshot, Xapian::docid document);

}  // namespace broadsheet
