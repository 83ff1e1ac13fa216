// Runs the queries of the side-by-side measurement on an index and prints one line of JSON:
//
//     bench-search INDEX QUERIES top10|count|facets|whole PASSES SECONDS [THREADS]
//
// QUERIES has a line for each: kind, query and terms, separated by tabs. `whole` is all that a user gets:
// ranking, facets, texts with marks. The first half of the passes warms up; the time of a query is its median
// over the other half. No pass begins after SECONDS. With THREADS a pass of one thread and a pass of so many,
// each on an index of its own, take turns, and only what the threads gain is told: by the clock, and by the
// processor time of a query, which other work on the machine disturbs less. `by_matches` groups all queries
// by how much they find, so that indexes of different sizes can be compared: the cost should be that of the
// matches.
#include <sys/resource.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <deque>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "schema/error.h"
#include "schema/index/snapshot.h"
#include "searcher/engine/search.h"
#include "searcher/heap.h"
#include "searcher/match/matcher.h"
#include "searcher/match/plan.h"
#include "searcher/query/parser.h"

namespace {

using namespace broadsheet;
using Clock = std::chrono::steady_clock;

struct Query {
    std::string kind;
    std::string text;
};

std::vector<Query> read_queries(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw Error(ErrorCode::bad_source, "can not read " + path);
    std::vector<Query> queries;
    for (std::string line; std::getline(file, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) continue;
        queries.push_back({line.substr(0, tab), line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1)});
    }
    return queries;
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Answer {
    std::uint64_t matches = 0;
    std::uint64_t facet_counts = 0;  // the sum of the ten largest of each field
};

std::uint64_t sum_of_ten_largest(const FieldCounts& counts) {
    std::vector<std::uint64_t> values;
    values.reserve(counts.values.size());
    for (const ValueCount& each : counts.values)
        values.push_back(each.count);
    const auto ten = values.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(10, values.size()));
    std::partial_sort(values.begin(), ten, values.end(), std::greater<>());
    return std::accumulate(values.begin(), ten, std::uint64_t{0});
}

Answer run(Snapshot& snapshot, const Query& query, const MatchRequest& request) {
    const query::ParsedQuery parsed = query::parse(query.text, 0);
    TermExpander expander(snapshot);
    const Plan plan = make_plan(parsed.root, query::Matching::all, Restrictions{}, snapshot, expander);
    const MatchResult result = match(snapshot, plan, request);
    Answer answer{result.total, 0};
    for (const FieldCounts& counts : result.counts)
        answer.facet_counts += sum_of_ten_largest(counts);
    return answer;
}

Answer run_whole(Snapshot& snapshot, const Query& query) {
    SearchRequest request;
    request.query = query.text;
    request.facets = {FieldId::source, FieldId::person, FieldId::place};
    const SearchResponse response = search(snapshot, request);
    Answer answer{response.total, 0};
    for (const Facet& facet : response.facets) {
        for (const auto& value : facet.values)
            answer.facet_counts += value.count;
    }
    return answer;
}

