// A condition on the documents of one segment, decided window by window in two steps: what posting lists and
// columns can tell is found first; what takes longer, such as looking where words stand, is decided on what
// is left then.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "searcher/match/fast/window.h"

namespace broadsheet {

// Windows come in ascending order, some are left out. Not thread-safe.
class Selector {
public:
    Selector() = default;
    virtual ~Selector() = default;
    Selector(const Selector&) = delete;
    Selector& operator=(const Selector&) = delete;

    // No document from `from` to before the result satisfies the condition; no_document where none is left.
    // `from` never goes back.
    virtual DocId next(DocId from) = 0;

    // Sets the bits of `found`, which is clear, for the documents of `within` that satisfy the condition, and
    // for others of `within` that decide() will sort out. Once for a window.
    virtual void propose(Window window, const Mask& within, Mask& found) = 0;

    // propose() finds just what satisfies the condition, and decide() has nothing to do.
    virtual bool is_decided() const { return true; }
    // Leaves in `documents`, of which all were proposed, what satisfies the condition. Once for a window, and
    // only where it is not decided.
    virtual void decide(Window, Mask&) {}

    // Documents that satisfy it, more or less.
    virtual std::uint64_t estimate() const = 0;
};

using SelectorPtr = std::unique_ptr<Selector>;

class EverythingSelector : public Selector {
public:
    explicit EverythingSelector(std::uint64_t documents) : documents_(documents) {}
    DocId next(DocId from) override { return from; }
    void propose(Window, const Mask& within, Mask& found) override { found = within; }
    std::uint64_t estimate() const override { return documents_; }

private:
    std::uint64_t documents_;
};

class NothingSelector : public Selector {
public:
    DocId next(DocId) override { return no_document; }
    void propose(Window, const Mask&, Mask&) override {}
    std::uint64_t estimate() const override { return 0; }
};

// All of `wanted`, of which there is one at least, and none of `unwanted`. The rarest leads, and the others
// look only where it is.
class AllSelector : public Selector {
public:
    AllSelector(std::vector<SelectorPtr> wanted, std::vector<SelectorPtr> unwanted);
    DocId next(DocId from) override { return wanted_.front()->next(from); }
    void propose(Window window, const Mask& within, Mask& found) override;
    bool is_decided() const override { return decided_; }
    void decide(Window window, Mask& documents) override;
    std::uint64_t estimate() const override { return wanted_.front()->estimate(); }

private:
    std::vector<SelectorPtr> wanted_;
    std::vector<SelectorPtr> unwanted_;
    bool decided_ = true;
};

// At least one of the parts.
class AnySelector : public Selector {
public:
    explicit AnySelector(std::vector<SelectorPtr> parts);
    DocId next(DocId from) override;
    void propose(Window window, const Mask& within, Mask& found) override;
    bool is_decided() const override { return undecided_.empty(); }
    void decide(Window window, Mask& documents) override;
    std::uint64_t estimate() const override { return estimate_; }

private:
    struct Part {
        SelectorPtr selector;
        DocId next = 0;  // nothing of it is before this
        Mask proposed;   // where it is not decided: in this window
    };

    std::vector<Part> parts_;
    std::vector<std::size_t> undecided_;
    Mask certain_;  // what decided parts found in this window
    std::uint64_t estimate_ = 0;
};

}  // namespace broadsheet
