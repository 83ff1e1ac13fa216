// The README's tables of fields and operators are those of the code.
#include <gtest/gtest.h>

#include "schema/fields.h"
#include "schema/files.h"
#include "searcher/query/operators.h"

namespace broadsheet {
namespace {

std::string code(std::string_view text) {
    return "`" + std::string(text) + "`";
}

std::string field_table() {
    std::string table = "| field | also | Xapian prefix | facet | what |\n|---|---|---|---|---|\n";
    for (const Field& row : fields) {
        std::string also;
        for (const std::string_view alias : row.aliases) {
            if (!alias.empty()) also += (also.empty() ? "" : ", ") + code(alias);
        }
        table += "| " + code(row.name) + " | " + also + " | " + (row.prefix.empty() ? "" : code(row.prefix)) +
                 " | " + (row.kind == FieldKind::facet || row.kind == FieldKind::date ? "yes" : "") + " | " +
                 std::string(row.help) + " |\n";
    }
    return table;
}

TEST(Readme, HasTheTableOfFields) {
    const std::string readme = read_file(BROADSHEET_SOURCE_DIR "/README.md");
    EXPECT_NE(readme.find(field_table()), std::string::npos) << "it should have:\n" << field_table();
}

std::string operator_table() {
    std::string table = "| operator | finds |\n|---|---|\n";
    for (const query::Operator& row : query::operators) {
        const std::string also = row.also.empty() ? "" : ", " + code(row.also);
        table += "| " + code(row.form) + also + " | " + std::string(row.meaning) + " |\n";
    }
    return table;
}

TEST(Readme, HasTheTableOfOperators) {
    const std::string readme = read_file(BROADSHEET_SOURCE_DIR "/README.md");
    EXPECT_NE(readme.find(operator_table()), std::string::npos) << "it should have:\n" << operator_table();
}

}  // namespace
}  // namespace broadsheet
