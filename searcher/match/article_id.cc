#include "searcher/match/article_id.h"

#include "schema/fields.h"
#include "schema/terms.h"

namespace broadsheet {

std::string article_id(Snapshot& snapshot, Xapian::docid document) {
    const std::string prefix(field(FieldId::id).prefix);
    Xapian::TermIterator term = snapshot.database().termlist_begin(document);
    term.skip_to(prefix);
    const std::string id = term == snapshot.database().termlist_end(document) ? std::string() : *term;
    // A term of full length may have been cut.
    if (id.starts_with(prefix) && id.size() < longest_term) return id.substr(prefix.size());
    return snapshot.article(snapshot.locate(document)).id;
}

}  // namespace broadsheet
