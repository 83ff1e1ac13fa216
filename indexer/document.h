// An article as a Xapian document and as a row of the columns.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "indexer/entities/article_entities.h"
#include "schema/analysis/analyser.h"
#include "schema/article.h"
#include "schema/index/columns.h"

namespace broadsheet {

// A facet value of an article with its spelling there.
struct LabelledValue {
    FacetValue value;
    std::string_view label;  // into the article or its entities
};

// Ascending by value and distinct; empty names are left out. `found` is null where nobody looked for
// entities: then people, organisations and places are those that the collection gives.
std::vector<LabelledValue> facet_values(const Article& article, const entities::ArticleEntities* found);

// Everything but the data: terms and values. `text` comes from an analyser with that vocabulary and title
// weight.
Xapian::Document make_document(const Article& article, const AnalysedText& text, const Vocabulary& vocabulary,
                               std::uint32_t title_weight, const std::vector<LabelledValue>& values,
                               std::uint64_t content_hash);

// Adds what the article is about, and where its entities come from.
void add_entity_terms(const Article& article, const entities::ArticleEntities* found,
                      Xapian::Document& document);

// The entities that are stored with the article: those that its text names or its collection gives.
Annotation stored_annotation(const entities::ArticleEntities& found);

// The entities that the article is about, which `about:` finds; ascending.
std::vector<ValueId> subjects_of(const entities::ArticleEntities& found);

// The row of a document with these values; `length` as Xapian counts it. Of entities that the annotation has
// not, as the country of a town that is named, all that counts is whether they are a subject.
ColumnRow make_row(const Article& article, std::uint32_t length, const std::vector<LabelledValue>& values,
                   const Annotation& annotation, const std::vector<ValueId>& subjects);

// The length that Xapian will give the document: the sum of its terms' frequencies.
std::uint32_t document_length(const AnalysedText& text, std::uint32_t title_weight);

// content_hash() as the value of its slot.
std::string pack_hash(std::uint64_t hash);

}  // namespace broadsheet
