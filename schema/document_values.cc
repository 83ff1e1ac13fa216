#include "schema/document_values.h"

#include <algorithm>

namespace broadsheet {

std::vector<ValueId> ids_of_terms(const Xapian::Document& document, FieldId field_id) {
    const std::string prefix(field(field_id).prefix);
    std::vector<ValueId> ids;
    Xapian::TermIterator term = document.termlist_begin();
    const Xapian::TermIterator end = document.termlist_end();
    for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
        ValueId id = 0;
        if (from_text((*term).substr(prefix.size()), id)) ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace broadsheet
