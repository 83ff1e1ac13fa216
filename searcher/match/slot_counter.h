// Counts facet values and days out of the value slots of matching documents.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/match/result.h"

namespace broadsheet {

class SlotCounter {
public:
    // `counted`: facets and the date.
    explicit SlotCounter(const std::vector<FieldId>& counted);

    // Counts one document; reads nothing of it but its slots.
    void add(const Xapian::Document& document);
    // Takes one back that was counted.
    void remove(const Xapian::Document& document);

    // Moves the counts to the fields' places in `result`.
    void deliver(MatchResult& result);

private:
    template <typename Change>
    void change(const Xapian::Document& document, const Change& change);

    struct Facet {
        FieldId field;
        Slot slot;
        std::unordered_map<ValueId, std::uint64_t> counts;  // ids are hashes already
    };

    std::vector<Facet> facets_;
    bool counts_days_ = false;
    DayCounts days_;
};

// A SlotCounter on duty in a match.
class CountingSpy : public Xapian::MatchSpy {
public:
    explicit CountingSpy(SlotCounter& counter) : counter_(counter) {}

    void operator()(const Xapian::Document& document, double) override { counter_.add(document); }

private:
    SlotCounter& counter_;
};

// The day of a moment, counted from 1970-01-01.
std::int64_t day_of(Seconds time);

}  // namespace broadsheet
