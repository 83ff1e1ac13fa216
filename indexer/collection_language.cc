#include "indexer/collection_language.h"

#include <xapian.h>

#include <algorithm>
#include <map>

namespace broadsheet {

namespace {

bool has_stemmer(const std::string& language) {
    try {
        const Xapian::Stem stemmer(language);
        return !stemmer.is_none();
    } catch (const Xapian::InvalidArgumentError&) {
        return false;
    }
}

}  // namespace

std::string usual_stemmer(const std::vector<const Article*>& articles) {
    std::map<std::string, std::size_t> counts;
    std::size_t known = 0;
    for (const Article* article : articles) {
        // "pt-BR" is stemmed as "pt".
        const std::string language = article->language.substr(0, article->language.find_first_of("-_"));
        if (language.empty()) continue;
        ++counts[language];
        ++known;
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == counts.end() || 2 * most->second <= known) return {};
    return has_stemmer(most->first) ? most->first : std::string();
}

}  // namespace broadsheet
