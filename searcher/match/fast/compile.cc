#include "searcher/match/fast/compile.h"

#include <utility>

#include "searcher/match/fast/leaf_selectors.h"
#include "searcher/match/fast/phrase_words.h"
#include "searcher/match/fast/placement_selector.h"

namespace broadsheet {

namespace {

// With more values than this, looking at an article's values is faster than reading all the posting lists.
constexpr std::size_t most_value_lists = 16;

SelectorPtr any_of(std::vector<SelectorPtr> parts) {
    std::erase_if(parts, [](const SelectorPtr& part) { return part->estimate() == 0; });
    if (parts.empty()) return std::make_unique<NothingSelector>();
    if (parts.size() == 1) return std::move(parts.front());
    return std::make_unique<AnySelector>(std::move(parts));
}

class Compiler {
public:
    explicit Compiler(SegmentIndex& segment) : segment_(segment) {}

    SelectorPtr compile(const Condition& condition) const {
        return std::visit([&](const auto& kind) { return selector(kind); }, condition.is);
    }

    std::vector<SelectorPtr> compile(const std::vector<Condition>& conditions) const {
        std::vector<SelectorPtr> selectors;
        selectors.reserve(conditions.size());
        for (const Condition& each : conditions)
            selectors.push_back(compile(each));
        return selectors;
    }

private:
    SelectorPtr term(const std::string& name) const {
        const std::uint64_t frequency = segment_.frequency(name);
        if (frequency == 0) return std::make_unique<NothingSelector>();
        return std::make_unique<TermSelector>(segment_.open(name), frequency);
    }

    SelectorPtr everything() const { return std::make_unique<EverythingSelector>(segment_.last()); }

    SelectorPtr selector(const query::Everything&) const { return everything(); }
    SelectorPtr selector(const query::Nothing&) const { return std::make_unique<NothingSelector>(); }
    SelectorPtr selector(const TermCondition& condition) const {
        std::vector<SelectorPtr> stems;
        for (const std::string& stem : condition.stems)
            stems.push_back(
                term(condition.title_only ? make_term(field(FieldId::title).prefix, stem) : stem));
        return any_of(std::move(stems));
    }
    SelectorPtr selector(const PlacementCondition& condition) const {
        PhraseWords phrase = words_of_phrase(*condition.placement, segment_);
        if (phrase.is_decided) return std::move(phrase.words);
        if (phrase.words == nullptr) phrase.words = compile(words_of(*condition.placement));
        return std::make_unique<PlacementSelector>(std::move(phrase.words), segment_.snapshot(),
                                                   segment_.number(), condition.placement);
    }
    SelectorPtr selector(const ValueCondition& condition) const {
        if (condition.ids.size() > most_value_lists && field(condition.field).kind == FieldKind::facet)
            return std::make_unique<ValuesSelector>(segment_.columns(), condition.field, condition.ids);
        std::vector<SelectorPtr> values;
        for (const ValueId id : condition.ids)
            values.push_back(term(value_term(condition.field, id)));
        return any_of(std::move(values));
    }
    SelectorPtr selector(const ExactCondition& condition) const {
        return term(condition.field == FieldId::url ? url_term(condition.value) : id_term(condition.value));
    }
    SelectorPtr selector(const query::Dates& dates) const {
        return std::make_unique<DatesSelector>(segment_.columns(), dates);
    }
    SelectorPtr selector(const AllOf& all) const {
        std::vector<SelectorPtr> wanted;
        std::vector<SelectorPtr> unwanted;
        for (const Condition& part : all.parts) {
            if (const auto* none = std::get_if<NoneOf>(&part.is)) {
                unwanted.push_back(any_of(compile(none->parts)));
            } else {
                wanted.push_back(compile(part));
            }
        }
        if (wanted.empty()) wanted.push_back(everything());
        return std::make_unique<AllSelector>(std::move(wanted), std::move(unwanted));
    }
    SelectorPtr selector(const AnyOf& any) const { return any_of(compile(any.parts)); }
    SelectorPtr selector(const NoneOf& none) const {
        std::vector<SelectorPtr> wanted;
        std::vector<SelectorPtr> unwanted;
        wanted.push_back(everything());
        unwanted.push_back(any_of(compile(none.parts)));
        return std::make_unique<AllSelector>(std::move(wanted), std::move(unwanted));
    }

    SegmentIndex& segment_;
};

}  // namespace

SelectorPtr compile(const Condition& condition, SegmentIndex& segment) {
    return Compiler(segment).compile(condition);
}

SelectorPtr compile_any(const std::vector<Condition>& conditions, SegmentIndex& segment) {
    return any_of(Compiler(segment).compile(conditions));
}

}  // namespace broadsheet
