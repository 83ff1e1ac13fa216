// The answer of `similar`, as JSON and for people.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

#include "searcher/render/json.h"
#include "searcher/render/markup.h"
#include "searcher/similar/similar.h"

namespace broadsheet {

// A hit as search writes it, with "shared" and "duplicates".
nlohmann::ordered_json to_json(const SimilarHit& hit, const HitFields& wanted);
nlohmann::ordered_json to_json(const SimilarResponse& response, const HitFields& wanted, double milliseconds);

void print_text(const SimilarResponse& response, double milliseconds, const Style& style, std::ostream& out);

}  // namespace broadsheet
