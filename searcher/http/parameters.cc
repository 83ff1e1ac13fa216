#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "schema/error.h"
#include "searcher/http/route.h"

namespace broadsheet::http {

namespace {

constexpr std::array<std::string_view, 3> not_for_servers{"synonyms", "json", "matcher"};
constexpr std::string_view text_choice = "text|";

std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

Error unknown_parameter(const std::vector<Parameter>& known, const std::string& name) {
    constexpr std::size_t longest = 40;
    std::string names;
    const Parameter* nearest = nullptr;
    std::size_t fewest = 3;
    for (const Parameter& each : known) {
        if (each.is_alias) continue;
        names += (names.empty() ? "" : ", ") + each.name;
        const std::size_t edits = edits_between(each.name, std::string_view(name).substr(0, longest));
        if (edits < fewest && edits < name.size()) {
            fewest = edits;
            nearest = &each;
        }
    }
    std::string hint = names.empty() ? "there are no parameters here" : "parameters are " + names;
    if (nearest != nullptr) hint = fmt::format("did you mean {}?", nearest->name);
    return {ErrorCode::usage, fmt::format("there is no parameter \"{}\"", name.substr(0, longest)), hint};
}

bool read_flag(const std::string& name, const std::string& value) {
    if (value.empty() || value == "true" || value == "1") return true;
    if (value == "false" || value == "0") return false;
    throw Error(ErrorCode::usage, fmt::format("{} is true or false, not \"{}\"", name, value));
}

}  // namespace

std::vector<Parameter> parameters_of(const Route& route) {
    std::vector<Parameter> parameters;
    if (!route.query_argument.empty()) {
        parameters.push_back({"q", std::string(route.query_argument), "QUERY",
                              route.query_argument == "PREFIX"
                                  ? "what was typed so far"
                                  : "words and operators of the query language"});
    }
    po::options_description options;
    if (route.describe != nullptr) route.describe(options);
    for (const auto& option : options.options()) {
        const std::string& name = option->long_name();
        if (std::find(not_for_servers.begin(), not_for_servers.end(), name) != not_for_servers.end())
            continue;
        const po::value_semantic* semantic = option->semantic().get();
        Parameter parameter{name, name, semantic->name(), option->description()};
        parameter.is_flag = semantic->max_tokens() == 0;
        parameter.is_repeated =
            dynamic_cast<const po::typed_value<std::vector<std::string>>*>(semantic) != nullptr;
        // Text is for terminals.
        if (name == "format" && parameter.value_name.starts_with(text_choice))
            parameter.value_name.erase(0, text_choice.size());
        parameters.push_back(std::move(parameter));
    }
    if (!route.query_alias.empty()) {
        parameters.push_back(
            {std::string(route.query_alias), std::string(route.query_argument), "QUERY", "the same as q"});
        parameters.back().is_alias = true;
    }
    return parameters;
}

namespace {

// Made once: describing all options takes longer than many a search that is in the cache.
const std::vector<Parameter>& known_parameters(const Route& route) {
    static const std::map<const Route*, std::vector<Parameter>> all = [] {
        std::map<const Route*, std::vector<Parameter>> made;
        for (const Route& each : routes())
            made.emplace(&each, parameters_of(each));
        return made;
    }();
    return all.at(&route);
}

}  // namespace

Arguments read_arguments(const Route& route, const std::string& path_value, const Target& target) {
    const std::vector<Parameter>& known = known_parameters(route);
    po::variables_map values;
    std::vector<std::pair<const Parameter*, std::vector<std::string>>> repeated;
    for (const auto& [name, value] : target.parameters) {
        const auto parameter = std::find_if(
            known.begin(), known.end(), [&name = name](const Parameter& each) { return each.name == name; });
        if (parameter == known.end()) throw unknown_parameter(known, name);
        if (parameter->is_flag) {
            const bool flag = read_flag(name, value);
            if (!values.insert({parameter->argument, po::variable_value(flag, false)}).second)
                throw Error(ErrorCode::usage, fmt::format("{} is there twice", name));
            continue;
        }
        if (value.empty()) continue;
        if (parameter->is_repeated) {
            const auto seen = std::find_if(repeated.begin(), repeated.end(),
                                           [&](const auto& each) { return each.first == &*parameter; });
            if (seen == repeated.end()) {
                repeated.emplace_back(&*parameter, std::vector<std::string>{value});
            } else {
                seen->second.push_back(value);
            }
        } else if (!values.insert({parameter->argument, po::variable_value(value, false)}).second) {
            throw Error(ErrorCode::usage, fmt::format("{} is there twice", name));
        }
    }
    for (auto& [parameter, texts] : repeated)
        values.insert({parameter->argument, po::variable_value(std::move(texts), false)});
    if (!route.path_argument.empty())
        values.insert({std::string(route.path_argument), po::variable_value(path_value, false)});
    return Arguments(std::move(values));
}

}  // namespace broadsheet::http
