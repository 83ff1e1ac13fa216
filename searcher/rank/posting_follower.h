// A posting list that is followed forwards.
#pragma once

#include <xapian.h>

#include <string>

namespace broadsheet {

// Whether documents have a term, best asked in their ascending order; going back begins the list anew.
class PostingFollower {
public:
    explicit PostingFollower(std::string term) : term_(std::move(term)) {}

    bool has(const Xapian::Database& database, Xapian::docid document) {
        if (!is_open_ || document < document_) {
            at_ = database.postlist_begin(term_);
            end_ = database.postlist_end(term_);
            is_open_ = true;
        }
        document_ = document;
        if (at_ == end_) return false;
        at_.skip_to(document);
        return at_ != end_ && *at_ == document;
    }

private:
    std::string term_;
    Xapian::PostingIterator at_;
    Xapian::PostingIterator end_;
    Xapian::docid document_ = 0;
    bool is_open_ = false;
};

}  // namespace broadsheet
