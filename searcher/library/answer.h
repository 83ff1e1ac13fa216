// The engine's answers as the library's.
#pragma once

#include <memory>

#include "broadsheet/searcher.h"
#include "searcher/commands/parameters.h"
#include "searcher/engine/suggest.h"
#include "searcher/render/json.h"

namespace broadsheet::searcher {

Answer to_answer(std::shared_ptr<const SearchResponse> response, HitFields fields, double milliseconds);
Article to_article(FoundArticle found);
Suggestion to_suggestion(const broadsheet::Suggestion& suggestion);

}  // namespace broadsheet::searcher
