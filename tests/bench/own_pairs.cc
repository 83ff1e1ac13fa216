#include "tests/bench/own_pairs.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <ostream>
#include <random>
#include <sstream>
#include <unordered_map>

#include "schema/error.h"

namespace broadsheet {

namespace {

constexpr std::uint64_t seed = 7;

std::string key_of(const OwnPair& pair) {
    const std::string both = pair.first + '\n' + pair.second;
    return fmt::format("{:016x}", XXH3_64bits(both.data(), both.size()));
}

nlohmann::json shown(const Article& article) {
    return {{"id", article.id},
            {"title", article.title},
            {"source", article.source},
            {"date", article.date.value_or(0)},
            {"body", article.body}};
}

}  // namespace

std::vector<OwnPair> own_pairs(const std::map<std::string, StoryNumber>& story_of_article) {
    std::map<StoryNumber, std::vector<std::string>> groups;
    for (const auto& [id, story] : story_of_article)
        groups[story].push_back(id);
    std::vector<OwnPair> pairs;
    for (const auto& [story, ids] : groups) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            for (std::size_t j = i + 1; j < ids.size(); ++j)
                pairs.emplace_back(ids[i], ids[j]);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

void print_sample(const std::vector<OwnPair>& pairs, const std::vector<Article>& articles, std::size_t count,
                  std::ostream& out) {
    std::unordered_map<std::string, const Article*> by_id;
    for (const Article& article : articles)
        by_id.emplace(article.id, &article);
    std::vector<OwnPair> sample;
    std::sample(pairs.begin(), pairs.end(), std::back_inserter(sample), count, std::mt19937_64(seed));
    for (const OwnPair& pair : sample) {
        const nlohmann::json line = {{"key", key_of(pair)},
                                     {"first", shown(*by_id.at(pair.first))},
                                     {"second", shown(*by_id.at(pair.second))}};
        out << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
}

double JudgedPairs::share_of_copies() const {
    return judged == 0 ? 1 : static_cast<double>(copies) / static_cast<double>(judged);
}

JudgedPairs judged(const std::vector<OwnPair>& pairs, const std::string& verdicts) {
    std::ifstream file(verdicts);
    if (!file) throw Error(ErrorCode::bad_source, "can not read " + verdicts);
    std::unordered_map<std::string, bool> is_copy;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream fields(line);
        std::string key;
        std::string verdict;
        fields >> key >> verdict;
        is_copy[key] = verdict == "copy";
    }
    JudgedPairs result;
    for (const OwnPair& pair : pairs) {
        const auto at = is_copy.find(key_of(pair));
        if (at == is_copy.end()) continue;
        ++result.judged;
        result.copies += at->second ? 1 : 0;
    }
    return result;
}

}  // namespace broadsheet
