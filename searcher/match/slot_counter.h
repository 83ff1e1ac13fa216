// Counts facet values and days out of the value slots of matching documents.
#pragma once

#include <xapian.h>

#include <memory>
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
    // Counts `articles` whose slot has this value.
    void add(Slot slot, const std::string& value, std::uint32_t articles);
    // Takes one back that was counted.
    void remove(const Xapian::Document& document);

    // What it reads.
    std::vector<Slot> slots() const;

    // Moves the counts to the fields' places in `result`.
    void deliver(MatchResult& result);

private:
    template <typename Change>
    void change(const Xapian::Document& document, const Change& change);

    struct Facet {
        FieldId field;
        Slot slot;
        std::unordered_map<ValueId, std::uint32_t> counts;  // ids are hashes already
    };

    std::vector<Facet> facets_;
    bool counts_days_ = false;
    DayCounts days_;
};

// A SlotCounter on duty in the matches of an Enquire, which it must outlive.
class Counting {
public:
    // A shard on another machine knows none of our spies: it counts how often each combination of values
    // occurs, which says the same.
    Counting(SlotCounter& counter, bool has_remote, Xapian::Enquire& enquire);

    // Once, after the match.
    void finish();

private:
    class Spy : public Xapian::MatchSpy {
    public:
        explicit Spy(SlotCounter& counter) : counter_(counter) {}
        void operator()(const Xapian::Document& document, double) override { counter_.add(document); }

    private:
        SlotCounter& counter_;
    };

    SlotCounter& counter_;
    Spy spy_;
    std::vector<std::pair<Slot, std::unique_ptr<Xapian::ValueCountMatchSpy>>> combinations_;
};

// The day of a moment, counted from 1970-01-01.
std::int64_t day_of(Seconds time);

}  // namespace broadsheet
