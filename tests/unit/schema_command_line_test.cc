#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "schema/command_line.h"
#include "schema/error.h"
#include "tests/support/errors.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Words = std::vector<std::string>;

struct Outcome {
    int status;
    std::string out;
    std::string err;
};

// "echo A [B...]" prints what it was given; "fail WHAT" throws.
Program program() {
    const auto describe = [](po::options_description& options) {
        options.add_options()("size", po::value<std::string>()->value_name("SIZE"), "a size")(
            "wait", po::value<std::string>()->default_value("1s"), "a time")(
            "count", po::value<std::string>(), "a number")("tag", po::value<Words>(), "may be repeated")(
            "json", po::bool_switch(), "as JSON");
    };
    const auto echo = [](const Arguments& arguments, Terminal& terminal) {
        terminal.out << arguments.text("A");
        for (const std::string& text : arguments.texts("B"))
            terminal.out << '|' << text;
        for (const std::string& text : arguments.texts("tag"))
            terminal.out << " tag " << text;
        terminal.out << " size " << arguments.bytes("size", 7) << " wait "
                     << arguments.milliseconds("wait", 0) << " count " << arguments.number("count", 0)
                     << (arguments.flag("json") ? " json" : "");
        return 0;
    };
    const auto fail = [](const Arguments& arguments, Terminal&) -> int {
        const std::string what = arguments.text("WHAT");
        if (what == "locked") throw Error(ErrorCode::index_locked, "news.idx is locked", "wait");
        if (what == "lines") throw Error(ErrorCode::machine, "two\nlines\x1b");
        if (what == "memory") throw std::bad_alloc();
        if (what == "disk")
            throw std::filesystem::filesystem_error("x", "file",
                                                    std::make_error_code(std::errc::no_space_on_device));
        if (what == "xapian") throw Xapian::DatabaseModifiedError("");
        if (what == "other") throw std::runtime_error("something");
        return 1;
    };
    return {"demo",
            "shows things",
            {{"echo", "prints", {{"A", "first"}, {"B", "others", false, true}}, describe, echo},
             {"fail", "throws", {{"WHAT", "what"}}, describe, fail}}};
}

Outcome run(const Words& arguments, const Words& environment = {}) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{in, out, err};
    const int status = run_program(program(), arguments, environment, terminal);
    return {status, out.str(), err.str()};
}

TEST(CommandLine, ArgumentsAndOptionsReachTheCommand) {
    EXPECT_EQ(run({"echo", "a"}).out, "a size 7 wait 1000 count 0");
    EXPECT_EQ(run({"echo", "a", "b", "--size", "2K", "c", "--wait=5m", "--count", "9", "--json"}).out,
              "a|b|c size 2048 wait 300000 count 9 json");
    EXPECT_EQ(run({"echo", "--tag", "x", "a", "--tag=y"}).out, "a tag x tag y size 7 wait 1000 count 0");
    EXPECT_EQ(run({"echo", "-", "--", "--size"}).out, "-|--size size 7 wait 1000 count 0");
}

TEST(CommandLine, HelpIsOnStandardOutput) {
    for (const Words& words : {Words{"--help"}, Words{"-h"}, Words{"help"}}) {
        const Outcome outcome = run(words);
        EXPECT_EQ(outcome.status, 0);
        EXPECT_NE(outcome.out.find("echo"), std::string::npos);
        EXPECT_EQ(outcome.err, "");
    }
    for (const Words& words :
         {Words{"help", "echo"}, Words{"echo", "--help"}, Words{"echo", "-h", "--size", "1"}}) {
        const Outcome outcome = run(words);
        EXPECT_EQ(outcome.status, 0);
        EXPECT_TRUE(outcome.out.starts_with("Usage: demo echo A [B...] [OPTIONS]")) << outcome.out;
        EXPECT_NE(outcome.out.find("--size SIZE"), std::string::npos);
        EXPECT_EQ(outcome.out.find("positional"), std::string::npos);
    }
    EXPECT_TRUE(run({"--version"}).out.starts_with("demo "));
    EXPECT_TRUE(run({"echo", "--version"}).out.starts_with("demo "));
}

TEST(CommandLine, NothingAtAllIsWrongUsage) {
    const Outcome outcome = run({});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find("Usage: demo COMMAND"), std::string::npos);
}

TEST(CommandLine, WrongUsageIsOneLineWithAHint) {
    for (const Words& words :
         {Words{"ehco"}, Words{"help", "ehco"}, Words{"echo"}, Words{"fail"}, Words{"fail", "a", "b"},
          Words{"echo", "a", "--sise", "1"}, Words{"echo", "a", "--siz", "1"}, Words{"echo", "a", "--size"},
          Words{"echo", "a", "--size", "1", "--size", "2"}, Words{"echo", "a", "--json=perhaps"},
          Words{"echo", "a", "--config", "/nowhere"}}) {
        const Outcome outcome = run(words);
        EXPECT_EQ(outcome.status, 2) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_TRUE(outcome.err.starts_with("demo: ")) << outcome.err;
        EXPECT_NE(outcome.err.find("; see demo "), std::string::npos) << outcome.err;
        EXPECT_EQ(outcome.err.find('\n'), outcome.err.size() - 1) << outcome.err;
    }
    EXPECT_NE(run({"ehco"}).err.find("there is no command \"ehco\""), std::string::npos);
    EXPECT_NE(run({"echo"}).err.find("A is missing"), std::string::npos);
    EXPECT_NE(run({"fail", "a", "b"}).err.find("\"b\" is one argument too many"), std::string::npos);
}

