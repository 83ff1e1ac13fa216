// indexer stats INDEX: what is in it and what it takes.
#include <fmt/format.h>
#include <xapian.h>

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "indexer/program.h"
#include "schema/date.h"
#include "schema/files.h"
#include "schema/index/snapshot.h"
#include "schema/origin.h"
#include "schema/revision.h"

namespace broadsheet {

namespace {

struct Part {
    std::string_view name;
    std::string_view file;  // within a segment
    std::uintmax_t bytes = 0;
};

struct FieldStatistics {
    std::string_view name;
    std::uint64_t distinct;
};

// Numbers of articles.
struct OriginStatistics {
    std::uint64_t text = 0;        // that name such entities
    std::uint64_t collection = 0;  // for which the collection gives some
    std::uint64_t both = 0;
};

struct Statistics {
    std::uint64_t articles = 0;
    std::uint64_t stories = 0;           // copies of one counted once
    std::uint64_t shared_stories = 0;    // that have copies
    std::uint64_t articles_in_them = 0;  // in those
    std::string copies_problem;          // empty: of all articles it is known whether they are copies
    std::uint64_t corrected = 0;         // articles that replaced earlier versions of themselves
    std::uint64_t words = 0;             // distinct stems
    std::size_t segments = 0;
    std::uint64_t generation = 0;
    std::vector<RemoteShard> shards;  // not part of any other number
    AnalysisSettings analysis;
    std::array<Part, 9> parts{{{"postings", "xapian/postlist.glass"},
                               {"term lists", "xapian/termlist.glass"},
                               {"articles", "xapian/docdata.glass"},
                               {"positions", "positions"},
                               {"columns", "columns"},
                               {"names", "names"},
                               {"packed", "postings"},
                               {"pairs", "pairs"},
                               {"copies", "copies"}}};
    std::uintmax_t bytes = 0;  // of everything
    std::vector<FieldStatistics> fields;
    std::array<OriginStatistics, entity_fields.size()> origins;
    std::uint64_t dated = 0;
    Seconds first = 0;
    Seconds last = 0;
};

void measure_parts(const Snapshot& snapshot, const std::string& index, Statistics& statistics) {
    for (const Snapshot::Segment& segment : snapshot.segments()) {
        for (Part& part : statistics.parts)
            part.bytes += bytes_below(segment.paths.root / part.file);
    }
    statistics.bytes = bytes_below(index);
}

void measure_dates(const Snapshot& snapshot, Statistics& statistics) {
    const Slot slot = field(FieldId::date).slot;
    const Xapian::Database& database = snapshot.database();
    for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
        const auto date = static_cast<Seconds>(Xapian::sortable_unserialise(*it));
        if (statistics.dated == 0 || date < statistics.first) statistics.first = date;
        if (statistics.dated == 0 || date > statistics.last) statistics.last = date;
        ++statistics.dated;
    }
}

void measure_origins(const Snapshot& snapshot, Statistics& statistics) {
    const Xapian::Database& database = snapshot.database();
    for (auto it = database.valuestream_begin(origins_slot); it != database.valuestream_end(origins_slot);
         ++it) {
        const Origins origins = unpack_origins(*it);
        for (std::size_t i = 0; i < entity_fields.size(); ++i) {
            OriginStatistics& of_field = statistics.origins[i];
            of_field.text += origins.text[i] ? 1 : 0;
            of_field.collection += origins.collection[i] ? 1 : 0;
            of_field.both += origins.text[i] && origins.collection[i] ? 1 : 0;
        }
    }
}

void measure_stories(Snapshot& snapshot, Statistics& statistics) {
    const Stories& stories = snapshot.stories();
    statistics.shared_stories = stories.shared_stories();
    statistics.articles_in_them = stories.articles_with_copies();
    statistics.stories = statistics.articles - statistics.articles_in_them + statistics.shared_stories;
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
        if (statistics.copies_problem.empty()) statistics.copies_problem = snapshot.copies_problem(i);
    }
}

Statistics measure(Snapshot& snapshot, const std::string& index) {
    Statistics statistics;
    statistics.articles = snapshot.article_count();
    statistics.segments = snapshot.segments().size();
    statistics.generation = snapshot.manifest().generation;
    statistics.shards = snapshot.manifest().remotes;
    statistics.analysis = snapshot.manifest().analysis;
    const Xapian::Database& database = snapshot.database();
    for (const Field& row : fields) {
        if (row.kind != FieldKind::facet) continue;
        const std::string prefix(row.prefix);
        const auto distinct = std::distance(database.allterms_begin(prefix), database.allterms_end(prefix));
        statistics.fields.push_back({row.name, static_cast<std::uint64_t>(distinct)});
    }
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        const std::string text = *term;
        if (text[0] < 'A' || text[0] > 'Z') ++statistics.words;  // a capital begins a prefix
    }
    measure_stories(snapshot, statistics);
    measure_dates(snapshot, statistics);
    statistics.corrected = database.get_value_freq(revisions_slot);
    measure_origins(snapshot, statistics);
    measure_parts(snapshot, index, statistics);
    return statistics;
}

