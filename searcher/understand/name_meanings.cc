#include "searcher/understand/name_meanings.h"

#include <xapian.h>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>

#include "schema/analysis/name_key.h"
#include "schema/analysis/vocabulary.h"
#include "schema/place_id.h"
#include "searcher/match/article_values.h"
#include "searcher/match/placement_builder.h"
#include "searcher/match/values_meant.h"
#include "searcher/placement/segment_placements.h"

namespace broadsheet {

namespace {

// A surname can be that of thousands: beside those that were met with the name, so many are looked up.
constexpr std::size_t most_unmet = 100;
// ... and so many where each costs a question over the network.
constexpr std::size_t most_unmet_remote = 8;
// Articles that are looked at, spread over the index.
constexpr Xapian::docid most_articles = 100;

// A posting list, followed forwards.
class PostingReader {
public:
    PostingReader(const Xapian::Database& database, const std::string& term)
        : at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {}

    // Goes to the first document from `document` on; 0 where there is none.
    Xapian::docid find(Xapian::docid document) {
        if (at_ == end_) return 0;
        at_.skip_to(document);
        return at_ == end_ ? 0 : *at_;
    }
    bool has(Xapian::docid document) { return find(document) == document; }

private:
    Xapian::PostingIterator at_;
    Xapian::PostingIterator end_;
};

// Whether words stand side by side, article after article.
class SideBySide {
public:
    SideBySide(Snapshot& snapshot, std::span<const query::Word> words)
        : snapshot_(snapshot), by_segment_(snapshot.segments().size()) {
        if (words.size() < 2) return;
        TermExpander expander(snapshot);
        const query::Text text{{words.begin(), words.end()}, query::Zone::anywhere};
        placement_ = make_placement({text, {}}, expander);
    }

