// Options that several commands have.
#pragma once

#include <optional>

#include "schema/command_line.h"
#include "searcher/engine/request.h"

namespace broadsheet {

// --filter, --all-of, --exclude, --from, --to, --near
void describe_filters(po::options_description& options);

// --timeout
void describe_timeout(po::options_description& options);

// Those and --match, --matcher, --synonyms
void describe_restrictions(po::options_description& options);

// --ranking
void describe_ranking(po::options_description& options);

// Those options and the query as the beginning of a request. Throws Error(usage).
SearchRequest read_request(const Arguments& arguments);

enum class Format { text, json, ndjson, csv, trec, atom };

// --format and --json. Throws Error(usage).
Format read_format(const Arguments& arguments);

// Warnings go beside the results where the results have no place for them.
void print_warnings(const std::vector<std::string>& warnings, std::ostream& err);

}  // namespace broadsheet
