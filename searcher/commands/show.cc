#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/date.h"
#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/parameters.h"
#include "searcher/engine/search.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

// The article as it was before it was corrected.
void turn_to_revision(FoundArticle& found, std::uint64_t number) {
    if (number == found.revisions.count + 1) return;
    const Revision* const revision = found.revisions.find(number);
    if (revision == nullptr) {
        const Revisions& all = found.revisions;
        throw Error(ErrorCode::not_found,
                    fmt::format("there is no revision {} of \"{}\"", number, found.article.id),
                    all.kept.empty() ? "of that article no earlier version is kept"
                                     : fmt::format("those that are kept: {} to {}; the present one is {}",
                                                   all.first_kept(), all.count, all.count + 1));
    }
    found.article = revision->article;
    found.values.clear();
    found.entities.clear();
    found.revision = number;
}

nlohmann::ordered_json to_json(const Revisions& revisions) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    std::uint64_t number = revisions.first_kept();
    for (const Revision& revision : revisions.kept) {
        nlohmann::ordered_json each{{"revision", number++},
                                    {"replaced", iso_8601(revision.replaced)},
                                    {"title", revision.article.title}};
        if (revision.article.date) each["date"] = iso_8601(*revision.article.date);
        list.push_back(std::move(each));
    }
    return list;
}

}  // namespace

void describe_revision(po::options_description& options) {
    options.add_options()("revision", po::value<std::string>()->value_name("N"),
                          "an earlier version: the first is 1");
}

std::optional<std::uint64_t> read_revision(const Arguments& arguments) {
    if (!arguments.has("revision")) return std::nullopt;
    return arguments.number("revision", 0);
}

FoundArticle find_article(Snapshot& snapshot, const std::string& id, std::optional<std::uint64_t> revision) {
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
    const Xapian::Database& segment = snapshot.segments()[location->segment].database;
    found.revisions = stored_revisions(segment.get_document(location->document).get_data());
    if (revision) turn_to_revision(found, *revision);
    return found;
}

nlohmann::ordered_json to_json(const FoundArticle& found) {
    nlohmann::ordered_json json = broadsheet::to_json(found.article);
    json["media_type"] = found.article.media_type;
    json["original_bytes"] = found.article.original.size();
    if (found.revision) {
        json["revision"] = *found.revision;
        json["replaced"] = iso_8601(found.revisions.find(*found.revision)->replaced);
    }
    if (found.revisions.count > 0) {
        json["corrections"] = found.revisions.count;
        json["revisions"] = to_json(found.revisions);
    }
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
    describe_revision(options);
}

// "2 times, last seen 2024-01-24; earlier: --revision 1 to 2"
std::string about_revisions(const FoundArticle& found) {
    const Revisions& revisions = found.revisions;
    if (revisions.count == 0) return {};
    std::string text = revisions.count == 1 ? "once" : fmt::format("{} times", revisions.count);
    if (found.revision) {
        text += fmt::format("; this is revision {}, replaced {}", *found.revision,
                            iso_day(revisions.find(*found.revision)->replaced));
    } else if (!revisions.kept.empty()) {
        text += fmt::format(", last seen {}; earlier: --revision {}", iso_day(revisions.kept.back().replaced),
                            revisions.first_kept());
        if (revisions.kept.size() > 1) text += fmt::format(" to {}", revisions.count);
    }
    return text;
}

int run(const Arguments& arguments, Terminal& terminal) {
    const FoundArticle found = with_snapshot(arguments.text("INDEX"), [&](Snapshot& snapshot) {
        return find_article(snapshot, arguments.text("ID"), read_revision(arguments));
    });
    if (arguments.flag("original")) {
        terminal.out << found.article.original;
    } else if (arguments.flag("json")) {
        terminal.out << dump(to_json(found), true) << '\n';
    } else {
        print_text(found.article, about_revisions(found), found.values, found.entities,
                   {terminal.out_is_terminal}, terminal.out);
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