    // For articles that have the words, in ascending order.
    bool holds(Xapian::docid document) {
        if (placement_ == nullptr) return true;
        const Location location = snapshot_.locate(document);
        std::unique_ptr<SegmentPlacements>& placements = by_segment_[location.segment];
        if (placements == nullptr)
            placements = std::make_unique<SegmentPlacements>(snapshot_, location.segment, placement_);
        return placements->holds(location.document);
    }

private:
    Snapshot& snapshot_;
    std::shared_ptr<const Placement> placement_;  // null for a single word
    std::vector<std::unique_ptr<SegmentPlacements>> by_segment_;
};

// The key of a person is made of the first and the last part of the name: what is between must fit, too.
bool has_middle_names(const std::string& label, std::string_view name) {
    const std::vector<std::string> typed = person_name(name).parts;
    const std::vector<std::string> known = person_name(label).parts;
    for (std::size_t i = 1; i + 1 < typed.size(); ++i) {
        const bool fits = std::any_of(known.begin(), known.end(), [&](const std::string& part) {
            const bool is_initial = part.size() == 1 || typed[i].size() == 1;
            return part == typed[i] || (is_initial && part.front() == typed[i].front());
        });
        if (!fits) return false;
    }
    return true;
}

}  // namespace

double NameMeanings::share() const {
    if (all.empty()) return 0;
    return looked_at == 0 ? 1 : static_cast<double>(all.front().together) / looked_at;
}

std::string joined_words(std::span<const query::Word> words) {
    std::string name;
    for (const query::Word& word : words) {
        if (!name.empty()) name += ' ';
        name += word.token;
    }
    return name;
}

NameMeanings NameReader::read(std::span<const query::Word> words) const {
    NameMeanings meanings;
    const std::string name = joined_words(words);
    const Candidates candidates = candidates_named(name);
    if (std::all_of(candidates.begin(), candidates.end(), [](const auto& ids) { return ids.empty(); }))
        return meanings;
    const bool remote = snapshot_.has_remote();
    if (!remote) count_together(words, candidates, meanings);
    add_unmet(candidates, remote ? most_unmet_remote : most_unmet, meanings);
    std::erase_if(meanings.all, [&](Meaning& each) {
        each.articles = snapshot_.database().get_termfreq(value_term(each.field, each.id));
        const bool fits = each.field != FieldId::person || words.size() < 3 ||
                          has_middle_names(snapshot_.label(each.field, each.id), name);
        return each.articles == 0 || !fits;
    });
    if (remote) estimate_together(words, meanings);
    std::sort(meanings.all.begin(), meanings.all.end(), [](const Meaning& a, const Meaning& b) {
        if (a.together != b.together) return a.together > b.together;
        return a.articles != b.articles ? a.articles > b.articles : a.id < b.id;
    });
    return meanings;
}

NameReader::Candidates NameReader::candidates_named(std::string_view name) const {
    Candidates candidates;
    for (std::size_t i = 0; i < entity_fields.size(); ++i) {
        std::vector<ValueId> ids = snapshot_.values_named(entity_fields[i], name);
        // The first thing to know of most words is that they are no name.
        const bool is_unknown = ids.size() == 1 && snapshot_.database().get_termfreq(
                                                       value_term(entity_fields[i], ids.front())) == 0;
        if (!is_unknown) candidates[i] = std::move(ids);
    }
    return candidates;
}

void NameReader::count_together(std::span<const query::Word> words, const Candidates& candidates,
                                NameMeanings& meanings) const {
    const Xapian::Database& database = snapshot_.database();
    std::vector<std::string> stems;
    for (const query::Word& word : words)
        stems.push_back(stem_of(word.token, snapshot_.manifest().analysis.stemmer));
    std::sort(stems.begin(), stems.end(), [&](const std::string& a, const std::string& b) {
        return database.get_termfreq(a) < database.get_termfreq(b);
    });
    std::vector<PostingReader> postings;
    for (const std::string& stem : stems)
        postings.emplace_back(database, stem);

    std::array<std::map<ValueId, std::uint32_t>, entity_fields.size()> met;
    SideBySide side_by_side(snapshot_, words);
    ArticleValues values(snapshot_);
    const Xapian::docid last = database.get_lastdocid();
    const bool few = database.get_termfreq(stems.front()) <= most_articles;
    const Xapian::docid step = few ? 1 : std::max<Xapian::docid>(1, last / most_articles);
    Xapian::docid document = 0;
    for (Xapian::docid from = 1; from <= last; from = std::max(from, document) + step) {
        document = postings.front().find(from);
        if (document == 0) break;
        const bool has_all = std::all_of(postings.begin() + 1, postings.end(),
                                         [&](PostingReader& each) { return each.has(document); });
        if (!has_all || !side_by_side.holds(document)) continue;
        ++meanings.looked_at;
        const Location location = snapshot_.locate(document);
        for (std::size_t i = 0; i < entity_fields.size(); ++i) {
            if (candidates[i].empty()) continue;
            for (const ValueId id : values.of(entity_fields[i], location)) {
                if (std::binary_search(candidates[i].begin(), candidates[i].end(), id)) ++met[i][id];
            }
        }
    }
    for (std::size_t i = 0; i < entity_fields.size(); ++i) {
        for (const auto& [id, together] : met[i])
            meanings.all.push_back({entity_fields[i], id, 0, together});
    }
}

void NameReader::add_unmet(const Candidates& candidates, std::size_t most, NameMeanings& meanings) {
    const std::vector<Meaning> met = meanings.all;
    for (std::size_t i = 0; i < entity_fields.size(); ++i) {
        std::size_t unmet = 0;
        for (const ValueId id : candidates[i]) {
            const bool is_met = std::any_of(met.begin(), met.end(), [&](const Meaning& each) {
                return each.field == entity_fields[i] && each.id == id;
            });
            if (is_met) continue;
            if (++unmet > most) break;
            meanings.all.push_back({entity_fields[i], id, 0, 0});
        }
    }
}

void NameReader::estimate_together(std::span<const query::Word> words, NameMeanings& meanings) const {
    if (meanings.all.empty()) return;
    std::uint64_t having = std::numeric_limits<std::uint32_t>::max();
    for (const query::Word& word : words) {
        const std::string stem = stem_of(word.token, snapshot_.manifest().analysis.stemmer);
        having = std::min<std::uint64_t>(having, snapshot_.database().get_termfreq(stem));
    }
    meanings.looked_at = static_cast<std::uint32_t>(having);
    for (Meaning& each : meanings.all)
        each.together = static_cast<std::uint32_t>(std::min(each.articles, having));
}

bool NameReader::means_only(FieldId field_id, const std::string& value, ValueId id) const {
    const std::vector<ValueId> ids = values_meant({field_id, value, {}}, snapshot_).ids;
    return std::all_of(ids.begin(), ids.end(), [&](ValueId each) {
        return each == id || snapshot_.database().get_termfreq(value_term(field_id, each)) == 0;
    });
}

std::string NameReader::filter_value(const Meaning& meaning, const std::string& label) const {
    const auto named = snapshot_.values_named(meaning.field, label);
    const bool has_it = std::binary_search(named.begin(), named.end(), meaning.id);
    if (has_it && means_only(meaning.field, label, meaning.id)) return label;
    if (meaning.field == FieldId::place && country_of(meaning.id) != 0) {
        const std::string within = label + ", " + snapshot_.label(FieldId::place, country_of(meaning.id));
        const auto ids = values_meant({meaning.field, within, {}}, snapshot_).ids;
        const bool has = std::binary_search(ids.begin(), ids.end(), meaning.id);
        if (has && means_only(meaning.field, within, meaning.id)) return within;
    }
    return to_text(meaning.id);
}

}  // namespace broadsheet
