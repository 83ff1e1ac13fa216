#include "searcher/match/fast/selector.h"

#include <algorithm>
#include <utility>

namespace broadsheet {

namespace {

bool is_decided(const SelectorPtr& selector) {
    return selector->is_decided();
}

}  // namespace

AllSelector::AllSelector(std::vector<SelectorPtr> wanted, std::vector<SelectorPtr> unwanted)
    : wanted_(std::move(wanted)), unwanted_(std::move(unwanted)) {
    std::stable_sort(wanted_.begin(), wanted_.end(), [](const SelectorPtr& a, const SelectorPtr& b) {
        return a->estimate() < b->estimate();
    });
    decided_ = std::all_of(wanted_.begin(), wanted_.end(), broadsheet::is_decided) &&
               std::all_of(unwanted_.begin(), unwanted_.end(), broadsheet::is_decided);
}

void AllSelector::propose(Window window, const Mask& within, Mask& found) {
    wanted_.front()->propose(window, within, found);
    for (std::size_t i = 1; i < wanted_.size() && found.any(); ++i) {
        Mask narrower;
        wanted_[i]->propose(window, found, narrower);
        found = narrower;
    }
    for (const SelectorPtr& selector : unwanted_) {
        // To take away what is only proposed would be too much.
        if (!selector->is_decided() || !found.any()) continue;
        Mask taken;
        selector->propose(window, found, taken);
        found -= taken;
    }
}

void AllSelector::decide(Window window, Mask& documents) {
    for (const SelectorPtr& selector : wanted_) {
        if (!documents.any()) return;
        if (!selector->is_decided()) selector->decide(window, documents);
    }
    for (const SelectorPtr& selector : unwanted_) {
        if (selector->is_decided() || !documents.any()) continue;
        Mask taken;
        selector->propose(window, documents, taken);
        selector->decide(window, taken);
        documents -= taken;
    }
}

AnySelector::AnySelector(std::vector<SelectorPtr> parts) {
    for (SelectorPtr& selector : parts) {
        if (!selector->is_decided()) undecided_.push_back(parts_.size());
        estimate_ += selector->estimate();
        parts_.push_back({std::move(selector), 0, {}});
    }
}

DocId AnySelector::next(DocId from) {
    DocId least = no_document;
    for (Part& part : parts_) {
        if (part.next < from) part.next = part.selector->next(from);
        least = std::min(least, part.next);
    }
    return least;
}

void AnySelector::propose(Window window, const Mask& within, Mask& found) {
    for (Part& part : parts_) {
        part.proposed.clear();
        if (part.next >= window.end()) continue;
        part.selector->propose(window, within, part.proposed);
        found |= part.proposed;
    }
    if (is_decided()) return;
    certain_.clear();
    for (const Part& part : parts_) {
        if (part.selector->is_decided()) certain_ |= part.proposed;
    }
}

void AnySelector::decide(Window window, Mask& documents) {
    Mask found = certain_;
    found &= documents;
    for (const std::size_t i : undecided_) {
        Mask open = parts_[i].proposed;
        open &= documents;
        open -= found;
        if (!open.any()) continue;
        parts_[i].selector->decide(window, open);
        found |= open;
    }
    documents = found;
}

}  // namespace broadsheet