void print(const Statistics& statistics, std::ostream& out) {
    const auto megabytes = [](std::uintmax_t bytes) { return static_cast<double>(bytes) / 1e6; };
    out << fmt::format("articles     {}\n", statistics.articles);
    out << fmt::format("stories      {}", statistics.stories);
    if (statistics.shared_stories > 0) {
        out << fmt::format(", {} of them in more than one article: in {} together", statistics.shared_stories,
                           statistics.articles_in_them);
    }
    out << '\n';
    if (!statistics.copies_problem.empty())
        out << fmt::format("             some copies are not known: {}\n", statistics.copies_problem);
    if (statistics.corrected > 0) out << fmt::format("corrected    {} articles\n", statistics.corrected);
    out << fmt::format("words        {} distinct, {} stems\n", statistics.words, statistics.analysis.stemmer);
    if (statistics.dated > 0) {
        out << fmt::format("dates        {} to {}, on {} articles\n", iso_day(statistics.first),
                           iso_day(statistics.last), statistics.dated);
    }
    for (const FieldStatistics& field : statistics.fields) {
        if (field.distinct > 0) out << fmt::format("{:<12} {} distinct\n", field.name, field.distinct);
    }
    for (std::size_t i = 0; i < entity_fields.size(); ++i) {
        const OriginStatistics& origins = statistics.origins[i];
        if (origins.text + origins.collection == 0) continue;
        out << fmt::format(
            "{:<12} in {} articles from the text, in {} from the collection, in {} from both\n",
            field(entity_fields[i]).name, origins.text, origins.collection, origins.both);
    }
    out << fmt::format("segments     {}, generation {}\n", statistics.segments, statistics.generation);
    for (const RemoteShard& shard : statistics.shards)
        out << fmt::format("shard        {}, not counted here\n", to_text(shard));
    out << fmt::format("size         {:.1f} MB\n", megabytes(statistics.bytes));
    for (const Part& part : statistics.parts) {
        out << fmt::format("  {:<10} {:.1f} MB\n", part.name, megabytes(part.bytes));
    }
}

void print_json(const Statistics& statistics, std::ostream& out) {
    nlohmann::ordered_json fields_value = nlohmann::ordered_json::object();
    for (const FieldStatistics& field : statistics.fields)
        fields_value[std::string(field.name)] = field.distinct;
    nlohmann::ordered_json origins = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < entity_fields.size(); ++i) {
        const OriginStatistics& each = statistics.origins[i];
        origins[std::string(field(entity_fields[i]).name)] = {
            {"text", each.text}, {"collection", each.collection}, {"both", each.both}};
    }
    nlohmann::ordered_json parts = nlohmann::ordered_json::object();
    for (const Part& part : statistics.parts)
        parts[std::string(part.name)] = part.bytes;
    nlohmann::ordered_json shards = nlohmann::ordered_json::array();
    for (const RemoteShard& shard : statistics.shards)
        shards.push_back(to_text(shard));
    nlohmann::ordered_json value{{"articles", statistics.articles},
                                 {"stories", statistics.stories},
                                 {"stories_with_copies", statistics.shared_stories},
                                 {"articles_with_copies", statistics.articles_in_them},
                                 {"corrected", statistics.corrected},
                                 {"words", statistics.words},
                                 {"dated", statistics.dated},
                                 {"fields", fields_value},
                                 {"origins", origins},
                                 {"segments", statistics.segments},
                                 {"generation", statistics.generation},
                                 {"shards", shards},
                                 {"stemmer", statistics.analysis.stemmer},
                                 {"title_weight", statistics.analysis.title_weight},
                                 {"bytes", statistics.bytes},
                                 {"parts", parts}};
    if (statistics.dated > 0) {
        value["first"] = iso_8601(statistics.first);
        value["last"] = iso_8601(statistics.last);
    }
    out << value.dump() << '\n';
}

void describe(po::options_description& options) {
    options.add_options()("json", po::bool_switch(), "as one JSON object");
}

int run(const Arguments& arguments, Terminal& terminal) {
    const std::string index = arguments.text("INDEX");
    ShardSettings none;
    none.left_out = read_manifest(IndexPaths{index}).remotes;
    const Statistics statistics = with_snapshot(
        index, [&index](Snapshot& snapshot) { return measure(snapshot, index); }, none);
    if (arguments.flag("json")) {
        print_json(statistics, terminal.out);
    } else {
        print(statistics, terminal.out);
    }
    return 0;
}

}  // namespace

Command stats_command() {
    return {"stats",
            "tells what is in an index and what it takes",
            {{"INDEX", "the index's folder"}},
            describe,
            run};
}

}  // namespace broadsheet
