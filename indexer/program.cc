#include "indexer/program.h"

namespace broadsheet {

Program indexer_program() {
    return {"indexer",
            "makes and keeps a full-text index of news articles",
            {add_command(), read_command(), annotate_command(), remove_command(), stats_command(),
             check_command(), merge_command(), shards_command()}};
}

}  // namespace broadsheet
