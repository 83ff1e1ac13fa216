// The README's table of fields is the table in schema/fields.h.
#include <gtest/gtest.h>

#include "schema/fields.h"
#include "schema/files.h"

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

}  // namespace
}  // namespace broadsheet
