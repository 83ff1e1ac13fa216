#include "searcher/program.h"

#include "searcher/commands/commands.h"
#include "searcher/query/operators.h"

namespace broadsheet {

Program searcher_program() {
    return {"searcher",
            "ranked, faceted search over an index made by indexer",
            {search_command(), show_command(), similar_command(), suggest_command(), facets_command(),
             network_command(), explain_command(), evaluate_command(), serve_command()},
            {{"query", "the query language", query::language_help}}};
}

}  // namespace broadsheet
