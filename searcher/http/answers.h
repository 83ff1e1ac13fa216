// The answers of the API, a function for each of its routes that asks the index. They throw as the engine
// does, and Error(usage) for parameters that can not be read.
#pragma once

#include "searcher/commands/options.h"
#include "searcher/http/route.h"
#include "searcher/render/json.h"

namespace broadsheet::http {

Reply answer_search(const Call& call);
Reply answer_article(const Call& call);
Reply answer_original(const Call& call);
Reply answer_similar(const Call& call);
Reply answer_suggest(const Call& call);
Reply answer_facets(const Call& call);
Reply answer_explain(const Call& call);
Reply answer_network(const Call& call);

// Of answer_search(), for all=true: every hit, piece by piece. The call outlives the reply's producing.
Reply export_all(const Call& call, const SearchRequest& request, Format format, const HitFields& wanted);

// As it stands in Content-Type.
std::string_view media_type_of(Format format);

// The request within the limits of the server.
void bound(SearchRequest& request, const Settings& settings);

}  // namespace broadsheet::http
