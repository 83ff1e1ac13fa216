#include "searcher/render/significant.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t name_width = 14;

std::string_view name_of(const SignificantOf& of) {
    return of.field ? field(*of.field).name : "word";
}

}  // namespace

void print_text(const std::vector<SignificantOf>& significant, const Style& style, std::ostream& out) {
    for (const SignificantOf& each : significant) {
        out << style.bold(fmt::format("{}: what stands out", name_of(each)))
            << style.faint(each.field ? "" : fmt::format(" in {} articles read", with_commas(each.read)))
            << '\n';
        if (each.values.empty()) out << "  none\n";
        for (const Significant& value : each.values) {
            out << fmt::format("{:>{}}  {}\n",
                               fmt::format("{} of {}", with_commas(value.occurrence.in_part),
                                           with_commas(value.occurrence.in_whole)),
                               name_width, printable(value.value));
        }
    }
}

nlohmann::ordered_json to_json(const std::vector<SignificantOf>& significant) {
    Json json = Json::object();
    for (const SignificantOf& each : significant) {
        Json values = Json::array();
        std::uint64_t whole = 0;
        for (const Significant& value : each.values) {
            Json entry{{"value", value.value}};
            if (each.field) entry["id"] = value.id;
            entry.update({{"count", value.occurrence.in_part},
                          {"all", value.occurrence.in_whole},
                          {"expected", shown_score(expected(value.occurrence))},
                          {"score", shown_score(value.score)}});
            whole = value.occurrence.whole;
            values.push_back(std::move(entry));
        }
        json[name_of(each)] = {
            {"statistic", "G2"}, {"read", each.read}, {"articles", whole}, {"values", std::move(values)}};
    }
    return json;
}

}  // namespace broadsheet
