#include "indexer/copies/comparison.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>

namespace broadsheet::copies {

namespace {

constexpr std::uint32_t run_words = 3;
constexpr std::uint32_t long_run = 10;
constexpr std::uint32_t most_tried = 8;        // places of one shingle
constexpr std::uint32_t neighbouring_gap = 8;  // words

// Fitted by logistic regression to copies made of one collection and to its own articles of other stories,
// and measured on others. Forms of one kind (deals, rates, dividends) have other names and numbers in the
// same places; a text that quotes a paragraph of another shares one run with it. Copies of wire stories come
// within days.
constexpr double least_share = 0.5;
constexpr double least_share_of_longer = 0.2;
constexpr std::uint32_t fewest_shared = 15;  // words; shorter texts have to be the same
constexpr double enough_evidence = 5.2;
constexpr double near_days = 7;
constexpr double notice_days = 1;

// An article says most of what its title says. Titles of one story share words, however an editor changes
// them; what else titles of one source share is its name and the like, which a box may say, too.
constexpr double least_said = 0.45;        // of a title, the mean of two
constexpr double least_said_of_one = 0.3;  // of the words that only one of two titles has
constexpr double least_shared_of_titles = 2.0 / 3;

constexpr std::uint32_t fact = Words::has_digit | Words::has_capital;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

std::uint32_t hash_of(const std::uint32_t* ranks) {
    return (ranks[0] * 0x9e3779b1u ^ ranks[1] * 0x85ebca77u ^ ranks[2] * 0xc2b2ae3du) * 0x27d4eb2fu;
}

void sort_and_unite(std::vector<std::uint32_t>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Texts of so many words with fewer in common are no copies; see are_copies().
std::size_t least_shared(std::size_t words, std::size_t other_words) {
    const auto least = static_cast<std::size_t>(
        std::max({least_share * static_cast<double>(words),
                  least_share_of_longer * static_cast<double>(other_words), double{fewest_shared}}));
    return words == other_words ? std::min(words, least) : least;
}

}  // namespace

void Comparer::turn_to(const Words& words) {
    words_ = words;
    begin_ = first_compared(static_cast<std::uint32_t>(words.tokens.size()), words.title_tokens);
}

// Of two texts that are the same. What the title has and the other article has not is of no rank.
bool Comparer::is_off_title(const ArticlePositions& other) const {
    std::vector<std::uint32_t> title;
    for (const std::uint32_t token : words_.tokens.first(begin_))
        title.push_back(token & Words::term_mask);
    sort_and_unite(title);
    std::transform(title.begin(), title.end(), title.begin(),
                   [this](std::uint32_t term) { return ranks_[term]; });
    std::sort(title.begin(), title.end());
    std::vector<std::uint32_t> other_title;
    for (std::uint32_t i = 0; i < first_compared(other.size(), other.title_size()); ++i)
        other_title.push_back(other.rank_at(i));
    sort_and_unite(other_title);
    std::vector<std::uint32_t> of_one;  // words of one title that the other has not
    std::set_symmetric_difference(title.begin(), title.end(), other_title.begin(), other_title.end(),
                                  std::back_inserter(of_one));
    const std::size_t shared = (title.size() + other_title.size() - of_one.size()) / 2;
    const std::size_t shorter = std::min(title.size(), other_title.size());
    if (static_cast<double>(shared) >= least_shared_of_titles * static_cast<double>(shorter)) return false;
    const auto said_of = [this](const std::vector<std::uint32_t>& words) {
        const auto said = std::count_if(words.begin(), words.end(), [this](std::uint32_t rank) {
            return std::find(others_.begin(), others_.end(), rank) != others_.end();
        });
        return static_cast<double>(said) / static_cast<double>(words.size());
    };
    return said_of(of_one) < least_said_of_one || (said_of(title) + said_of(other_title)) / 2 < least_said;
}

void Comparer::index_other() {
    const std::size_t shingles = others_.size() < run_words ? 0 : others_.size() - run_words + 1;
    heads_.assign(std::bit_ceil(shingles * 2 + 1), 0);
    before_.resize(shingles);
    const std::size_t mask = heads_.size() - 1;
    for (std::size_t i = 0; i < shingles; ++i) {
        std::uint32_t& head = heads_[(hash_of(&others_[i]) >> 8) & mask];
        before_[i] = head;
        head = static_cast<std::uint32_t>(i + 1);
    }
}

// The longest run from here, of equally long ones that nearest to `wanted`.
Comparer::Run Comparer::longest_at(std::uint32_t at, std::uint32_t wanted) const {
    Run best{at, 0, 0};
    const auto distance = [wanted](std::uint32_t place) {
        return place > wanted ? place - wanted : wanted - place;
    };
    std::uint32_t tried = 0;
    const std::size_t mask = heads_.size() - 1;
    for (std::uint32_t place = heads_[(hash_of(&mine_[at]) >> 8) & mask]; place != 0 && tried < most_tried;
         place = before_[place - 1]) {
        const std::uint32_t other_at = place - 1;
        std::uint32_t length = 0;
        while (at + length < mine_.size() && other_at + length < others_.size() &&
               mine_[at + length] == others_[other_at + length])
            ++length;
        if (length < run_words) continue;
        ++tried;
        if (length > best.length || (length == best.length && distance(other_at) < distance(best.other_at)))
            best = {at, other_at, length};
    }
    return best;
}

void Comparer::take_ranks(const ArticlePositions& other) {
    ranks_.clear();
    for (const std::uint64_t term : words_.terms) {
        const std::uint32_t rank = other.rank_of(term);
        ranks_.push_back(rank < other.distinct() ? rank : none);
    }
    mine_.clear();
    for (const std::uint32_t token : words_.tokens.subspan(begin_))
        mine_.push_back(ranks_[token & Words::term_mask]);
    others_.clear();
    for (std::uint32_t i = first_compared(other.size(), other.title_size()); i < other.size(); ++i)
        others_.push_back(other.rank_at(i));
}

// Of mine, those that can be in runs for all that is known without looking at their order.
std::size_t Comparer::in_stretches_of_known_words() const {
    std::size_t all = 0;
    std::size_t stretch = 0;
    for (const std::uint32_t rank : mine_) {
        stretch = rank == none ? 0 : stretch + 1;
        if (stretch >= run_words) all += stretch == run_words ? run_words : 1;
    }
    return all;
}

// What stands between neighbouring runs: words of one text in the place of the other's.
void Comparer::count_gap(const Run& last, const Run& run, const ArticlePositions& other,
                         Overlap& overlap) const {
    const std::uint32_t begin = last.at + last.length;
    const std::uint32_t other_begin = last.other_at + last.length;
    if (run.other_at < other_begin) return;
    const std::uint32_t gap = run.at - begin;
    const std::uint32_t other_gap = run.other_at - other_begin;
    if (std::min(gap, other_gap) == 0 || std::max(gap, other_gap) > neighbouring_gap) return;
    overlap.replaced += std::min(gap, other_gap);
    const std::uint32_t other_base = first_compared(other.size(), other.title_size());
    bool is_name = false;
    for (std::uint32_t i = other_begin; i < run.other_at && !is_name; ++i)
        is_name = other.letters_at(other_base + i).capital;
    const std::uint32_t wanted = is_name ? fact : Words::has_digit;
    for (std::uint32_t i = begin; i < run.at; ++i)
        overlap.facts += (words_.tokens[begin_ + i] & wanted) != 0 ? 1 : 0;
}

Overlap Comparer::compare(const ArticlePositions& other) {
    const auto mine = static_cast<std::uint32_t>(words_.tokens.size() - begin_);
    const std::uint32_t others = other.size() - first_compared(other.size(), other.title_size());
    Overlap overlap;
    overlap.words = std::min(mine, others);
    overlap.other_words = std::max(mine, others);
    const std::size_t least = least_shared(overlap.words, overlap.other_words);
    if (overlap.words < least) return overlap;
    take_ranks(other);
    if (in_stretches_of_known_words() < least) return overlap;
    index_other();
    covered_.assign(others_.size(), false);
    std::uint32_t covered = 0;
    std::uint32_t shared = 0;
    Run last{0, 0, 0};
    for (std::uint32_t at = 0; at + run_words <= mine_.size();) {
        if (shared + (mine_.size() - at) < least) return overlap;
        if (mine_[at] == none) {
            ++at;
            continue;
        }
        const Run run = longest_at(at, last.other_at + last.length);
        if (run.length == 0) {
            ++at;
            continue;
        }
        std::uint32_t fresh = 0;
        for (std::uint32_t i = 0; i < run.length; ++i) {
            fresh += covered_[run.other_at + i] ? 0 : 1;
            covered_[run.other_at + i] = true;
            overlap.shared_facts += (words_.tokens[begin_ + at + i] & fact) != 0 ? 1 : 0;
        }
        covered += fresh;
        shared += run.length;
        ++overlap.runs;
        if (run.length >= long_run) overlap.in_long_runs += fresh;
        if (last.length > 0) count_gap(last, run, other, overlap);
        last = run;
        at += run.length;
    }
    overlap.shared = std::min(covered, shared);
    overlap.is_off_title = overlap.is_whole() && is_off_title(other);
    return overlap;
}

bool are_copies(const Overlap& overlap, std::optional<double> days, bool of_one_source) {
    if (overlap.words == 0 || overlap.shared == 0) return false;
    if (overlap.is_whole()) {
        const bool is_notice = overlap.words < fewest_shared && days && *days > notice_days;
        return !is_notice && !(of_one_source && overlap.is_off_title);
    }
    const auto ratio = [](double part, double all) { return part / all; };
    const double share = ratio(overlap.shared, overlap.words);
    const double of_longer = ratio(overlap.shared, overlap.other_words);
    if (share < least_share || of_longer < least_share_of_longer || overlap.shared < fewest_shared)
        return false;
    const double replaced = ratio(overlap.replaced, overlap.shared + overlap.replaced);
    const double facts = ratio(overlap.facts, overlap.facts + overlap.shared_facts + 2);
    const double apart = days.value_or(0);
    const double evidence = 2 * share + 2.7 * ratio(overlap.in_long_runs, overlap.words) +
                            1.1 * std::log(1.0 + overlap.shared) + 0.84 * std::log(overlap.runs);
    const double doubt =
        6 * replaced + 16.6 * facts + 3.9 * std::min(apart / near_days, 1.0) + (apart > near_days ? 9 : 0);
    return evidence - doubt > enough_evidence;
}

}  // namespace broadsheet::copies
