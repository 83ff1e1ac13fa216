// The table of what can be asked for. Routing, the reading of parameters, OpenAPI, metrics and the log derive
// from it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/command_line.h"
#include "searcher/engine/cache.h"
#include "searcher/http/message.h"
#include "searcher/http/target.h"

namespace broadsheet::http {

// What answers are made with; shared by the workers.
struct Settings {
    std::chrono::milliseconds timeout{5000};             // of a search; a request can ask for less
    std::shared_ptr<const Synonyms> synonyms = nullptr;  // as of a SearchRequest
};

// One request with everything that its answer needs.
struct Call {
    const Request& request;
    const Arguments& arguments;
    const Settings& settings;
    SearchCache& cache;
    Snapshot& snapshot;
};

// What is known without the index.
struct Status {
    bool is_ready = false;
    std::uint64_t generation = 0;
    std::uint64_t articles = 0;
    std::string metrics;     // only where asked for
    bool is_secure = false;  // the client came by https
};

struct Route {
    std::string_view name;
    std::string_view path;  // "/api/v1/articles/{id}"; a part in braces stands for any one
    std::string_view summary;
    // The options of the command that does the same; null where there are no parameters.
    void (*describe)(po::options_description& options) = nullptr;
    std::string_view path_argument = {};   // what the part in braces is called in the Arguments
    std::string_view query_argument = {};  // what the parameter q is called there
    std::string_view query_alias = {};     // another name of q
    bool is_open = false;                  // needs no key
    // Throws Error. Depends on the index and the request alone.
    Reply (*answer)(const Call& call) = nullptr;
    // Answered without a worker instead.
    Reply (*at_once)(const Request& request, const Status& status) = nullptr;
    std::string_view media_type = "application/json";
};

std::span<const Route> routes();

// A parameter of a route.
struct Parameter {
    std::string name;
    std::string argument;    // in the Arguments
    std::string value_name;  // "N", "FIELD=VALUE", "all|any"
    std::string help;
    bool is_flag = false;
    bool is_repeated = false;
    bool is_alias = false;
};

// With what a command's options mean for a server: those that read files or choose what only a terminal
// shows are left out.
std::vector<Parameter> parameters_of(const Route& route);

// The route of a path; null when there is none. `path_value` becomes what stands in place of the braces.
const Route* find_route(const std::vector<std::string>& path, std::string& path_value);

// Throws Error(usage) for an unknown parameter, with the nearest name, and one that is there twice and may
// not be. An empty value is as none, as forms send it.
Arguments read_arguments(const Route& route, const std::string& path_value, const Target& target);

}  // namespace broadsheet::http
