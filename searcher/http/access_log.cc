#include "searcher/http/access_log.h"

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/date.h"
#include "searcher/render/json.h"

namespace broadsheet::http {

void AccessLog::add(const Request& request, const Reply& reply, std::uint64_t bytes, bool is_complete) {
    if (out_ == nullptr) return;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const double milliseconds =
        std::chrono::duration<double, std::milli>(Clock::now() - request.begun).count();
    nlohmann::ordered_json json{
        {"time", iso_8601(std::chrono::duration_cast<std::chrono::seconds>(now).count())},
        {"id", request.id},
        {"peer", request.peer},
        {"method", request.method_name},
        {"target", request.target},
        {"route", reply.route},
        {"status", reply.status},
        {"bytes", bytes},
        {"ms", std::round(milliseconds * 1000) / 1000}};
    if (!reply.key_name.empty()) json["key"] = reply.key_name;
    if (!is_complete) json["complete"] = false;
    const std::string line = dump(json, false) + "\n";
    const std::lock_guard lock(mutex_);
    *out_ << line << std::flush;
}

}  // namespace broadsheet::http
