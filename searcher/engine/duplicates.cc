#include "searcher/engine/duplicates.h"

#include <algorithm>

#include "searcher/match/article_id.h"

namespace broadsheet {

Duplicates::Duplicates(Snapshot& snapshot) : snapshot_(snapshot), members_(snapshot.stories().members()) {}

Duplicates::Duplicates(Snapshot& snapshot, const std::vector<Location>& articles) : snapshot_(snapshot) {
    std::vector<StoryNumber> asked;
    asked.reserve(articles.size());
    for (const Location article : articles)
        asked.push_back(snapshot.stories().of(article.segment, article.document));
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    std::erase(asked, StoryNumber{0});
    if (!asked.empty()) members_ = snapshot.stories().members(asked);
}

std::vector<std::string> Duplicates::of(Location article) {
    std::vector<std::string> ids;
    const StoryNumber story = snapshot_.stories().of(article.segment, article.document);
    if (story == 0) return ids;
    for (auto member = std::lower_bound(members_.begin(), members_.end(), Stories::Member{story, 0, 0});
         member != members_.end() && member->story == story && ids.size() < most_duplicates; ++member) {
        const bool is_itself = member->segment == article.segment && member->document == article.document;
        if (!is_itself)
            ids.push_back(article_id(snapshot_, snapshot_.docid({member->segment, member->document})));
    }
    return ids;
}

}  // namespace broadsheet
