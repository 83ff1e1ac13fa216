#include "searcher/render/similar.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/analysis/fold.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

Json list(const std::vector<std::string>& values) {
    return values.empty() ? Json::array() : Json(values);
}

Json shared_entities(const std::vector<ShownEntity>& entities) {
    Json result = Json::array();
    for (const ShownEntity& each : entities) {
        result.push_back({{"field", field(each.entity.field).name},
                          {"value", each.label},
                          {"id", to_text(each.entity.id)}});
    }
    return result;
}

// Words that are part of an entity's name say nothing beside it.
std::string shared_line(const SimilarHit& hit) {
    std::string line;
    for (const ShownEntity& each : hit.entities)
        line += (line.empty() ? "" : ", ") + each.label;
    const std::string names = fold_name(line);
    std::string words;
    for (const std::string& word : hit.words) {
        if (names.find(fold_name(word)) != std::string::npos) continue;
        words += (words.empty() ? "" : ", ") + word;
    }
    if (!line.empty() && !words.empty()) line += " · ";
    return line + words;
}

}  // namespace

Json to_json(const SimilarHit& hit, const HitFields& wanted) {
    Json json = to_json(hit.hit, wanted);
    json["shared"] = {{"words", list(hit.words)}, {"entities", shared_entities(hit.entities)}};
    json["duplicates"] = list(hit.duplicates);
    return json;
}

Json to_json(const SimilarResponse& response, const HitFields& wanted, double milliseconds) {
    Json hits = Json::array();
    for (const SimilarHit& hit : response.hits)
        hits.push_back(to_json(hit, wanted));
    Json article = to_json(response.article);
    article["duplicates"] = list(response.copies);
    return {{"article", std::move(article)},
            {"hits", std::move(hits)},
            {"exact", response.is_complete},
            {"warnings", list(response.warnings)},
            {"took_ms", shown_milliseconds(milliseconds)}};
}

void print_text(const SimilarResponse& response, double milliseconds, const Style& style, std::ostream& out) {
    const std::string margin(4, ' ');
    for (const SimilarHit& hit : response.hits) {
        print_text(hit.hit, style, out);
        const std::string shared = shared_line(hit);
        if (!shared.empty()) out << wrapped({"shared: " + shared, {}}, page_width, margin.size(), style);
        if (!hit.duplicates.empty()) {
            std::string line;
            for (const std::string& id : hit.duplicates)
                line += (line.empty() ? "" : " ") + id;
            out << wrapped({"copies: " + line, {}}, page_width, margin.size(), style);
        }
        out << '\n';
    }
    const std::string& title = response.article.title;
    const std::string articles =
        response.hits.size() == 1 ? "1 article" : with_commas(response.hits.size()) + " articles";
    out << style.bold(
               fmt::format("{} to read with {}", articles, title.empty() ? response.article.id : title))
        << fmt::format(" ({:.1f} ms)\n", milliseconds);
    if (!response.copies.empty())
        out << fmt::format("{} left out that {} a copy of it\n", response.copies.size(),
                           response.copies.size() == 1 ? "is" : "are");
}

}  // namespace broadsheet
