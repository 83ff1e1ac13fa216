#include "indexer/commands/knowledge_options.h"

namespace broadsheet {

void describe_knowledge(po::options_description& options) {
    options.add_options()("aliases", po::value<std::string>()->value_name("FILE"),
                          "other names: canonical name, TAB, alias, TAB, person, organisation or place");
}

entities::Knowledge read_knowledge(const Arguments& arguments) {
    entities::Knowledge knowledge = entities::built_in_knowledge();
    if (arguments.has("aliases")) knowledge.aliases.add_file(arguments.text("aliases"));
    return knowledge;
}

}  // namespace broadsheet
