#include "indexer/copies/grouping.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <unordered_map>

#include "indexer/copies/comparison.h"
#include "indexer/copies/sketch.h"

namespace broadsheet::copies {

namespace {

constexpr std::size_t chunk_articles = 4096;   // whose candidates are looked for together
constexpr std::size_t run_entries = 1u << 18;  // sketch entries that are sorted together: 2 MB
constexpr std::size_t most_of_hash = 12;       // candidates that one hash proposes
constexpr std::size_t most_compared = 6;       // candidates of an article
constexpr std::size_t most_of_story = 3;       // of which of one story
constexpr double seconds_a_day = 86400;

struct Asked {
    std::uint32_t hash;
    std::uint32_t article;  // in the chunk
    friend auto operator<=>(const Asked&, const Asked&) = default;
};

struct Candidate {
    std::uint32_t article;  // in the chunk
    std::uint32_t segment;  // index into the known ones, or one behind them: the new one
    DocId document;
    float rarity;  // of the hashes that they share: each counts less the more articles have it
    bool is_same(const Candidate& other) const {
        return article == other.article && segment == other.segment && document == other.document;
    }
};

bool comes_before(const Candidate& a, const Candidate& b) {
    if (a.article != b.article) return a.article < b.article;
    if (a.segment != b.segment) return a.segment < b.segment;
    return a.document < b.document;
}

// A part of the new segment's sketches, sorted by itself.
struct SketchRun {
    // Takes the entries, of ascending documents.
    SketchRun(std::vector<SketchEntry>& entries, DocId highest)
        : last(highest), packer([this](std::string_view bytes) { packed += bytes; }) {
        std::sort(entries.begin(), entries.end());
        for (const SketchEntry& entry : entries)
            packer.add(entry);
        packer.finish();
        entries.clear();
    }
    SketchView view() const { return {packed, packer.blocks(), packer.entries(), last}; }

    DocId last;
    std::string packed;
    SketchPacker packer;
};

std::optional<ValueId> source_of(const Columns& columns, DocId document) {
    const auto [first, end] = columns.range(FieldId::source);
    for (const Ordinal ordinal : columns.ordinals(document)) {
        if (ordinal >= first && ordinal < end) return columns.ids()[ordinal];
    }
    return std::nullopt;
}

class Grouping {
public:
    Grouping(const NewSegment& segment, const std::vector<KnownSegment>& known)
        : segment_(segment), known_(known) {
        for (const KnownSegment& each : known) {
            base_ = std::max(base_, each.copies->highest());
            numbers_.unite(each.copies->united());
        }
    }

    StoryRows run(CopiesWriter& file) {
        DocId last = 0;
        for (const NewArticles& articles : segment_.articles)
            last = std::max(last, in_segment(articles, articles.words->last()));
        rows_.stories.assign(std::size_t{last} + 1, 0);
        sketch_all(last);
        for_each([this](const Words& words, DocId document) {
            for (const std::uint32_t hash : words.sketch)
                asked_.push_back({hash, static_cast<std::uint32_t>(chunk_.size())});
            chunk_.push_back({words, document});
            if (chunk_.size() == chunk_articles) look_for_chunk();
        });
        look_for_chunk();
        for (StoryNumber& number : rows_.stories)
            number = numbers_.smallest(number);
        std::vector<SketchView> views;
        for (const auto& run : runs_)
            views.push_back(run->view());
        merge_sketches(views, [&file](std::size_t, const SketchEntry& entry) { file.add(entry); });
        return std::move(rows_);
    }

private:
    struct NewArticle {
        Words words;
        DocId document;
    };

    static DocId in_segment(const NewArticles& articles, DocId document) {
        return static_cast<DocId>(static_cast<std::int64_t>(document) + articles.offset);
    }

    template <typename Take>
    void for_each(const Take& take) {
        for (const NewArticles& articles : segment_.articles) {
            for (DocId i = 1; i <= articles.words->last(); ++i) {
                const DocId document = in_segment(articles, i);
                if (!std::binary_search(segment_.left_out.begin(), segment_.left_out.end(), document))
                    take(articles.words->words(i), document);
            }
        }
    }

    // Calls take(hash, first, behind) for the articles that ask for each hash.
    template <typename Take>
    void for_each_hash(const Take& take) const {
        for (auto first = asked_.begin(); first != asked_.end();) {
            const auto behind = std::find_if(first, asked_.end(),
                                             [&](const Asked& each) { return each.hash != first->hash; });
            take(first->hash, first, behind);
            first = behind;
        }
    }

    void sketch_all(DocId last) {
        std::vector<SketchEntry> entries;
        for_each([&](const Words& words, DocId document) {
            rows_.stories[document] = base_ + document;
            for (const std::uint32_t hash : words.sketch.first(std::min(kept_hashes, words.sketch.size())))
                entries.push_back({hash, document});
            if (entries.size() >= run_entries) runs_.push_back(std::make_unique<SketchRun>(entries, last));
        });
        if (!entries.empty()) runs_.push_back(std::make_unique<SketchRun>(entries, last));
    }

