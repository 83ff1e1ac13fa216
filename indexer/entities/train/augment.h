// Text made from text: headline copies, datelines, result tables. News has capitals, datelines and tables
// that the annotated corpora lack.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/entities/train/corpus.h"
#include "indexer/entities/train/random.h"

namespace broadsheet::entities::train {

// A copy of the document in which some sentences stand in capitals or Like A Headline; the others are context
// only.
GoldDocument headline_copy(const GoldDocument& document, Random& random);

// A copy in which the hyphenated words of names are cut: "Kai - shek". Sentences without such words are
// context only.
GoldDocument hyphen_copy(const GoldDocument& document);

// What tables and datelines are filled with.
struct NameStock {
    std::vector<std::vector<std::string>> people;  // of two words and more
    std::vector<std::string> surnames;
    std::vector<std::vector<std::string>> cities;
    std::vector<std::vector<std::string>> countries;
    std::vector<std::vector<std::string>> clubs;  // organisations of one or two words
};
NameStock collect_names(const std::vector<GoldDocument>& documents, const std::filesystem::path& gazetteer);

// A copy of the document with a dateline before its first long sentence; the rest is context only.
GoldDocument dateline_copy(const GoldDocument& document, const NameStock& names, Random& random);

// A document of results as agencies send them: a headline, a dateline, rows.
GoldDocument result_table(const NameStock& names, Random& random);

}  // namespace broadsheet::entities::train
