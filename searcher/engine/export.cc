#include <optional>

#include "searcher/engine/duplicates.h"
#include "searcher/engine/reading.h"
#include "searcher/engine/search.h"
#include "searcher/match/matcher.h"
#include "searcher/query/parser.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_labels = 10'000;  // that are kept, however many the articles name

}  // namespace

std::vector<std::string> export_hits(Snapshot& snapshot, const SearchRequest& request,
                                     const std::function<void(const Hit& hit)>& write) {
    query::ParsedQuery parsed = query::parse(request.query, request.now);
    TermExpander expander(snapshot);
    const query::Matching matching = request.matching.value_or(query::Matching::all);
    const query::Node root = with_other_forms(snapshot, request, std::move(parsed.root), parsed.warnings);
    Plan plan = make_plan(root, matching, request.restrictions, snapshot, expander);

    Labels labels(snapshot);
    std::optional<Duplicates> duplicates;
    if (request.count_stories && !snapshot.has_remote()) duplicates.emplace(snapshot);
    std::size_t rank = 0;
    const auto write_article = [&](Location location) {
        Hit hit;
        hit.rank = ++rank;
        StoredArticle stored = snapshot.stored(location);
        hit.title.text = stored.article.title;
        for (const FieldId field : entity_fields)
            hit.entities.emplace_back(field, values_of(snapshot, location, stored, field, labels));
        hit.article = std::move(stored.article);
        hit.corrections = corrections_of(snapshot, location);
        if (duplicates) hit.duplicates = duplicates->of(location);
        write(hit);
        labels.forget_beyond(most_labels);
    };
    for_each_match(snapshot, plan, request.matcher, write_article);
    std::vector<std::string> warnings = std::move(parsed.warnings);
    warnings.insert(warnings.end(), plan.warnings.begin(), plan.warnings.end());
    return warnings;
}

}  // namespace broadsheet
