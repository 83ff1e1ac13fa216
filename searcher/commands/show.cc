#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/parameters.h"
#include "searcher/engine/search.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

FoundArticle find_article(Snapshot& snapshot, const std::string& id) {
    const std::optional<Location> location = snapshot.find(id);
    if (!location) throw Error(ErrorCode::not_found, fmt::format("there is no article \"{}\"", id));
    FoundArticle found;
    StoredArticle stored = snapshot.stored(*location);
    Labels labels(snapshot);
    for (const Field& row : fields) {
        if (row.kind != FieldKind::facet) continue;
        std::vector<std::string> values = values_of(snapshot, *location, stored, row.id, labels);
        if (!values.empty()) found.values.emplace_back(row.id, std::move(values));
    }
    for (Entity& entity : stored.annotation) {
        const std::string& label = labels.of(entity.field, entity.id);
        found.entities.push_back({std::move(entity), label});
    }
    found.article = std::move(stored.article);
    return found;
}

nlohmann::ordered_json to_json(const FoundArticle& found) {
    nlohmann::ordered_json json = broadsheet::to_json(found.article);
    json["media_type"] = found.article.media_type;
    json["original_bytes"] = found.article.original.size();
    nlohmann::ordered_json facets = nlohmann::ordered_json::object();
    for (const auto& [id, values] : found.values)
        facets[field(id).name] = values;
    json["facets"] = std::move(facets);
    json["entities"] = broadsheet::to_json(found.entities);
    return json;
}

namespace {

void describe(po::options_description& options) {
    auto option = options.add_options();
    option("original", po::bool_switch(), "the record as it was in its source, byte for byte");
    option("json", po::bool_switch(), "all fields as JSON");
}

int run(const Arguments& arguments, Terminal& terminal) {
    const FoundArticle found = with_snapshot(arguments.text("INDEX"), [&](Snapshot& snapshot) {
        return find_article(snapshot, arguments.text("ID"));
    });
    if (arguments.flag("original")) {
        terminal.out << found.article.original;
    } else if (arguments.flag("json")) {
        terminal.out << dump(to_json(found), true) << '\n';
    } else {
        print_text(found.article, found.values, found.entities, {terminal.out_is_terminal}, terminal.out);
    }
    return 0;
}

}  // namespace

Command show_command() {
    return {"show",
            "shows one article",
            {{"INDEX", "the index's folder"}, {"ID", "the article's id, as search shows it"}},
            describe,
            run};
}

}  // namespace broadsheet
