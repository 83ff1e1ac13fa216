#include "searcher/program.h"

#include "searcher/commands/commands.h"

namespace broadsheet {

Program searcher_program() {
    return {"searcher",
            "ranked, faceted search over an index made by indexer",
            {search_command(), show_command(), facets_command(), explain_command(), evaluate_command()}};
}

}  // namespace broadsheet
