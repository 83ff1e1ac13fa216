#include "searcher/render/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/date.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

constexpr Seconds day_seconds = 86400;
constexpr std::size_t bar_width = 50;
constexpr std::size_t least_column = 8;
constexpr std::size_t widest_column = 24;
constexpr std::size_t long_gap = 3;  // buckets without a match that are not worth a line each

std::string name_of(const Bucket& bucket, Interval interval) {
    constexpr std::size_t year = 4;
    constexpr std::size_t month = 7;
    const std::string day = iso_day(bucket.first_day * day_seconds);
    if (interval == Interval::year) return day.substr(0, year);
    return interval == Interval::month ? day.substr(0, month) : day;
}

bool is_in(const std::vector<Burst>& bursts, std::size_t bucket) {
    return std::any_of(bursts.begin(), bursts.end(),
                       [&](const Burst& burst) { return burst.first <= bucket && bucket <= burst.last; });
}

std::string bar(std::uint64_t count, std::uint64_t most) {
    if (count == 0) return {};
    return std::string(std::max<std::size_t>(1, count * bar_width / most), '#');
}

std::size_t column_width(const std::string& value) {
    return std::clamp(characters(value) + 2, least_column, widest_column);
}

// The marked number of a table's cell.
std::string cell(std::uint64_t count, bool in_burst, std::size_t width) {
    return fmt::format("{:>{}}", (in_burst ? "*" : "") + with_commas(count), width);
}

std::string heading(const std::string& value) {
    std::string text = printable(value);
    const std::size_t width = column_width(text);
    while (characters(text) > width - 2) {
        while ((static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
            text.pop_back();
        text.pop_back();
    }
    return std::string(width - characters(text), ' ') + text;
}

std::string line_of(const Timeline& timeline, std::size_t i, std::uint64_t most, const Style& style) {
    const Bucket& bucket = timeline.buckets[i];
    const bool in_burst = is_in(timeline.bursts, i);
    std::string line = fmt::format("{:<11}", name_of(bucket, timeline.interval));
    if (timeline.series.empty()) {
        const std::string text = fmt::format("{:>8} {} {}", with_commas(bucket.count), in_burst ? '*' : ' ',
                                             bar(bucket.count, most));
        return line + (in_burst ? style.bold(text) : text);
    }
    line += cell(bucket.count, in_burst, least_column);
    for (const Series& series : timeline.series)
        line += cell(series.counts[i], is_in(series.bursts, i), column_width(printable(series.value)));
    return line;
}

Json to_json(const std::vector<Burst>& bursts, const std::vector<std::uint64_t>& counts,
             const Timeline& timeline) {
    Json result = Json::array();
    for (const Burst& burst : bursts) {
        std::uint64_t count = 0;
        for (std::size_t i = burst.first; i <= burst.last; ++i)
            count += counts[i];
        const std::int64_t last = bucket_of(timeline.buckets[burst.last].first_day, timeline.interval);
        const std::int64_t last_day = first_day_of(last + 1, timeline.interval) - 1;
        result.push_back({{"start", iso_day(timeline.buckets[burst.first].first_day * day_seconds)},
                          {"end", iso_day(last_day * day_seconds)},
                          {"count", count},
                          {"weight", shown_score(burst.weight)}});
    }
    return result;
}

}  // namespace

void print_text(const Timeline& timeline, const Style& style, std::ostream& out) {
    std::uint64_t most = 1;
    for (const Bucket& bucket : timeline.buckets)
        most = std::max(most, bucket.count);
    if (!timeline.series.empty()) {
        std::string line = fmt::format("{:<11}", name_of(timeline.interval)) + heading("all");
        for (const Series& series : timeline.series)
            line += heading(series.value);
        out << style.faint(line) << '\n';
    }
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        std::size_t end = i;
        while (end < timeline.buckets.size() && timeline.buckets[end].count == 0)
            ++end;
        if (end - i > long_gap) {
            out << style.faint(fmt::format("... {} {}s without a match", with_commas(end - i),
                                           name_of(timeline.interval)))
                << '\n';
            i = end;
        }
        std::string line = line_of(timeline, i, most, style);
        while (line.back() == ' ')
            line.pop_back();
        out << line << '\n';
    }
    if (timeline.undated > 0) out << fmt::format("undated    {:>8}\n", with_commas(timeline.undated));
    if (!timeline.bursts.empty())
        out << style.faint("* more than usual, measured by all articles of the time") << '\n';
}

nlohmann::ordered_json to_json(const Timeline& timeline, bool with_stories) {
    Json buckets = Json::array();
    std::vector<std::uint64_t> counts;
    for (const Bucket& bucket : timeline.buckets) {
        Json json{{"start", iso_day(bucket.first_day * day_seconds)}, {"count", bucket.count}};
        if (with_stories) json["stories"] = bucket.stories;
        json["all"] = bucket.all;
        buckets.push_back(std::move(json));
        counts.push_back(bucket.count);
    }
    Json json{{"interval", name_of(timeline.interval)},
              {"buckets", std::move(buckets)},
              {"bursts", to_json(timeline.bursts, counts, timeline)},
              {"undated", timeline.undated}};
    if (!timeline.by) return json;
    Json all_series = Json::array();
    for (const Series& series : timeline.series) {
        all_series.push_back({{"value", series.value},
                              {"id", series.id},
                              {"count", series.count},
                              {"counts", series.counts},
                              {"bursts", to_json(series.bursts, series.counts, timeline)}});
    }
    json["by"] = {{"field", field(*timeline.by).name}, {"series", std::move(all_series)}};
    return json;
}

}  // namespace broadsheet
