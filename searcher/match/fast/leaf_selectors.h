// Conditions that posting lists and columns decide.
#pragma once

#include <string>
#include <vector>

#include "schema/index/columns.h"
#include "searcher/match/fast/posting_cursor.h"
#include "searcher/match/fast/selector.h"
#include "searcher/query/ast.h"

namespace broadsheet {

// Documents of a posting list.
class TermSelector : public Selector {
public:
    TermSelector(PostingCursor cursor, std::uint64_t frequency)
        : cursor_(std::move(cursor)), frequency_(frequency) {}
    DocId next(DocId from) override;
    void propose(Window window, const Mask& within, Mask& found) override;
    std::uint64_t estimate() const override { return frequency_; }

private:
    PostingCursor cursor_;
    std::uint64_t frequency_;
};

// Documents of these days. The columns must outlive it.
class DatesSelector : public Selector {
public:
    DatesSelector(const Columns& columns, const query::Dates& dates);
    DocId next(DocId from) override { return from; }
    void propose(Window window, const Mask& within, Mask& found) override;
    std::uint64_t estimate() const override { return columns_.last(); }

private:
    const Columns& columns_;
    Seconds begin_;
    Seconds end_;
};

// Documents with one of many values of a field that the columns have. The columns must outlive it.
class ValuesSelector : public Selector {
public:
    ValuesSelector(const Columns& columns, FieldId field, const std::vector<ValueId>& ids);
    DocId next(DocId from) override { return any_ ? from : no_document; }
    void propose(Window window, const Mask& within, Mask& found) override;
    std::uint64_t estimate() const override { return any_ ? columns_.last() : 0; }

private:
    const Columns& columns_;
    std::vector<bool> wanted_;  // by ordinal, from first_
    Ordinal first_ = 0;
    bool any_ = false;
};

}  // namespace broadsheet
