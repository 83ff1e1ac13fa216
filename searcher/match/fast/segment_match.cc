#include "searcher/match/fast/segment_match.h"

#include <algorithm>
#include <utility>

#include "searcher/match/fast/compile.h"

namespace broadsheet {

namespace {

bool is_counted(const SegmentTask& task, FieldId field) {
    return std::find(task.counted.begin(), task.counted.end(), field) != task.counted.end();
}

bool is_filtered(const Plan& plan, FieldId field) {
    return std::any_of(plan.filters.begin(), plan.filters.end(),
                       [field](const FilterGroup& group) { return group.field == field; });
}

std::vector<FieldId> counted_over_matches(const SegmentTask& task) {
    std::vector<FieldId> fields;
    for (const FieldId field : task.counted) {
        if (!is_filtered(*task.plan, field)) fields.push_back(field);
    }
    return fields;
}

void add_stems(const Condition& condition, std::vector<std::string>& stems, bool& only_words) {
    if (const auto* term = std::get_if<TermCondition>(&condition.is)) {
        only_words = only_words && !term->title_only;
        stems.insert(stems.end(), term->stems.begin(), term->stems.end());
    } else if (const auto* any = std::get_if<AnyOf>(&condition.is)) {
        for (const Condition& part : any->parts)
            add_stems(part, stems, only_words);
    } else {
        only_words = false;
    }
}

// Whether an article matches just when it has one of the words that count.
bool matches_by_words(const Plan& plan) {
    if (!plan.filters.empty()) return false;
    std::vector<std::string> stems;
    bool only_words = true;
    add_stems(plan.condition, stems, only_words);
    std::vector<std::string> scoring;
    for (const ScoringTerm& term : plan.terms)
        scoring.push_back(term.stem);
    for (auto* each : {&stems, &scoring}) {
        std::sort(each->begin(), each->end());
        each->erase(std::unique(each->begin(), each->end()), each->end());
    }
    return only_words && stems == scoring;
}

}  // namespace

SegmentMatch::SegmentMatch(SegmentIndex& segment, const SegmentTask& task)
    : segment_(segment),
      task_(task),
      by_score_(task.sort == Sort::relevance && task.wanted > 0),
      by_words_(by_score_ && matches_by_words(*task.plan)),
      counter_(segment.columns(), counted_over_matches(task)),
      copies_{counted_over_matches(task), {}},
      scorer_(segment, by_score_ ? task.terms : std::vector<WeighedTerm>{}, task.parameters,
              task.mean_length),
      best_(segment.columns(), task.sort, task.wanted),
      scores_(std::make_unique<Scores>()) {
    if (by_words_) return;
    const Plan& plan = *task.plan;
    const bool has_own = std::any_of(plan.filters.begin(), plan.filters.end(),
                                     [&](const FilterGroup& group) { return is_counted(task, group.field); });
    std::vector<SelectorPtr> parts;
    parts.push_back(compile(plan.condition, segment));
    for (const FilterGroup& group : plan.filters) {
        (has_own ? filters_ : parts).push_back(compile_any(group.any_of, segment));
        if (is_counted(task, group.field)) {
            own_counters_.push_back(
                {filters_.size() - 1, ValueCounter(segment.columns(), {group.field}), {{group.field}, {}}});
        }
    }
    condition_ = parts.size() == 1
                     ? std::move(parts.front())
                     : std::make_unique<AllSelector>(std::move(parts), std::vector<SelectorPtr>{});
}

SegmentResult SegmentMatch::run() {
    const bool only_ranks = by_words_ && task_.counted.empty() && task_.stories == nullptr;
    const bool in_time = only_ranks && scorer_.is_single() ? match_word() : match_windows();
    SegmentResult result{total_, best_.take(), counter_.values(), counter_.days(), in_time};
    if (task_.stories != nullptr) result.copies.push_back(std::move(copies_));
    for (OwnCounter& own : own_counters_) {
        if (task_.stories != nullptr) result.copies.push_back(std::move(own.copies));
        for (FieldCounts& counts : own.counter.values())
            result.counts.push_back(std::move(counts));
        if (task_.plan->filters[own.group].field == FieldId::date) result.days = own.counter.days();
    }
    return result;
}

bool SegmentMatch::is_in_time() const {
    return !task_.deadline || std::chrono::steady_clock::now() < *task_.deadline;
}

bool SegmentMatch::match_word() {
    return scorer_.scan([this] { return least_score(); }, [this] { return is_in_time(); },
                        [this](DocId document, double score) {
                            if (!segment_.is_live(document)) return;
                            ++total_;
                            best_.offer(document, score);
                        });
}

bool SegmentMatch::match_windows() {
    bool in_time = true;
    for_each_window(*this, segment_.last(), [&](Window window) {
        in_time = is_in_time();
        if (in_time) match(window);
        return in_time;
    });
    return in_time;
}

DocId SegmentMatch::next(DocId from) {
    return by_words_ ? scorer_.next(from) : condition_->next(from);
}

void SegmentMatch::match(Window window) {
    Mask found;
    if (by_words_) {
        scorer_.add_and_find(window, least_score(), segment_.live(window), found, *scores_);
    } else {
        find(window, found);
        if (by_score_ && found.any()) scorer_.add(window, least_score(), found, *scores_);
    }
    collect(window, found);
}

double SegmentMatch::least_score() const {
    return task_.only_best ? std::max(best_.least_score(), 0.0) : 0;
}

void SegmentMatch::find(Window window, Mask& found) {
    condition_->propose(window, segment_.live(window), found);
    if (!found.any()) return;
    // For each filter what passes it, and for each field that is filtered by what passes all others.
    std::vector<Mask> passing(filters_.size());
    for (std::size_t i = 0; i < filters_.size(); ++i)
        filters_[i]->propose(window, found, passing[i]);
    std::vector<Mask> own(own_counters_.size(), found);
    for (std::size_t i = 0; i < filters_.size(); ++i) {
        found &= passing[i];
        for (std::size_t j = 0; j < own.size(); ++j) {
            if (own_counters_[j].group != i) own[j] &= passing[i];
        }
    }
    if (!condition_->is_decided()) {
        Mask decided = found;
        for (const Mask& each : own)
            decided |= each;
        condition_->decide(window, decided);
        found &= decided;
        for (Mask& each : own)
            each &= decided;
    }
    for (std::size_t j = 0; j < own.size(); ++j) {
        own_counters_[j].counter.count(window, own[j]);
        collect_copies(window, own[j], own_counters_[j].copies.documents);
    }
}

void SegmentMatch::collect_copies(Window window, const Mask& found, std::vector<DocId>& copies) const {
    if (task_.stories == nullptr) return;
    Mask matched;
    matched.assign(task_.stories->with_copies(segment_.number()), window.base);
    matched &= found;
    matched.for_each([&](std::uint32_t at) { copies.push_back(window.base + at); });
}

void SegmentMatch::collect(Window window, const Mask& found) {
    collect_copies(window, found, copies_.documents);
    counter_.count(window, found);
    if (task_.wanted == 0) {
        total_ += found.count();
        return;
    }
    Scores& scores = *scores_;
    std::uint32_t matches = 0;  // counting bits once more would take longer than all else where they are few
    found.for_each([&](std::uint32_t at) {
        ++matches;
        best_.offer(window.base + at, scores[at]);
        scores[at] = 0;
    });
    total_ += matches;
}

void add_scores(SegmentIndex& segment, const SegmentTask& task, std::vector<RankedDocument*> documents) {
    Scorer scorer(segment, task.terms, task.parameters, task.mean_length);
    const auto scores = std::make_unique<Scores>();
    std::sort(documents.begin(), documents.end(), [](const RankedDocument* a, const RankedDocument* b) {
        return a->location.document < b->location.document;
    });
    for (auto first = documents.begin(); first != documents.end();) {
        const Window window = Window::around((*first)->location.document);
        const auto last = std::find_if(first, documents.end(), [window](const RankedDocument* each) {
            return !window.has(each->location.document);
        });
        Mask mask;
        for (auto each = first; each != last; ++each)
            mask.set((*each)->location.document - window.base);
        scorer.add(window, 0, mask, *scores);
        for (auto each = first; each != last; ++each)
            (*each)->score = std::exchange((*scores)[(*each)->location.document - window.base], 0);
        first = last;
    }
}

}  // namespace broadsheet
