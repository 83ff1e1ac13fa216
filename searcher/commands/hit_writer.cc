#include "searcher/commands/hit_writer.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "schema/error.h"
#include "searcher/render/csv.h"
#include "searcher/render/trec.h"

namespace broadsheet {

HitWriter make_hit_writer(Format format, const HitFields& wanted, const std::string& topic,
                          std::ostream& out) {
    if (format == Format::ndjson) {
        return [wanted, &out](const Hit& hit) { out << dump(to_json(hit, wanted), false) << '\n'; };
    }
    if (format == Format::csv) {
        const HitFields columns = csv_fields(wanted);
        out << csv_header(columns);
        return [columns, &out](const Hit& hit) { out << csv_line(hit, columns); };
    }
    if (format == Format::trec) {
        return [topic, &out](const Hit& hit) { out << trec_line(hit, topic); };
    }
    throw Error(ErrorCode::usage, "--all writes ndjson, csv or trec", "add --format ndjson");
}

}  // namespace broadsheet
