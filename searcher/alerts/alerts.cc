#include "searcher/alerts/alerts.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/error.h"
#include "schema/index/manifest.h"
#include "searcher/engine/search.h"
#include "searcher/render/json.h"

namespace broadsheet {

namespace {

namespace files = std::filesystem;

// An index that is one segment, for as long as the object lives.
class SegmentAlone {
public:
    SegmentAlone(const files::path& folder, std::uint64_t articles, const AnalysisSettings& analysis)
        : paths_{folder.parent_path() / "alone"} {
        const SegmentEntry segment{"000001", articles, 0};
        files::remove_all(paths_.root);
        files::create_directories(paths_.segments());
        files::create_directory_symlink(files::absolute(folder), paths_.segment(segment.name));
        Manifest manifest;
        manifest.analysis = analysis;
        manifest.segments.push_back(segment);
        publish_manifest(paths_, manifest);
    }
    ~SegmentAlone() {
        std::error_code ignored;  // the writer clears its work folder anyway
        files::remove_all(paths_.root, ignored);
    }
    SegmentAlone(const SegmentAlone&) = delete;
    SegmentAlone& operator=(const SegmentAlone&) = delete;

    const files::path& path() const { return paths_.root; }

private:
    IndexPaths paths_;
};

SearchRequest request_for(const SavedQuery& saved, Seconds now) {
    SearchRequest request;
    request.query = saved.query;
    request.matching = saved.any ? query::Matching::any : query::Matching::all;
    request.now = now;
    return request;
}

}  // namespace

void Alerts::announce(const files::path& folder, std::uint64_t articles, const AnalysisSettings& analysis,
                      const std::function<bool(std::string_view)>& replaces_another) const {
    if (queries_.empty() || articles == 0) return;
    const SegmentAlone alone(folder, articles, analysis);
    Snapshot snapshot(alone.path());
    const HitFields wanted = read_hit_fields("id,title,date,source,url,entities");
    const Seconds now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    for (const SavedQuery& saved : queries_) {
        export_hits(snapshot, request_for(saved, now), [&](const Hit& hit) {
            nlohmann::ordered_json line{{"alert", saved.name}, {"updated", replaces_another(hit.article.id)}};
            line.update(to_json(hit, wanted));
            // Whoever waits for alerts waits for each.
            out_ << dump(line, false) << '\n' << std::flush;
            if (!out_) {
                throw Error(ErrorCode::machine, "nobody reads the alerts any more",
                            "run the same command again to go on: what was not published comes again");
            }
        });
    }
}

}  // namespace broadsheet
