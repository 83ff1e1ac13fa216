#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "indexer/program.h"
#include "schema/reference/completion.h"
#include "schema/reference/man_page.h"
#include "schema/reference/option_table.h"
#include "searcher/program.h"
#include "tests/support/errors.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;
using Words = std::vector<std::string>;

// A shell that has loaded a program's completion, in a folder with the file notes.txt and the folder
// news.idx.
class Shell {
public:
    explicit Shell(const Program& program) : name_(program.name) {
        folder_.write("completion", bash_completion(program));
        folder_.write("notes.txt", "\n");
        std::filesystem::create_directory(folder_ / "news.idx");
    }

    // What is offered for the last of the words.
    Words offered(const Words& words) const {
        std::string line = "cd '" + folder_.path().string() + "'; . ./completion; COMP_WORDS=(" + name_;
        for (const std::string& word : words)
            line += " '" + word + '\'';
        line += "); COMP_CWORD=" + std::to_string(words.size()) + "; _" + name_ +
                " 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"";
        std::istringstream output(test::execute(line).output);
        Words result;
        for (std::string each; std::getline(output, each);) {
            if (!each.empty()) result.push_back(each);
        }
        return result;
    }

private:
    std::string name_;
    test::TemporaryFolder folder_;
};

Words option_names(const Command& command) {
    Words names;
    for (const OptionRow& row : all_options(command))
        names.push_back("--" + row.name);
    return names;
}

TEST(SchemaReference, CompletionOffersWhatTheTablesHave) {
    for (const Program& program : {indexer_program(), searcher_program()}) {
        const Shell shell(program);
        Words commands{"help", "--help", "--version"};
        for (const Command& command : program.commands) {
            commands.emplace_back(command.name);
            EXPECT_THAT(shell.offered({std::string(command.name), "--"}),
                        UnorderedElementsAreArray(option_names(command)))
                << command.name;
        }
        EXPECT_THAT(shell.offered({""}), UnorderedElementsAreArray(commands));
        commands.erase(commands.begin(), commands.begin() + 3);
        for (const HelpTopic& topic : program.topics)
            commands.emplace_back(topic.name);
        EXPECT_THAT(shell.offered({"help", ""}), UnorderedElementsAreArray(commands));
    }
}

TEST(SchemaReference, CompletionOffersEveryChoice) {
    for (const Program& program : {indexer_program(), searcher_program()}) {
        const Shell shell(program);
        for (const Command& command : program.commands) {
            for (const OptionRow& row : all_options(command)) {
                const Words choices = choices_of(row.value_name);
                if (choices.empty()) continue;
                EXPECT_EQ(shell.offered({std::string(command.name), "--" + row.name, ""}), choices)
                    << command.name << ' ' << row.name;
            }
        }
    }
}

TEST(SchemaReference, CompletionKnowsFilesFieldsAndPlaces) {
    const Shell shell(searcher_program());
    EXPECT_THAT(shell.offered({"search", "n"}), ElementsAre("news.idx"));
    EXPECT_THAT(shell.offered({"search", "news.idx", ""}), IsEmpty());
    EXPECT_THAT(shell.offered({"search", "news.idx", "oil", "more", ""}), IsEmpty());
    EXPECT_THAT(shell.offered({"search", "--limit", "5", "n"}), ElementsAre("news.idx"));
    EXPECT_THAT(shell.offered({"search", "--synonyms", "n"}), ElementsAre("news.idx", "notes.txt"));
    EXPECT_THAT(shell.offered({"search", "--sort", "=", "new"}), ElementsAre("newest"));
    EXPECT_THAT(shell.offered({"search", "--sort", "="}), Contains("oldest"));
    EXPECT_THAT(shell.offered({"search", "--filter", "pers"}), ElementsAre("person="));
    EXPECT_THAT(shell.offered({"search", "--facet", "person,pl"}), ElementsAre("person,place"));
    EXPECT_THAT(shell.offered({"facets", "news.idx", "sour"}), ElementsAre("source"));
    EXPECT_THAT(shell.offered({"search", "--limit", ""}), IsEmpty());
    EXPECT_THAT(shell.offered({"nothing", ""}), IsEmpty());

    const Shell indexer(indexer_program());
    EXPECT_THAT(indexer.offered({"add", "news.idx", "notes.txt", "no"}), ElementsAre("notes.txt"));
}

TEST(SchemaReference, OptionsAsRows) {
    po::options_description options;
    options.add_options()("much,m", po::value<std::string>()->value_name("a|b")->default_value("b"),
                          "how much")("each", po::value<Words>()->value_name("X"), "every one")(
        "flag", po::bool_switch(), "whether");
    const std::vector<OptionRow> rows = rows_of(options);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].name, "much");
    EXPECT_EQ(rows[0].short_form, "-m");
    EXPECT_EQ(rows[0].value_name, "a|b");
    EXPECT_EQ(rows[0].otherwise, "b");
    EXPECT_EQ(rows[0].help, "how much");
    EXPECT_TRUE(rows[1].is_repeated);
    EXPECT_EQ(rows[1].short_form, "");
    EXPECT_EQ(rows[2].value_name, "");
    EXPECT_THAT(choices_of(rows[0].value_name), ElementsAre("a", "b"));
    EXPECT_THAT(choices_of("FILE"), IsEmpty());
}

TEST(SchemaReference, ManualHasEveryCommandAndOption) {
    for (const Program& program : {indexer_program(), searcher_program()}) {
        const std::string commands = man_commands(program);
        for (const Command& command : program.commands) {
            EXPECT_THAT(commands, HasSubstr(".SS \"" + man_escaped(std::string(program.name) + ' ' +
                                                                   std::string(command.name))));
            for (const std::string& name : option_names(command))
                EXPECT_THAT(commands + man_common_options(), HasSubstr("\\fB" + man_escaped(name) + "\\fR"));
        }
    }
}

TEST(SchemaReference, ManualTextIsNoMarkup) {
    EXPECT_EQ(man_escaped(".\\-'"), "\\&.\\e\\-\\(aq");
    EXPECT_EQ(man_escaped("it's a\\b"), "it\\(aqs a\\eb");
}

TEST(SchemaReference, PagesAndTheirPartsMustFit) {
    EXPECT_EQ(filled("a\n@X@\n@ b\n", {{"X", "x\n"}}), "a\nx\n@ b\n");
    EXPECT_EQ(test::code_of([] { filled("@Y@\n", {{"X", ""}}); }), ErrorCode::bad_source);
    EXPECT_EQ(test::code_of([] { filled("\n", {{"X", ""}}); }), ErrorCode::bad_source);
}

}  // namespace
}  // namespace broadsheet
