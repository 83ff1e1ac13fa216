#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/options.h"
#include "searcher/evaluate/report.h"
#include "searcher/evaluate/significance.h"
#include "searcher/evaluate/sweep.h"
#include "searcher/render/json.h"

namespace broadsheet {

namespace {

constexpr std::size_t usual_depth = 1000;

struct Work {
    EvaluationRequest request;
    std::optional<RankingParameters> compared;
    std::vector<RankingParameters> tried;
};

void describe(po::options_description& options) {
    auto option = options.add_options();
    option("topics", po::value<std::string>()->value_name("FILE"),
           "lines of ID, a tab and the words, or TREC's topics");
    option("qrels", po::value<std::string>()->value_name("FILE"), "TREC's judgements");
    option("run-out", po::value<std::string>()->value_name("FILE"), "writes the hits as a TREC run");
    option("per-topic", po::bool_switch(), "the figures of each topic too");
    option(
        "compare", po::value<std::string>()->value_name("NAME=VALUE,..."),
        "also with these parameters of ranking, and whether the difference is luck; plain is textbook BM25");
    option("sweep", po::value<std::vector<std::string>>()->value_name("NAME=FROM:TO:STEP"),
           "also with each of these values (or NAME=VALUE,VALUE...); several parameters: all combinations");
    option("depth", po::value<std::string>()->value_name("N"), "hits of a topic that count; 1000 without it");
    option("relevant", po::value<std::string>()->value_name("LEVEL"),
           "lowest level that is relevant; 1 without it");
    option("as-queries", po::bool_switch(),
           "topics are in the query language; without it they are plain words");
    option("similar", po::bool_switch(), "topics are ids of articles: measures similar");
    option("json", po::bool_switch(), "as JSON");
    describe_ranking(options);
    describe_restrictions(options);
}

std::string required(const Arguments& arguments, const std::string& option) {
    if (arguments.has(option)) return arguments.text(option);
    throw Error(ErrorCode::usage, fmt::format("evaluate needs --{}", option));
}

Work read_work(const Arguments& arguments) {
    Work work;
    EvaluationRequest& request = work.request;
    request.search = read_request(arguments);
    if (!request.search.matching) request.search.matching = query::Matching::any;
    request.search.limit = arguments.number("depth", usual_depth);
    if (request.search.limit == 0 || request.search.limit > deepest_hit) {
        throw Error(ErrorCode::usage, fmt::format("--depth is a number from 1 to {}", deepest_hit));
    }
    const std::uint64_t level = arguments.number("relevant", 1);
    if (level == 0 || level > highest_level) {
        throw Error(ErrorCode::usage, fmt::format("--relevant is a level from 1 to {}", highest_level));
    }
    request.least_level = static_cast<int>(level);
    request.plain_words = !arguments.flag("as-queries");
    request.similar = arguments.flag("similar");
    if (request.similar && !request.plain_words) {
        throw Error(ErrorCode::usage, "--similar and --as-queries exclude each other");
    }
    if (arguments.has("compare")) work.compared = read_ranking(arguments.text("compare"));
    if (const auto axes = arguments.texts("sweep"); !axes.empty()) {
        work.tried = settings_to_try(axes, request.search.ranking);
    }
    return work;
}

EvaluationReport evaluate(Snapshot& snapshot, const std::vector<Topic>& topics, const Judgements& judgements,
                          const Work& work) {
    Evaluator evaluator(snapshot, topics, judgements, work.request);
    EvaluationReport report;
    report.evaluation = evaluator.run(work.request.search.ranking);
    if (work.compared) {
        Comparison& comparison = report.comparison.emplace();
        comparison.other = evaluator.run(*work.compared);
        for (std::size_t i = 0; i < measure_names.size(); ++i) {
            comparison.p_values[i] = randomisation_test(differences(comparison.other, report.evaluation, i));
        }
    }
    for (const RankingParameters& ranking : work.tried) {
        report.sweep.push_back(evaluator.run(ranking));
        report.sweep.back().topics.clear();
    }
    std::stable_sort(report.sweep.begin(), report.sweep.end(), [](const Evaluation& a, const Evaluation& b) {
        return a.all.measures.front() > b.all.measures.front();
    });
    return report;
}

void write_run_file(const Evaluation& evaluation, const std::string& path) {
    std::ofstream file(path);
    write_run(evaluation, file);
    file.close();
    if (!file) throw system_error(errno, fmt::format("write {}", path));
}

// What is in one of the files only, which is most often a slip.
void print_warnings(const Evaluation& evaluation, const Judgements& judgements, std::ostream& err) {
    const std::size_t unjudged = evaluation.topics.size() - evaluation.judged;
    const std::size_t unasked = judgements.size() - evaluation.judged;
    if (unjudged > 0)
        err << fmt::format("searcher: {} topics have no judgements and do not count\n", unjudged);
    if (unasked > 0)
        err << fmt::format("searcher: {} judged topics are not among the topics and do not count\n", unasked);
}

int run(const Arguments& arguments, Terminal& terminal) {
    const std::vector<Topic> topics = read_topics(required(arguments, "topics"));
    const Judgements judgements = read_judgements(required(arguments, "qrels"));
    const Work work = read_work(arguments);
    const EvaluationReport report = with_snapshot(arguments.text("INDEX"), [&](Snapshot& snapshot) {
        return evaluate(snapshot, topics, judgements, work);
    });
    if (report.evaluation.judged == 0) {
        throw Error(ErrorCode::bad_source, "no topic has judgements",
                    "do topics and judgements name topics alike?");
    }
    if (arguments.has("run-out")) write_run_file(report.evaluation, arguments.text("run-out"));
    print_warnings(report.evaluation, judgements, terminal.err);
    const bool with_topics = arguments.flag("per-topic");
    if (arguments.flag("json")) {
        terminal.out << dump(to_json(report, with_topics), true) << '\n';
    } else {
        print_text(report, with_topics, terminal.out);
    }
    return 0;
}

}  // namespace

Command evaluate_command() {
    return {"evaluate",
            "measures ranking with topics and judgements, as trec_eval does",
            {{"INDEX", "the index's folder"}},
            describe,
            run};
}

}  // namespace broadsheet
