#include "indexer/program.h"
#include "schema/reference/tool.h"

int main(int argc, char** argv) {
    return broadsheet::run_reference_tool(broadsheet::indexer_program(), {}, argc, argv);
}
