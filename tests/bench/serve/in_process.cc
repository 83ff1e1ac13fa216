// Asks the service without a network, as the measure of what sockets and HTTP cost:
//
//     bench-service INDEX TARGETS SECONDS CACHE [THREADS]
//
// TARGETS has a line for each address to ask for; 64 requests are always under way. With a cache, all of them
// are asked once before it is measured. Prints a line of JSON.
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "schema/command_line.h"
#include "schema/error.h"
#include "searcher/http/service.h"

namespace {

using namespace broadsheet;
constexpr std::size_t under_way = 64;

class Load {
public:
    Load(http::Service& service, std::vector<std::string> targets)
        : service_(service), targets_(std::move(targets)) {}

    // Queries per second.
    double run(double seconds) {
        const auto begin = http::Clock::now();
        const auto end =
            begin + std::chrono::duration_cast<http::Clock::duration>(std::chrono::duration<double>(seconds));
        const std::uint64_t before = asked_;
        while (http::Clock::now() < end)
            ask();
        wait_until(0);
        return static_cast<double>(asked_ - before) /
               std::chrono::duration<double>(http::Clock::now() - begin).count();
    }

    void ask_all_once() {
        for (std::size_t i = 0; i < targets_.size(); ++i)
            ask();
        wait_until(0);
    }

    std::uint64_t failed() const { return failed_; }

private:
    void wait_until(std::uint64_t most_under_way) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return asked_ - answered_ <= most_under_way; });
    }

    void ask() {
        wait_until(under_way - 1);
        auto request = std::make_shared<http::Request>();
        request->target = targets_[asked_ % targets_.size()];
        request->begun = http::Clock::now();
        {
            const std::lock_guard lock(mutex_);
            ++asked_;
        }
        service_.handle(request, [this](const http::Reply& reply) {
            const std::lock_guard lock(mutex_);
            ++answered_;
            if (reply.status != 200) ++failed_;
            changed_.notify_one();
        });
    }

    http::Service& service_;
    const std::vector<std::string> targets_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t asked_ = 0;
    std::uint64_t answered_ = 0;
    std::uint64_t failed_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::cerr << "usage: bench-service INDEX TARGETS SECONDS CACHE [THREADS]\n";
        return 2;
    }
    try {
        std::vector<std::string> targets;
        std::ifstream file(argv[2]);
        for (std::string line; std::getline(file, line);)
            targets.push_back(line);
        if (targets.empty()) throw Error(ErrorCode::usage, std::string(argv[2]) + " has no addresses");
        http::ServiceSettings settings;
        settings.workers.index = argv[1];
        settings.workers.threads = argc > 5 ? std::stoul(argv[5]) : 2;
        settings.cache_bytes = parse_bytes(argv[4]);
        http::Service service(std::move(settings));
        Load load(service, std::move(targets));
        if (parse_bytes(argv[4]) > 0) load.ask_all_once();
        const double rate = load.run(std::stod(argv[3]));
        std::cout << nlohmann::ordered_json{{"queries_per_second", rate}, {"failed", load.failed()}} << '\n';
        service.stop();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "bench-service: " << error.what() << '\n';
        return 4;
    }
}
