// What a misspelt word may have been meant to be, among the words of an index.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis/vocabulary.h"
#include "schema/index/snapshot.h"
#include "searcher/query/words.h"
#include "searcher/understand/correction.h"

namespace broadsheet {

// Its work is bounded, whatever the word and the index. Not thread-safe; the snapshot must outlive it.
class WordCorrector {
public:
    explicit WordCorrector(Snapshot& snapshot);

    // Best first, folded. None for a word that the index has in any form, for a short one, one with digits or
    // wildcards. One edit away; two for a long word that has nothing nearer, and those behind its second
    // letter.
    std::vector<Correction> corrections(const query::Word& word);

private:
    struct Near {
        std::string spelling;  // that was tried
        double cost = 0;
        std::uint64_t articles = 0;
    };
    using NearStems = std::map<std::string, Near>;  // by stem

    NearStems one_edit_away(const std::string& folded);
    NearStems further_away(const std::string& folded, std::uint32_t edits) const;
    static void add_endings(const std::string& folded, const std::string& stem, std::uint32_t edits,
                            std::uint64_t articles, NearStems& near);
    std::vector<Correction> spelt(const std::string& folded, const NearStems& stems);

    // Words with this stem as articles write them, folded; `tried` among them where it is soon found.
    std::vector<std::string> forms_of(const std::string& stem, const std::string& tried);

    Snapshot& snapshot_;
    Xapian::Stem stemmer_;
    Vocabulary vocabulary_;
};

}  // namespace broadsheet
