// What is found out about an article's names: who and what they are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/entities/mention.h"
#include "indexer/entities/places/gazetteer.h"
#include "schema/annotation.h"
#include "schema/place_record.h"

namespace broadsheet::entities {

struct NamedEntity {
    Entity entity;                  // as it is stored
    std::string label;              // its fullest name in the article, or the canonical one
    std::vector<std::string> keys;  // name_key() of its names, here and by a table
    PlaceNumber place = no_place;
    PlaceRecord where;        // when it is a place that the gazetteer has
    bool recognised = false;  // the text names it as a subject
    bool implied = false;     // a place in which one of the article's places lies, itself not named

    // A subject of the article or given by its collection: counted by facets. Others are its authors, its
    // agency, its dateline.
    bool counts() const { return recognised || implied || entity.given; }
};

struct ArticleEntities {
    static constexpr std::uint32_t none = 0xffffffff;

    std::vector<Mention> mentions;         // the recogniser's: title, then body
    std::vector<std::uint32_t> entity_of;  // for each mention, its index in `entities`
    std::vector<NamedEntity> entities;     // the most salient first
    std::vector<std::uint32_t> dateline;   // where it was written: a place and what it lies in, indices
};

}  // namespace broadsheet::entities
