#include <algorithm>
#include <sstream>

#include "schema/error.h"
#include "searcher/commands/hit_writer.h"
#include "searcher/engine/search.h"
#include "searcher/http/answers.h"

namespace broadsheet::http {

namespace {

constexpr std::size_t chunk_bytes = 64u << 10;

}  // namespace

Reply export_all(const Call& call, const SearchRequest& request, Format format, const HitFields& wanted) {
    for (const char* option : {"limit", "offset", "after", "sort", "collapse"}) {
        if (call.arguments.has(option))
            throw Error(ErrorCode::usage, std::string("--all and --") + option + " exclude each other");
    }
    Reply reply;
    reply.content_type = media_type_of(format);
    reply.produce = [&snapshot = call.snapshot, request, format, wanted,
                     topic = call.arguments.text("topic", "1")](const WriteChunk& write) {
        std::ostringstream out;
        const HitWriter write_hit = make_hit_writer(format, wanted, topic, out);
        const auto flush = [&] {
            write(std::move(out).str());
            out.str({});
        };
        export_hits(snapshot, request, [&](const Hit& hit) {
            write_hit(hit);
            if (static_cast<std::size_t>(out.tellp()) >= chunk_bytes) flush();
        });
        if (out.tellp() > 0) flush();
    };
    return reply;
}

}  // namespace broadsheet::http
