#include "searcher/evaluate/report.h"

#include <fmt/format.h>

#include <ostream>

#include "searcher/evaluate/significance.h"

namespace broadsheet {

namespace {

constexpr std::size_t name_width = 14;

void print_names(std::size_t width, std::string_view first, std::ostream& out) {
    out << fmt::format("{:<{}}", first, width);
    for (const std::string_view name : measure_names)
        out << fmt::format(" {:>12}", name);
    out << '\n';
}

void print_measures(const Measures& measures, std::ostream& out) {
    for (const double value : measures)
        out << fmt::format(" {:>12.4f}", value);
    out << '\n';
}

void print_topics(const Evaluation& evaluation, std::ostream& out) {
    print_names(name_width, "topic", out);
    for (const TopicResult& topic : evaluation.topics) {
        if (!topic.figures) continue;
        out << fmt::format("{:<{}}", topic.id, name_width);
        print_measures(topic.figures->measures, out);
    }
    out << '\n';
}

void print_summary(const Evaluation& evaluation, std::ostream& out) {
    out << fmt::format("{:<{}} {}\n", "ranking", name_width, to_text(evaluation.ranking))
        << fmt::format("{:<{}} {}\n", "topics", name_width, evaluation.judged)
        << fmt::format("{:<{}} {}\n", "retrieved", name_width, evaluation.all.retrieved)
        << fmt::format("{:<{}} {} of {}\n", "relevant", name_width, evaluation.all.relevant_retrieved,
                       evaluation.all.relevant);
    for (std::size_t i = 0; i < measure_names.size(); ++i)
        out << fmt::format("{:<{}} {:.4f}\n", measure_names[i], name_width, evaluation.all.measures[i]);
}

void print_comparison(const Evaluation& evaluation, const Comparison& comparison, std::ostream& out) {
    out << fmt::format("\ncompared with {}\n\n", to_text(comparison.other.ranking))
        << fmt::format("{:<{}} {:>8} {:>8} {:>9} {:>7} {:>7} {:>7}\n", "", name_width, "this", "other",
                       "this more", "better", "worse", "p");
    for (std::size_t i = 0; i < measure_names.size(); ++i) {
        std::size_t better = 0;
        std::size_t worse = 0;
        for (const double difference : differences(comparison.other, evaluation, i)) {
            better += difference > 0 ? 1 : 0;
            worse += difference < 0 ? 1 : 0;
        }
        const double one = evaluation.all.measures[i];
        const double other = comparison.other.all.measures[i];
        out << fmt::format("{:<{}} {:>8.4f} {:>8.4f} {:>+9.4f} {:>7} {:>7} {:>7.4f}{}\n", measure_names[i],
                           name_width, one, other, one - other, better, worse, comparison.p_values[i],
                           comparison.p_values[i] < significant ? "  significant" : "");
    }
}

void print_sweep(const std::vector<Evaluation>& sweep, std::ostream& out) {
    std::size_t width = name_width;
    for (const Evaluation& each : sweep)
        width = std::max(width, to_text(each.ranking).size());
    out << '\n';
    print_names(width, "ranking", out);
    for (const Evaluation& each : sweep) {
        out << fmt::format("{:<{}}", to_text(each.ranking), width);
        print_measures(each.all.measures, out);
    }
}

}  // namespace

void print_text(const EvaluationReport& report, bool with_topics, std::ostream& out) {
    if (with_topics) print_topics(report.evaluation, out);
    print_summary(report.evaluation, out);
    if (report.comparison) print_comparison(report.evaluation, *report.comparison, out);
    if (!report.sweep.empty()) print_sweep(report.sweep, out);
}

}  // namespace broadsheet
