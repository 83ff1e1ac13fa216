// indexer read SOURCE...: what would be indexed, as JSON lines.
#include <nlohmann/json.hpp>
#include <ostream>

#include "corpus/language.h"
#include "corpus/reader.h"
#include "indexer/commands/reading_options.h"
#include "indexer/program.h"
#include "schema/date.h"

namespace broadsheet {

namespace {

nlohmann::ordered_json to_json(const Article& article) {
    nlohmann::ordered_json value;
    const auto put = [&value](const char* name, const auto& content) {
        if (!content.empty()) value[name] = content;
    };
    put("id", article.id);
    put("url", article.url);
    put("title", article.title);
    put("body", article.body);
    if (article.date) value["date"] = iso_8601(*article.date);
    put("source", article.source);
    put("authors", article.authors);
    put("language", article.language);
    put("section", article.section);
    put("tags", article.tags);
    put("places", article.places);
    put("people", article.people);
    put("organisations", article.organisations);
    return value;
}

void describe(po::options_description& options) {
    describe_reading(options);
    options.add_options()("on-error",
                          po::value<std::string>()->value_name("skip|stop")->default_value("skip"),
                          "what to do about a bad record");
}

int run(const Arguments& arguments, Terminal& terminal) {
    const bool stop_on_error = stops_on_error(arguments);
    bool failed = false;
    Receiver receiver;
    receiver.article = [&](Article&& article) {
        if (article.language.empty()) article.language = recognised_language(article);
        terminal.out << to_json(article).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                     << '\n';
        return terminal.out.good() && (terminal.interrupted == nullptr || !*terminal.interrupted);
    };
    receiver.problem = [&](const Problem& problem) {
        failed = true;
        terminal.err << problem.where << ": " << problem.what << '\n';
        return !stop_on_error;
    };
    ReadTotals totals;
    read_sources(arguments.texts("SOURCE"), read_options(arguments), terminal.in, receiver, totals);
    return failed ? 1 : 0;
}

}  // namespace

Command read_command() {
    return {"read",
            "prints the articles of a source as JSON lines, to see what would be indexed",
            {{"SOURCE", "files, folders, archives, or - for standard input", true, true}},
            describe,
            run};
}

}  // namespace broadsheet