nlohmann::ordered_json summary(std::vector<double> micros) {
    std::sort(micros.begin(), micros.end());
    double sum = 0;
    for (const double value : micros)
        sum += value;
    const auto percentile = [&micros](double share) {
        return micros[std::min(micros.size() - 1,
                               static_cast<std::size_t>(static_cast<double>(micros.size()) * share))];
    };
    return {{"n", micros.size()},
            {"mean", sum / static_cast<double>(micros.size())},
            {"p50", percentile(0.5)},
            {"p95", percentile(0.95)},
            {"p99", percentile(0.99)}};
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

using Run = std::function<Answer(Snapshot&, const Query&)>;

// A pass of each of the first `count` snapshots, at the same time.
struct ThreadedPass {
    double seconds = 0;
    double processor_seconds = 0;  // of all threads
};

ThreadedPass run_threads(std::deque<Snapshot>& snapshots, std::size_t count,
                         const std::vector<Query>& queries, const Run& run) {
    const Clock::time_point start = Clock::now();
    const double processor_start = processor_seconds();
    std::vector<std::future<void>> running;
    for (std::size_t i = 0; i < count; ++i) {
        running.push_back(std::async(std::launch::async, [&, i] {
            for (const Query& query : queries)
                run(snapshots[i], query);
        }));
    }
    for (std::future<void>& each : running)
        each.get();
    return {seconds_since(start), processor_seconds() - processor_start};
}

void measure_threads(const std::string& index, const std::vector<Query>& queries, const Run& run, int passes,
                     std::size_t threads) {
    std::deque<Snapshot> snapshots;
    for (std::size_t i = 0; i < threads; ++i)
        snapshots.emplace_back(index);
    run_threads(snapshots, threads, queries, run);
    std::vector<double> rates;
    std::vector<double> gains;
    std::vector<double> processor_gains;
    const auto many = static_cast<double>(threads);
    for (int pass = 0; pass < passes; ++pass) {
        const ThreadedPass one = run_threads(snapshots, 1, queries, run);
        const ThreadedPass all = run_threads(snapshots, threads, queries, run);
        rates.push_back(static_cast<double>(queries.size()) * many / all.seconds);
        gains.push_back(many * one.seconds / all.seconds);
        processor_gains.push_back(many * many * one.processor_seconds / all.processor_seconds);
    }
    std::cout << nlohmann::ordered_json{{"threads", threads},
                                        {"queries_per_s", median(rates)},
                                        {"gain", median(gains)},
                                        {"gain_by_processor_time", median(processor_gains)}}
              << '\n';
}

int measure(const std::vector<std::string>& arguments) {
    if (arguments.size() != 5 && arguments.size() != 6)
        throw Error(ErrorCode::usage, "bench-search INDEX QUERIES MODE PASSES SECONDS [THREADS]");
    const std::string& mode = arguments[2];
    MatchRequest request;
    request.only_best = mode == "top10";
    if (mode == "facets") request.counted = {FieldId::source, FieldId::person, FieldId::place};
    if (mode != "top10" && mode != "count" && mode != "facets" && mode != "whole") return 77;
    const Run answer_of = [&request, is_whole = mode == "whole"](Snapshot& snapshot, const Query& query) {
        return is_whole ? run_whole(snapshot, query) : run(snapshot, query, request);
    };
    const std::vector<Query> queries = read_queries(arguments[1]);
    const int passes = std::stoi(arguments[3]);
    const double limit = std::stod(arguments[4]);
    if (arguments.size() == 6) {
        measure_threads(arguments[0], queries, answer_of, passes, std::stoul(arguments[5]));
        return 0;
    }
    Snapshot snapshot(arguments[0]);

    std::vector<std::vector<double>> times;  // by pass, then query
    std::vector<double> pass_seconds;
    Answer sum;
    std::vector<std::uint64_t> matches;  // by query
    const Clock::time_point start = Clock::now();
    const double processor_start = processor_seconds();
    for (int pass = 0; pass < passes && (pass == 0 || seconds_since(start) < limit); ++pass) {
        const Clock::time_point pass_start = Clock::now();
        std::vector<double>& micros = times.emplace_back();
        sum = {};
        matches.clear();
        for (const Query& query : queries) {
            const Clock::time_point query_start = Clock::now();
            const Answer answer = answer_of(snapshot, query);
            matches.push_back(answer.matches);
            sum.matches += answer.matches;
            sum.facet_counts += answer.facet_counts;
            micros.push_back(seconds_since(query_start) * 1e6);
        }
        pass_seconds.push_back(seconds_since(pass_start));
    }
    std::map<std::string, std::vector<double>> by_kind;
    std::map<std::uint64_t, std::vector<double>> by_matches;  // of less than the key
    const std::size_t measured_from = times.size() / 2;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        std::vector<double> micros;
        for (std::size_t pass = measured_from; pass < times.size(); ++pass)
            micros.push_back(times[pass][i]);
        by_kind["all"].push_back(median(micros));
        by_kind[queries[i].kind].push_back(median(micros));
        by_matches[std::bit_ceil(matches[i] + 1)].push_back(median(micros));
    }
    nlohmann::ordered_json latency;
    for (const auto& [kind, micros] : by_kind)
        latency[kind] = summary(micros);
    nlohmann::ordered_json latency_by_matches = nlohmann::ordered_json::array();
    for (const auto& [below, micros] : by_matches) {
        nlohmann::ordered_json group = summary(micros);
        group["matches_below"] = below;
        latency_by_matches.push_back(std::move(group));
    }
    nlohmann::ordered_json line{
        {"queries", queries.size()},
        {"passes", times.size()},
        {"wall_s", seconds_since(start)},
        {"cpu_s", processor_seconds() - processor_start},
        {"queries_per_s",
         static_cast<double>(queries.size()) /
             median({pass_seconds.begin() + static_cast<std::ptrdiff_t>(measured_from), pass_seconds.end()})},
        {"matches", mode == "top10" ? 0 : sum.matches},
        {"facet_counts", sum.facet_counts},
        {"latency_us", latency}};
    // Where only the best are looked for it is not known.
    if (mode != "top10") line["latency_us_by_matches"] = std::move(latency_by_matches);
    std::cout << line.dump() << '\n';
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        make_heap_ready(2u << 20);  // as the searcher does
        return measure({argv + 1, argv + argc});
    } catch (const std::exception& problem) {
        std::cerr << "bench-search: " << problem.what() << '\n';
        return 1;
    }
}
