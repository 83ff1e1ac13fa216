#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <ostream>
#include <thread>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/http/server.h"
#include "searcher/page/assets.h"
#include "searcher/page/first_request.h"
#include "searcher/understand/synonyms.h"

namespace broadsheet {

namespace {

constexpr std::uint64_t most_threads = 256;

void describe(po::options_description& options) {
    auto option = options.add_options();
    option("listen", po::value<std::string>()->value_name("HOST:PORT"),
           "where; 127.0.0.1:8080 without it. Port 0 is any that is free");
    option("threads", po::value<std::string>()->value_name("N"),
           "that answer requests; one for each core without it");
    option("cache", po::value<std::string>()->value_name("SIZE"),
           "memory for answers given before; 64M without it, 0 for none");
    option("timeout", po::value<std::string>()->value_name("TIME"),
           "for a search, which then tells what was found by then; 5s without it");
    option("queue", po::value<std::string>()->value_name("N"),
           "requests that may wait for a thread; 1000 without it, and the next is told to come back");
    option("exports", po::value<std::string>()->value_name("N"),
           "exports (all=true) written at the same time, each by a thread of its own; 2 without it");
    option("connections", po::value<std::string>()->value_name("N"),
           "clients at the same time; 10000 without it, and the next takes the place of an idle one");
    option("idle-timeout", po::value<std::string>()->value_name("TIME"),
           "how long a connection may say nothing between requests; 60s without it");
    option("header-timeout", po::value<std::string>()->value_name("TIME"),
           "how long a request may take to arrive; 10s without it");
    option("write-timeout", po::value<std::string>()->value_name("TIME"),
           "how long a client may take for each 64 kB of an answer; 30s without it");
    option("api-key-file", po::value<std::string>()->value_name("FILE"),
           "a line NAME KEY for everyone who may ask; without it everyone may");
    option("cors", po::value<std::vector<std::string>>()->value_name("ORIGIN"),
           "a site whose pages may read the answers, https://example.org, or * for all; none without it");
    option("synonyms", po::value<std::string>()->value_name("FILE"), "for all searches, as search has it");
    option("access-log", po::value<std::string>()->value_name("FILE"),
           "a line of JSON for every answer; - is standard output");
    option("trust-proxy", po::bool_switch(),
           "believe X-Forwarded-Proto: only behind a proxy that sets it, and that nobody gets around");
}

std::uint64_t number_of(const Arguments& arguments, const std::string& name, std::uint64_t otherwise,
                        std::uint64_t most) {
    const std::uint64_t number = arguments.number(name, otherwise);
    if (number >= 1 && number <= most) return number;
    throw Error(ErrorCode::usage, fmt::format("--{} is a number from 1 to {}", name, most));
}

std::chrono::milliseconds time_of(const Arguments& arguments, const std::string& name,
                                  std::chrono::milliseconds otherwise) {
    const std::chrono::milliseconds time(arguments.milliseconds(name, otherwise.count()));
    constexpr std::chrono::hours longest{1};
    if (time.count() > 0 && time <= longest) return time;
    throw Error(ErrorCode::usage, fmt::format("--{} is a time of at most an hour", name));
}

// "127.0.0.1:8080", "[::1]:8080", ":8080" on every address
void read_address(const std::string& text, http::ServerSettings& settings) {
    const std::size_t colon = text.rfind(':');
    const std::string_view digits =
        colon == std::string::npos ? "" : std::string_view(text).substr(colon + 1);
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), settings.port);
    if (digits.empty() || failure != std::errc() || end != digits.data() + digits.size()) {
        throw Error(ErrorCode::usage, fmt::format("--listen takes HOST:PORT, not \"{}\"", text),
                    "write 127.0.0.1:8080, or 0.0.0.0:8080 for every network");
    }
    settings.host = text.substr(0, colon);
    if (settings.host.empty()) settings.host = "0.0.0.0";
    if (settings.host.starts_with('[') && settings.host.ends_with(']'))
        settings.host = settings.host.substr(1, settings.host.size() - 2);
}

http::ServerSettings read_server(const Arguments& arguments) {
    constexpr std::uint64_t most = 1'000'000;
    http::ServerSettings settings;
    read_address(arguments.text("listen", "127.0.0.1:8080"), settings);
    settings.most_connections = number_of(arguments, "connections", settings.most_connections, most);
    settings.limits.idle = time_of(arguments, "idle-timeout", settings.limits.idle);
    settings.limits.header = time_of(arguments, "header-timeout", settings.limits.header);
    settings.limits.write = time_of(arguments, "write-timeout", settings.limits.write);
    settings.stops_on_signals = true;
    return settings;
}

std::optional<http::StaticFile> find_page_file(std::string_view path) {
    const Asset* asset = find_asset(path);
    if (asset == nullptr) return std::nullopt;
    return http::StaticFile{asset->content_type, asset->bytes, asset->sha256, asset->scripts_inside,
                            asset->styles_inside};
}

http::ServiceSettings read_service(const Arguments& arguments) {
    constexpr std::uint64_t longest_queue = 100'000;
    http::ServiceSettings settings;
    http::WorkerSettings& workers = settings.workers;
    workers.index = arguments.text("INDEX");
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    workers.threads = number_of(arguments, "threads", cores, most_threads);
    workers.most_waiting = number_of(arguments, "queue", workers.most_waiting, longest_queue);
    workers.answers.timeout = time_of(arguments, "timeout", workers.answers.timeout);
    if (arguments.has("synonyms")) workers.answers.synonyms = read_synonyms(arguments.text("synonyms"));
    settings.exports = number_of(arguments, "exports", settings.exports, most_threads);
    settings.find_file = find_page_file;
    settings.cache_bytes = arguments.bytes("cache", settings.cache_bytes);
    settings.origins = arguments.texts("cors");
    settings.trusts_proxy = arguments.flag("trust-proxy");
    if (arguments.has("api-key-file")) {
        settings.keys = http::Keys::read(arguments.text("api-key-file"));
    } else {
        settings.find_first = first_request;  // with keys it would be refused: the browser has none to send
    }
    return settings;
}

// Every client takes a file descriptor, and segments some; what the system allows is taken.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// Of --access-log: closed at the end, unless it is standard output.
class LogFile {
public:
    explicit LogFile(const std::string& path) : is_own_(!path.empty() && path != "-") {
        if (path == "-") descriptor_ = STDOUT_FILENO;
        if (!is_own_) return;
        constexpr mode_t for_owner_and_group = 0640;
        descriptor_ = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, for_owner_and_group);
        if (descriptor_ < 0) throw system_error(errno, "write " + path);
    }
    ~LogFile() {
        if (is_own_) close(descriptor_);
    }
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    int descriptor() const { return descriptor_; }

private:
    const bool is_own_;
    int descriptor_ = -1;
};

int run(const Arguments& arguments, Terminal& terminal) {
    const http::ServerSettings settings = read_server(arguments);
    http::ServiceSettings service = read_service(arguments);
    const LogFile log(arguments.text("access-log"));
    service.access_log = log.descriptor();
    raise_file_limit();
    http::Server server(settings, std::move(service));
    terminal.err << fmt::format("searcher: listening on {}\n", server.address()) << std::flush;
    server.run();
    terminal.err << "searcher: stopped\n";
    return 0;
}

}  // namespace

Command serve_command() {
    return {"serve",
            "answers over HTTP: the API under /api/v1, described by /api/v1/openapi.json",
            {{"INDEX", "the index's folder"}},
            describe,
            run};
}

}  // namespace broadsheet
