#include <string>

#include "schema/fields.h"
#include "schema/reference/man_page.h"
#include "schema/reference/tool.h"
#include "searcher/program.h"
#include "searcher/query/operators.h"

namespace broadsheet {

namespace {

std::string operators_part() {
    std::string part;
    for (const query::Operator& row : query::operators) {
        std::string form(row.form);
        if (!row.also.empty()) form += ", " + std::string(row.also);
        part += man_entry(form, row.meaning);
    }
    return part;
}

std::string fields_part() {
    std::string part;
    for (const Field& row : fields) {
        std::string names(row.name);
        for (const std::string_view alias : row.aliases) {
            if (!alias.empty()) names += ", " + std::string(alias);
        }
        part += man_entry(names, row.help);
    }
    return part;
}

}  // namespace

}  // namespace broadsheet

int main(int argc, char** argv) {
    using namespace broadsheet;
    return run_reference_tool(searcher_program(),
                              {{"OPERATORS", operators_part()}, {"FIELDS", fields_part()}}, argc, argv);
}
