#include "searcher/similar/sketch.h"

#include <xxhash.h>

#include <algorithm>
#include <string_view>

namespace broadsheet {

namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t most_sampled = 512;  // the error of a share is some 4 per cent

constexpr double most_of_it = 0.7;
constexpr double nearly_same = 0.6;        // resemblance
constexpr double same_title_share = 0.45;  // enough where the headline is the same, too

std::uint64_t hash_of(const std::vector<std::uint64_t>& words, std::size_t begin, std::size_t end) {
    return XXH3_64bits(words.data() + begin, (end - begin) * sizeof(std::uint64_t));
}

}  // namespace

Sketch::Sketch(const AnalysedText& text, const Vocabulary& vocabulary) {
    std::vector<std::uint64_t> words;
    words.reserve(text.tokens.size());
    for (const std::uint32_t term : text.tokens)
        words.push_back(vocabulary.hash(text.terms[term].number));
    title_ = hash_of(words, 0, text.title_tokens);

    const std::size_t in_body = words.size() - text.title_tokens;
    if (in_body == 0) return;
    const std::size_t length = std::min(shingle_words, in_body);
    for (std::size_t begin = text.title_tokens; begin + length <= words.size(); ++begin)
        sample_.push_back(hash_of(words, begin, begin + length));
    std::sort(sample_.begin(), sample_.end());
    sample_.erase(std::unique(sample_.begin(), sample_.end()), sample_.end());
    shingles_ = sample_.size();
    sample_.resize(std::min(sample_.size(), most_sampled));
    sample_.shrink_to_fit();
}

bool Sketch::is_copy_of(const Sketch& known) const {
    if (shingles_ == 0 || known.shingles_ == 0) return shingles_ == known.shingles_ && title_ == known.title_;
    const double share = share_in(known);
    if (share >= most_of_it || resemblance(known) >= nearly_same) return true;
    return title_ == known.title_ && share >= same_title_share;
}

double Sketch::share_in(const Sketch& other) const {
    if (shingles_ == 0) return 0;
    const double resembling = resemblance(other);
    const double shared = resembling / (1 + resembling) * static_cast<double>(shingles_ + other.shingles_);
    return std::min(1.0, shared / static_cast<double>(shingles_));
}

// Of the smallest hashes of both together, the part that both have.
double Sketch::resemblance(const Sketch& other) const {
    const bool complete = shingles_ <= most_sampled && other.shingles_ <= most_sampled;
    const std::size_t most = complete ? sample_.size() + other.sample_.size() : most_sampled;
    std::size_t together = 0;
    std::size_t shared = 0;
    auto a = sample_.begin();
    auto b = other.sample_.begin();
    while ((a != sample_.end() || b != other.sample_.end()) && together < most) {
        ++together;
        if (b == other.sample_.end() || (a != sample_.end() && *a < *b)) {
            ++a;
        } else if (a == sample_.end() || *b < *a) {
            ++b;
        } else {
            ++shared;
            ++a;
            ++b;
        }
    }
    return together == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(together);
}

}  // namespace broadsheet
