// indexer add INDEX SOURCE...: adds or updates articles.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <thread>

#include "corpus/folder_watch.h"
#include "corpus/language.h"
#include "corpus/reader.h"
#include "indexer/commands/following.h"
#include "indexer/commands/knowledge_options.h"
#include "indexer/commands/reading_options.h"
#include "indexer/index_writer.h"
#include "indexer/program.h"
#include "indexer/progress.h"
#include "schema/error.h"
#include "searcher/alerts/alerts.h"

namespace broadsheet {

namespace {

struct Summary {
    std::uint64_t read = 0;
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t skipped = 0;
    std::map<std::string, std::uint64_t> reasons;  // of what was skipped
    bool stopped = false;                          // before everything was read
};

void count(AddOutcome outcome, Summary& summary) {
    switch (outcome) {
        case AddOutcome::added:
            ++summary.added;
            break;
        case AddOutcome::updated:
            ++summary.updated;
            break;
        case AddOutcome::unchanged:
            ++summary.unchanged;
            break;
        case AddOutcome::duplicate:
            ++summary.duplicates;
            break;
    }
}

// The commonest reasons, most frequent first: "3 no title and no text, 1 broken JSON".
std::string reasons(const Summary& summary) {
    constexpr std::size_t shown = 5;
    std::vector<std::pair<std::string, std::uint64_t>> sorted(summary.reasons.begin(), summary.reasons.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string text;
    for (std::size_t i = 0; i < sorted.size() && i < shown; ++i) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", sorted[i].second, sorted[i].first);
    }
    if (sorted.size() > shown) text += ", ...";
    return text;
}

void print(const Summary& summary, std::uint64_t bytes, double seconds, std::ostream& out) {
    out << fmt::format("read {}: added {}, updated {}, unchanged {}, duplicates {}, skipped {}\n",
                       summary.read, summary.added, summary.updated, summary.unchanged, summary.duplicates,
                       summary.skipped);
    if (summary.skipped > 0) out << fmt::format("skipped: {}\n", reasons(summary));
    const double megabytes = static_cast<double>(bytes) / 1e6;
    out << fmt::format("{:.1f} MB in {:.1f} s: {:.0f} articles/s, {:.1f} MB/s\n", megabytes, seconds,
                       static_cast<double>(summary.read) / seconds, megabytes / seconds);
    if (summary.stopped) out << "stopped before the end; run the same command again to go on\n";
}

void print_json(const Summary& summary, std::uint64_t bytes, double seconds, std::size_t segments,
                std::ostream& out) {
    const auto rounded = [](double value, double unit) { return std::round(value * unit) / unit; };
    const nlohmann::ordered_json value{
        {"read", summary.read},
        {"added", summary.added},
        {"updated", summary.updated},
        {"unchanged", summary.unchanged},
        {"duplicates", summary.duplicates},
        {"skipped", summary.skipped},
        {"bytes", bytes},
        {"seconds", rounded(seconds, 1000)},
        {"articles_per_second", rounded(static_cast<double>(summary.read) / seconds, 10)},
        {"segments", segments},
    };
    out << value.dump() << '\n';
}

// A line on what was done since the last one, when there was anything; `told` becomes `summary`.
void tell_news(const Summary& summary, Summary& told, std::ostream& err) {
    const std::uint64_t added = summary.added - told.added;
    const std::uint64_t updated = summary.updated - told.updated;
    const std::uint64_t skipped = summary.skipped - told.skipped;
    told = summary;
    if (added + updated + skipped == 0) return;
    err << fmt::format("indexed: added {}, updated {}, skipped {}\n", added, updated, skipped) << std::flush;
}

// The reason without what differs from record to record ("line 7: ...", "at byte 12").
std::string kind_of(const std::string& what) {
    return what.substr(0, what.find_first_of(":("));
}

void describe(po::options_description& options) {
    describe_reading(options);
    describe_knowledge(options);
    options.add_options()("threads", po::value<std::string>()->value_name("N"),
                          "threads that index (default: one for each processor)")(
        "memory", po::value<std::string>()->value_name("SIZE"), "for building segments (default 256M)")(
        "publish-every", po::value<std::string>()->value_name("SIZE"),
        "make articles visible and durable after so many bytes of input (default 400M)")(
        "stemmer", po::value<std::string>()->value_name("NAME"),
        "of a new index: en, de, fr, ... as Xapian names them, or none (default: that of the language of "
        "most of its first articles; en where there is none)")(
        "no-entities", po::bool_switch(), "do not look for people, organisations and places in the text")(
        "errors", po::value<std::string>()->value_name("FILE"), "also write problems to FILE")(
        "on-error", po::value<std::string>()->value_name("skip|stop")->default_value("skip"),
        "what to do about a bad record")("wait", po::value<std::string>()->value_name("TIME"),
                                         "wait so long for another writer (default 0s)")(
        "watch", po::bool_switch(),
        "then go on with new and changed files of the folders as they come, until Ctrl-C")(
        "alerts", po::value<std::string>()->value_name("FILE"),
        "write a line of JSON for each new article that a saved query of FILE finds; in FILE a line NAME: "
        "QUERY "
        "for each. The summary is then on standard error")("json", po::bool_switch(),
                                                           "end with one JSON object");
}

WriterSettings writer_settings(const Arguments& arguments) {
    WriterSettings settings;
    settings.command = "indexer add";
    settings.create = true;
    settings.wait = std::chrono::milliseconds(arguments.milliseconds("wait", 0));
    settings.analysis.stemmer = arguments.text("stemmer", settings.analysis.stemmer);
    settings.stemmer_of_language = !arguments.has("stemmer");
    const std::uint64_t threads = arguments.number("threads", std::thread::hardware_concurrency());
    if (threads < 1 || threads > 256) throw Error(ErrorCode::usage, "--threads takes a number from 1 to 256");
    settings.threads = static_cast<unsigned>(threads);
    settings.memory = arguments.bytes("memory", settings.memory);
    settings.publish_every = arguments.bytes("publish-every", settings.publish_every);
    return settings;
}

std::optional<entities::Knowledge> wanted_knowledge(const Arguments& arguments) {
    if (!arguments.flag("no-entities")) return read_knowledge(arguments);
    if (arguments.has("aliases"))
        throw Error(ErrorCode::usage, "--aliases and --no-entities do not go together");
    return std::nullopt;
}

std::optional<Alerts> wanted_alerts(const Arguments& arguments, Terminal& terminal) {
    if (!arguments.has("alerts")) return std::nullopt;
    SavedQueries saved = read_saved_queries(arguments.text("alerts"));
    for (const std::string& warning : saved.warnings)
        terminal.err << "indexer: " << warning << '\n';
    return Alerts(std::move(saved.queries), terminal.out);
}

int run(const Arguments& arguments, Terminal& terminal) {
    std::vector<std::string> sources = arguments.texts("SOURCE");
    const ReadOptions reading = read_options(arguments);
    const bool stop_on_error = stops_on_error(arguments);
    std::ofstream errors;
    if (arguments.has("errors")) {
        errors.open(arguments.text("errors"));
        if (!errors) throw system_error(errno, "write " + arguments.text("errors"));
    }
    // Before anything is read, so that nothing that comes meanwhile is missed.
    std::optional<FolderWatch> watch;
    if (arguments.flag("watch")) {
        watch.emplace(sources);
        // To wait for the first file of all is no mistake.
        std::erase_if(sources, [](const std::string& folder) { return std::filesystem::is_empty(folder); });
    }
    const std::uint64_t bytes = bytes_of(sources);  // throws for a missing source before the index is made
    WriterSettings settings = writer_settings(arguments);
    const std::optional<entities::Knowledge> knowledge = wanted_knowledge(arguments);
    if (knowledge) settings.knowledge = &*knowledge;
    const std::optional<Alerts> alerts = wanted_alerts(arguments, terminal);
    if (alerts) {
        settings.before_publishing = [&alerts](const NewSegment& segment) {
            alerts->announce(segment.folder, segment.articles, segment.analysis, segment.replaces_another);
        };
    }
    IndexWriter writer(arguments.text("INDEX"), std::move(settings));
    Progress progress(terminal.err, terminal.err_is_terminal, bytes);
    Summary summary;
    ReadTotals totals;
    const auto interrupted = [&terminal] { return terminal.interrupted != nullptr && *terminal.interrupted; };
    Receiver receiver;
    receiver.article = [&](Article&& article) {
        ++summary.read;
        // Before the writer compares the article with what it has.
        if (article.language.empty()) article.language = recognised_language(article);
        count(writer.add(std::move(article), totals.file), summary);
        progress.update(summary.read, totals.bytes);
        summary.stopped = interrupted();
        return !summary.stopped;
    };
    receiver.problem = [&](const Problem& problem) {
        ++summary.read;
        ++summary.skipped;
        ++summary.reasons[kind_of(problem.what)];
        progress.clear();
        terminal.err << problem.where << ": " << problem.what << '\n';
        if (errors.is_open()) errors << problem.where << ": " << problem.what << '\n';
        summary.stopped = stop_on_error || interrupted();
        return !summary.stopped;
    };
    read_sources(sources, reading, terminal.in, receiver, totals);
    progress.clear();
    writer.publish();
    if (watch && !summary.stopped) {
        Summary told;
        const auto tell = [&] {
            progress.clear();
            tell_news(summary, told, terminal.err);
        };
        tell();
        follow({*watch, reading, receiver, totals, writer, [&] { return summary.stopped || interrupted(); },
                tell});
    }
    const double seconds = std::max(progress.seconds(), 1e-3);
    std::ostream& out = alerts ? terminal.err : terminal.out;  // standard output is that of the alerts
    if (arguments.flag("json")) {
        print_json(summary, totals.bytes, seconds, writer.manifest().segments.size(), out);
    } else {
        print(summary, totals.bytes, seconds, out);
    }
    return summary.skipped > 0 || summary.stopped ? 1 : 0;
}

}  // namespace

Command add_command() {
    return {"add",
            "adds articles to an index or updates them; makes the index if need be",
            {{"INDEX", "the index's folder"},
             {"SOURCE", "files, folders, archives, or - for standard input", true, true}},
            describe,
            run};
}

}  // namespace broadsheet
