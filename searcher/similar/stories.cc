#include "searcher/similar/stories.h"

#include <algorithm>

#include "searcher/similar/telling_words.h"

namespace broadsheet {

namespace {

Sketch sketch_of(const Article& article, Analyser& analyser) {
    return {analyser.analyse(article.title, beginning_of(article.body)), analyser.vocabulary()};
}

}  // namespace

FoldedHits fold_copies(Snapshot& snapshot, const std::vector<RankedDocument>& hits, std::size_t limit,
                       const Article& source, Analyser& analyser, Deadline deadline) {
    const Sketch of_source = sketch_of(source, analyser);
    FoldedHits result;
    for (const RankedDocument& hit : hits) {
        if (result.stories.size() == limit) break;
        if (deadline && result.read >= limit && std::chrono::steady_clock::now() >= *deadline) {
            result.is_complete = false;
            break;
        }
        ++result.read;
        StoredArticle stored = snapshot.stored(hit.location);
        stored.article.original = {};
        Sketch sketch = sketch_of(stored.article, analyser);
        if (sketch.is_copy_of(of_source)) {
            result.of_source.push_back(stored.article.id);
            continue;
        }
        const auto known = std::find_if(result.stories.begin(), result.stories.end(),
                                        [&](const Story& story) { return sketch.is_copy_of(story.sketch); });
        if (known != result.stories.end()) {
            known->copies.push_back(stored.article.id);
        } else {
            result.stories.push_back({hit, std::move(stored), std::move(sketch), {}});
        }
    }
    return result;
}

}  // namespace broadsheet
