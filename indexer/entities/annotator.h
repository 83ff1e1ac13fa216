// From an article to its entities: recognising, uniting, resolving, weighing.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/entities/article_entities.h"
#include "indexer/entities/identity/alias_table.h"
#include "indexer/entities/places/resolver.h"
#include "indexer/entities/places/source_prior.h"
#include "indexer/entities/recogniser.h"
#include "schema/article.h"

namespace broadsheet::entities {

// Immutable once loaded; shared by threads.
struct Knowledge {
    Model model;
    Gazetteer gazetteer;
    AliasTable aliases;
};

// The model, the gazetteer and the table of aliases that the program carries within itself.
Knowledge built_in_knowledge();

// One thread's annotator. The result for a batch does not depend on the batches before it.
class Annotator {
public:
    // `knowledge` must outlive it.
    explicit Annotator(const Knowledge& knowledge);

    // The entities of each article. Where a source's articles usually are is learnt from the batch itself, so
    // that an unclear "Springfield" is resolved as the paper's other articles suggest.
    std::vector<ArticleEntities> annotate(std::span<const Article* const> articles);

private:
    struct Recognised;
    class Builder;

    const Knowledge& knowledge_;
    Recogniser recogniser_;
    PlaceResolver resolver_;
};

}  // namespace broadsheet::entities
