#include "searcher/match/fast/posting_cursor.h"

#include <algorithm>

namespace broadsheet {

PostingCursor::PostingCursor(const Postings* packed, const Xapian::Database& database,
                             const std::string& term) {
    if (packed != nullptr) list_ = packed->find(term);
    if (list_) return;
    at_ = database.postlist_begin(term);
    end_ = database.postlist_end(term);
}

bool PostingCursor::seek(DocId target) {
    if (list_) {
        if (block_ != no_block && last_ >= target) return block_ < list_->blocks();
        return stand_on(list_->find_block(target, block_ == no_block ? 0 : block_));
    }
    if (count_ > 0 && last_ >= target) return true;
    if (at_ != end_) at_.skip_to(target);
    return read_block();
}

bool PostingCursor::next_block() {
    return list_ ? stand_on(block_ + 1) : read_block();
}

bool PostingCursor::stand_on(std::size_t block) {
    block_ = block;
    has_documents_ = false;
    has_occurrences_ = false;
    if (block >= list_->blocks()) {
        last_ = no_document;
        return false;
    }
    first_ = list_->first(block);
    last_ = list_->last(block);
    return true;
}

bool PostingCursor::read_block() {
    count_ = 0;
    for (; at_ != end_ && count_ < documents_.size(); ++at_) {
        documents_[count_] = *at_;
        occurrences_[count_] = at_.get_wdf();
        ++count_;
    }
    if (count_ == 0) return false;
    first_ = documents_.front();
    last_ = documents_[count_ - 1];
    return true;
}

std::span<const DocId> PostingCursor::documents() {
    if (list_ && !has_documents_) {
        count_ = list_->documents(block_, documents_);
        has_documents_ = true;
    }
    return {documents_.data(), count_};
}

std::span<const DocId> PostingCursor::documents_in(Window window) {
    const std::span<const DocId> all = documents();
    if (window.has(all.front()) && window.has(last_)) return all;
    const auto begin = std::lower_bound(all.begin(), all.end(), window.base);
    const auto end = std::lower_bound(begin, all.end(), window.end());
    return {begin, end};
}

std::span<const std::uint32_t> PostingCursor::occurrences() {
    if (list_ && !has_occurrences_) {
        list_->occurrences(block_, occurrences_);
        has_occurrences_ = true;
    }
    return {occurrences_.data(), documents().size()};
}

}  // namespace broadsheet