TEST(CommandLine, ValuesThatAreNoneAreWrongUsage) {
    for (const Words& option :
         {Words{"--size", "12Q"}, Words{"--size", "-1"}, Words{"--size", "9999999999G"}, Words{"--size", ""},
          Words{"--wait", "soon"}, Words{"--wait", "30"}, Words{"--count", "1.5"}, Words{"--count", "-1"},
          Words{"--count", "99999999999999999999"}}) {
        EXPECT_EQ(run({"echo", "a", option[0], option[1]}).status, 2) << option[0] << ' ' << option[1];
    }
    EXPECT_EQ(parse_bytes("512M"), 512u << 20);
    EXPECT_EQ(parse_bytes("2G"), 2ull << 30);
    EXPECT_EQ(parse_bytes("0"), 0u);
    EXPECT_EQ(test::code_of([] { parse_bytes("M"); }), ErrorCode::usage);
    EXPECT_EQ(test::code_of([] { parse_bytes("1MB"); }), ErrorCode::usage);
}

TEST(CommandLine, OptionsComeFromTheFileThatIsNamed) {
    const test::TemporaryFolder folder;
    const std::string file =
        folder.write("options", "# a comment\nsize = 3K\ntag = x\ntag = y\njson = true\n");
    EXPECT_EQ(run({"echo", "a", "--config", file}).out, "a tag x tag y size 3072 wait 1000 count 0 json");
    EXPECT_EQ(run({"echo", "a"}, {"BROADSHEET_CONFIG=" + file}).out,
              "a tag x tag y size 3072 wait 1000 count 0 json");
    EXPECT_EQ(run({"echo", "a", "--config", folder.write("bad", "sise = 3K\n")}).status, 2);
    EXPECT_EQ(run({"echo", "a", "--config", folder.write("worse", "\xff\xfe nonsense")}).status, 2);
}

TEST(CommandLine, TheCommandLineWinsOverTheEnvironmentOverTheFile) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("options", "size = 1\nwait = 1s\ncount = 1\n");
    const Words environment{"BROADSHEET_WAIT=2s", "BROADSHEET_COUNT=2",   "HOME=/",
                            "BROADSHEET_",        "BROADSHEET_UNKNOWN=7", "count=8"};
    EXPECT_EQ(run({"echo", "a", "--config", file, "--count", "3"}, environment).out,
              "a size 1 wait 2000 count 3");
    EXPECT_EQ(run({"echo", "a"}, {"BROADSHEET_JSON=1"}).out, "a size 7 wait 1000 count 0 json");
}

TEST(CommandLine, AVersionInTheEnvironmentIsNoQuestion) {
    EXPECT_EQ(run({"echo", "a"}, {"BROADSHEET_VERSION=0.1", "BROADSHEET_HELP=me"}).out,
              "a size 7 wait 1000 count 0");
}

TEST(CommandLine, ErrorsAreOneLineAndAStatus) {
    EXPECT_EQ(run({"fail", "locked"}).err, "demo: news.idx is locked; wait\n");
    EXPECT_EQ(run({"fail", "locked"}).status, 3);
    EXPECT_EQ(run({"fail", "lines"}).err, "demo: two lines \n");
    EXPECT_EQ(run({"fail", "memory"}).status, 4);
    EXPECT_EQ(run({"fail", "xapian"}).status, 3);
    EXPECT_EQ(run({"fail", "other"}).err, "demo: something\n");
    EXPECT_EQ(run({"fail", "other"}).status, 4);
    EXPECT_EQ(run({"fail", "nothing"}).status, 1);
    EXPECT_EQ(run({"fail", "nothing"}).err, "");
}

TEST(CommandLine, WithJsonAnErrorIsAnObject) {
    const Outcome outcome = run({"fail", "locked", "--json"});
    EXPECT_EQ(outcome.status, 3);
    EXPECT_EQ(outcome.err, "");
    const auto error = nlohmann::json::parse(outcome.out).at("error");
    EXPECT_EQ(error.at("code"), "index_locked");
    EXPECT_EQ(error.at("message"), "news.idx is locked");
    EXPECT_EQ(error.at("hint"), "wait");
    EXPECT_EQ(nlohmann::json::parse(run({"fail", "disk", "--json"}).out).at("error").at("code"), "disk_full");
    EXPECT_EQ(nlohmann::json::parse(run({"\xff", "--json"}).out).at("error").at("code"), "usage");
}

}  // namespace
}  // namespace broadsheet