    void propose() {
        std::sort(asked_.begin(), asked_.end());
        std::vector<DocId> found;
        const auto propose_found = [&](std::size_t segment, auto first, auto behind) {
            const float rarity = 1 / static_cast<float>(found.size());
            for (auto asking = first; asking != behind; ++asking) {
                const DocId own = segment == known_.size() ? chunk_[asking->article].document : 0;
                for (const DocId document : found) {
                    if (document != own)
                        candidates_.push_back(
                            {asking->article, static_cast<std::uint32_t>(segment), document, rarity});
                }
            }
        };
        const auto look_in = [&](const SketchView& view, std::size_t segment) {
            SketchCursor cursor(view);
            for_each_hash([&](std::uint32_t hash, auto first, auto behind) {
                found.clear();
                cursor.find(hash, most_of_hash, found);
                propose_found(segment, first, behind);
            });
        };
        for (std::size_t i = 0; i < known_.size(); ++i)
            look_in(known_[i].copies->sketches(), i);
        for (const auto& run : runs_)
            look_in(run->view(), known_.size());
    }

    void weigh() {
        std::sort(candidates_.begin(), candidates_.end(), comes_before);
        auto kept = candidates_.begin();
        for (auto each = candidates_.begin(); each != candidates_.end(); ++each) {
            if (kept != candidates_.begin() && (kept - 1)->is_same(*each)) {
                (kept - 1)->rarity += each->rarity;
            } else {
                *kept++ = *each;
            }
        }
        candidates_.erase(kept, candidates_.end());
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
            return a.article != b.article ? a.article < b.article : a.rarity > b.rarity;
        });
    }

    void look_for_chunk() {
        propose();
        weigh();
        for (auto first = candidates_.begin(); first != candidates_.end();) {
            const auto behind = std::find_if(first, candidates_.end(), [&](const Candidate& each) {
                return each.article != first->article;
            });
            compare(chunk_[first->article], {first, behind});
            first = behind;
        }
        candidates_.clear();
        asked_.clear();
        chunk_.clear();
    }

    void compare(const NewArticle& article, std::span<const Candidate> candidates) {
        std::size_t compared = 0;
        std::unordered_map<StoryNumber, std::size_t> refused;  // by story
        const StoryNumber own = base_ + article.document;
        for (const Candidate& candidate : candidates) {
            const bool is_new = candidate.segment == known_.size();
            const StoryNumber other =
                numbers_.smallest(is_new ? base_ + candidate.document
                                         : known_[candidate.segment].copies->stories()[candidate.document]);
            if (other == 0 || other == numbers_.smallest(own) || refused[other] == most_of_story) continue;
            if (compared == 0) comparer_.turn_to(article.words);
            if (is_copy(article.document, candidate)) {
                unite(own, other);
            } else {
                ++refused[other];
            }
            if (++compared == most_compared) return;
        }
    }

    bool is_copy(DocId document, const Candidate& candidate) {
        const bool is_new = candidate.segment == known_.size();
        const Positions& positions = is_new ? *segment_.positions : *known_[candidate.segment].positions;
        const Columns& columns = is_new ? *segment_.columns : *known_[candidate.segment].columns;
        if (candidate.document > positions.last() || candidate.document > columns.last()) return false;
        const std::string_view record = positions.record(candidate.document);
        if (record.empty()) return false;
        const Overlap overlap = comparer_.compare(ArticlePositions(record));
        const Seconds date = segment_.columns->date(document);
        const Seconds other_date = columns.date(candidate.document);
        std::optional<double> days;
        if (date != Columns::no_date && other_date != Columns::no_date)
            days = std::abs(static_cast<double>(date) - static_cast<double>(other_date)) / seconds_a_day;
        const bool of_one_source =
            source_of(*segment_.columns, document) == source_of(columns, candidate.document);
        if (!are_copies(overlap, days, of_one_source)) return false;
        return is_new || known_[candidate.segment].has(candidate.document);
    }

    void unite(StoryNumber one, StoryNumber other) {
        one = numbers_.smallest(one);
        other = numbers_.smallest(other);
        if (std::max(one, other) <= base_) rows_.united.push_back({one, other});
        numbers_.unite(one, other);
    }

    const NewSegment& segment_;
    const std::vector<KnownSegment>& known_;
    StoryNumber base_ = 0;  // the highest number before the new articles
    UnitedNumbers numbers_;
    StoryRows rows_;
    std::vector<std::unique_ptr<SketchRun>> runs_;
    Comparer comparer_;
    std::vector<NewArticle> chunk_;
    std::vector<Asked> asked_;
    std::vector<Candidate> candidates_;
};

}  // namespace

StoryRows group_copies(const NewSegment& segment, const std::vector<KnownSegment>& known,
                       CopiesWriter& file) {
    return Grouping(segment, known).run(file);
}

}  // namespace broadsheet::copies
