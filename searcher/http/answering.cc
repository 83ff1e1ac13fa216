#include "searcher/http/answering.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <new>
#include <optional>
#include <utility>

#include "schema/error.h"
#include "searcher/http/encoding.h"
#include "searcher/http/pipe.h"
#include "searcher/http/problem.h"
#include "searcher/http/stream_encoding.h"

namespace broadsheet::http {

namespace {

Reply not_modified() {
    Reply reply;
    reply.status = 304;
    return reply;
}

void compress(const Request& request, Reply& reply) {
    if (reply.body == nullptr || !is_worth_compressing(reply.content_type, reply.body->size())) return;
    const Encoding encoding = negotiated(request.accept_encoding);
    if (encoding == Encoding::identity) return;
    reply.body = std::make_shared<const std::string>(compressed(*reply.body, encoding));
    reply.headers.emplace_back("Content-Encoding", name_of(encoding));
}

// Sends the reply's beginning with the first piece of its body, and then piece by piece, compressed or not.
class Producing {
public:
    Producing(const Request& request, Reply reply, const SendReply& send)
        : reply_(std::move(reply)), send_(send), encoding_(negotiated(request.accept_encoding)) {}

    bool has_begun() const { return pipe_ != nullptr; }

    void run() {
        const auto produce = std::exchange(reply_.produce, nullptr);
        produce([this](std::string chunk) {
            if (!has_begun()) begin();
            pipe_->push(encoder_ ? encoder_->add(chunk) : std::move(chunk));
        });
        if (has_begun()) {
            if (encoder_) pipe_->push(encoder_->finish());
            pipe_->finish();
        } else {
            reply_.body = std::make_shared<const std::string>();
            send_(std::move(reply_));
        }
    }

    void fail() { pipe_->fail(); }

private:
    void begin() {
        if (encoding_ != Encoding::identity) {
            encoder_.emplace(encoding_);
            reply_.headers.emplace_back("Content-Encoding", name_of(encoding_));
        }
        pipe_ = std::make_shared<Pipe>();
        reply_.pipe = pipe_;
        send_(std::move(reply_));
    }

    Reply reply_;
    const SendReply& send_;
    const Encoding encoding_;
    std::optional<StreamEncoder> encoder_;
    std::shared_ptr<Pipe> pipe_;
};

// Nothing can be told any more once the body has begun: it is broken off, which the client sees.
void send_produced(const Request& request, Reply reply, const SendReply& send) {
    Producing producing(request, std::move(reply), send);
    try {
        producing.run();
    } catch (const ClientGone&) {
    } catch (...) {
        if (!producing.has_begun()) throw;
        producing.fail();
    }
}

void answer_on(const Job& job, const Arguments& arguments, const Settings& settings, SearchCache& cache,
               Snapshot& snapshot) {
    const Request& request = *job.request;
    const std::string tag = entity_tag(request.target, snapshot.manifest().generation);
    const bool is_known = has_tag(request.if_none_match, tag);
    Reply reply =
        is_known ? not_modified() : job.route->answer({request, arguments, settings, cache, snapshot});
    reply.route = job.route->name;
    reply.headers.emplace_back("ETag", tag);
    reply.headers.emplace_back("Cache-Control", "no-cache");
    if (!reply.produce) {
        compress(request, reply);
        job.send(std::move(reply));
    } else if (request.method == Method::head) {
        reply.produce = nullptr;
        job.send(std::move(reply));
    } else {
        send_produced(request, std::move(reply), job.send);
    }
}

}  // namespace

std::string entity_tag(std::string_view target, std::uint64_t generation) {
    constexpr std::int64_t day = 86400;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    // Relative dates mean something else from day to day.
    const std::int64_t today = std::chrono::duration_cast<std::chrono::seconds>(now).count() / day;
    const std::string all = fmt::format("{} {} {}", BROADSHEET_VERSION, today, target);
    return fmt::format("W/\"{}-{:016x}\"", generation, XXH3_64bits(all.data(), all.size()));
}

bool has_tag(std::string_view if_none_match, std::string_view tag) {
    if (if_none_match == "*") return true;
    return if_none_match.find(tag.substr(2)) != std::string_view::npos;  // without W/
}

void answer_job(const Job& job, const Settings& settings, SearchCache& cache, CurrentSnapshot& current) {
    const auto failed = [&](Reply reply) {
        reply.route = job.route->name;
        job.send(std::move(reply));
    };
    try {
        const Arguments arguments = read_arguments(*job.route, job.path_value, job.target);
        current.run([&](Snapshot& snapshot) { answer_on(job, arguments, settings, cache, snapshot); });
    } catch (const Error& error) {
        failed(problem(error));
    } catch (const std::bad_alloc&) {
        failed(problem(503, "machine", "out of memory"));
    } catch (const std::exception&) {
        failed(problem(500, "machine", "the request could not be answered"));
    }
}

}  // namespace broadsheet::http
