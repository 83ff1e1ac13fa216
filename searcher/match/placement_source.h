// A placement as part of a Xapian query.
#pragma once

#include <xapian.h>

#include <memory>

#include "schema/index/snapshot.h"
#include "searcher/placement/placement.h"

namespace broadsheet {

// The articles for which the placement holds, decided one by one as Xapian comes to them. To be joined by AND
// with words_of(): on others what it says means nothing. Xapian asks it last, since it claims to be in every
// article. The snapshot's own database must be the one that is searched, and the snapshot must outlive the
// query.
Xapian::Query placement_query(Snapshot& snapshot, std::shared_ptr<const Placement> placement);

}  // namespace broadsheet
