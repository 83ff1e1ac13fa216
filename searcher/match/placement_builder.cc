#include "searcher/match/placement_builder.h"

#include <algorithm>
#include <limits>

#include "schema/analysis/vocabulary.h"

namespace broadsheet {

namespace {

class Builder {
public:
    explicit Builder(TermExpander& expander) : expander_(expander) {}

    std::shared_ptr<const Placement> run(const query::Node& node) {
        placement_.root = build(node, true);
        return std::make_shared<const Placement>(std::move(placement_));
    }

private:
    // `required`: no article has the placement without having this node.
    PlacementNode build(const query::Node& node, bool required) {
        if (const auto* text = std::get_if<query::Text>(&node.is)) return sequence(*text, required);
        if (const auto* any = std::get_if<query::Any>(&node.is)) {
            PlacementNode result{Either{}, 0};
            for (const query::Node& part : any->parts) {
                PlacementNode built = build(part, false);
                result.frequency += built.frequency;
                std::get<Either>(result.is).parts.push_back(std::move(built));
            }
            return result;
        }
        if (const auto* distance = std::get_if<query::Distance>(&node.is)) {
            const bool both = !distance->proximity.negative;
            PlacementNode left = build(distance->sides.front(), required);
            PlacementNode right = build(distance->sides.back(), required && both);
            const std::uint64_t frequency = both ? std::min(left.frequency, right.frequency) : left.frequency;
            Near near{distance->proximity, {}};
            near.sides.push_back(std::move(left));
            near.sides.push_back(std::move(right));
            return {std::move(near), frequency};
        }
        const auto& at_least = std::get<query::AtLeast>(node.is);
        PlacementNode part = build(at_least.part.front(), required);
        const std::uint64_t frequency = part.frequency;
        Repeated repeated{at_least.times, {}};
        repeated.part.push_back(std::move(part));
        return {std::move(repeated), frequency};
    }

    PlacementNode sequence(const query::Text& text, bool required) {
        Sequence sequence;
        sequence.zone = text.zone;
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        for (const query::Word& word : text.words) {
            PlacedWord placed = place(word);
            placed.present = required && placed.stems.size() == 1;
            if (!placed.any && placed.frequency < least) {
                least = placed.frequency;
                sequence.rarest = static_cast<std::uint32_t>(sequence.words.size());
            }
            sequence.words.push_back(static_cast<std::uint32_t>(placement_.words.size()));
            placement_.words.push_back(std::move(placed));
        }
        return {std::move(sequence), least};
    }

    PlacedWord place(const query::Word& word) {
        PlacedWord placed;
        placed.any = word.kind == query::Word::Kind::any;
        if (placed.any) return placed;
        placed.letters = word.letters;
        placed.form = word.folded;
        const FormCheck certain = word.letters == query::Letters::any ? FormCheck::none : FormCheck::letters;
        for (const ExpandedStem& stem : expander_.expand(word).stems) {
            const FormCheck check = stem.doubtful ? FormCheck::form : certain;
            placed.stems.push_back({stem.text, stem_hash(stem.text), check});
            placed.frequency += stem.articles;
            placement_.has_checks = placement_.has_checks || check != FormCheck::none;
            placement_.needs_text = placement_.needs_text || check == FormCheck::form;
        }
        std::sort(placed.stems.begin(), placed.stems.end(),
                  [](const PlacedStem& a, const PlacedStem& b) { return a.hash < b.hash; });
        return placed;
    }

    TermExpander& expander_;
    Placement placement_;
};

}  // namespace

std::shared_ptr<const Placement> make_placement(const query::Node& node, TermExpander& expander) {
    return Builder(expander).run(node);
}

}  // namespace broadsheet
