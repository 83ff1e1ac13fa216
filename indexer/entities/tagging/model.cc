#include "indexer/entities/tagging/model.h"

#include <utility>

namespace broadsheet::entities {

Model::Model(Lexicon lexicon, const std::vector<Weights>& weights,
             const Transitions<std::int32_t>& transitions)
    : transitions_(transitions), lexicon_(std::move(lexicon)) {
    rows_.reserve(weights.size());
    for (const Weights& it : weights) {
        blocks_[it.row >> 6].present |= std::uint64_t{1} << (it.row & 63);
        rows_.push_back(it.values);
    }
    count_rows();
}

void Model::count_rows() {
    std::uint64_t before = 0;
    for (Block& block : blocks_) {
        block.before = before;
        before += static_cast<std::uint64_t>(std::popcount(block.present));
    }
}

Model::Model(Contents contents)
    : rows_(std::move(contents.rows)),
      transitions_(contents.transitions),
      lexicon_(std::move(contents.slots)) {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
        blocks_[i].present = contents.present[i];
    count_rows();
}

}  // namespace broadsheet::entities
