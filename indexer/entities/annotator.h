// From an article to its entities: recognising, uniting, resolving, weighing.
#pragma once

#include <map>
#include <span>
#include <string>
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

    // The entities of each article. Where a source's articles usually are is learnt from the batch itself and
    // from `priors`, so that an unclear "Springfield" is resolved as the paper's other articles suggest.
    // `priors` has a prior or null for each article, or nothing at all.
    std::vector<ArticleEntities> annotate(std::span<const Article* const> articles,
                                          std::span<const SourcePrior* const> priors = {});

    // What all batches since the last call say of their sources.
    std::map<std::string, SourcePrior> take_learnt();

private:
    struct Recognised;

    const Knowledge& knowledge_;
    Recogniser recogniser_;
    PlaceResolver resolver_;
    std::map<std::string, SourcePrior> learnt_;
};

}  // namespace broadsheet::entities
