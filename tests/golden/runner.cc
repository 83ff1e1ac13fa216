// Runs a transcript and compares what the commands print with what it says they print.
//
//     golden FILE [--layout one|many|merged] [--index INDEX] [--update]
//     golden --make one|many|merged INDEX
//
// A transcript has lines "$ COMMAND", each followed by what the command prints on both streams, interleaved
// as it comes, and, if it fails, a line "[exit N]". Lines from "#" on before the first command and between
// blocks are comments. In a Markdown file only the blocks fenced by ```console count. Commands run with bash
// in a fresh folder where `sample` is the sample collection, and `corpus` and `build/bin` are those of the
// project; with --layout, `news.idx` is an index of the sample collection in that many segments, and with
// --index a copy of one. --make makes an index for several transcripts to copy, for making it takes longer
// than most of them.
//
// Times, rates and megabytes are compared as "N". --update writes the file anew with what was printed.
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace {

namespace fs = std::filesystem;
using broadsheet::test::execute;
using broadsheet::test::Outcome;

// What differs from run to run.
std::string without_measurements(const std::string& text) {
    static const std::array<std::pair<std::regex, std::string>, 5> volatile_parts{{
        {std::regex(R"(\([0-9.]+ ms\))"), "(N ms)"},
        {std::regex(R"("took_ms": ?[0-9.]+)"), "\"took_ms\": N"},
        {std::regex(R"([0-9.]+ MB in [0-9.]+ s: [0-9]+ articles/s, [0-9.]+ MB/s)"), "N MB in N s"},
        {std::regex(R"([0-9.]+ MB\b)"), "N MB"},
        {std::regex(R"("seconds":[0-9.]+,"articles_per_second":[0-9.]+)"), "\"seconds\":N"},
    }};
    std::string result = text;
    for (const auto& [pattern, replacement] : volatile_parts) {
        result = std::regex_replace(result, pattern, replacement);
    }
    return result;
}

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("can not read " + path.string());
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

class Transcript {
public:
    explicit Transcript(const fs::path& path)
        : lines_(lines_of(path)), markdown_(path.extension() == ".md") {}

    // Runs all commands. True when everything was printed as expected.
    bool run() {
        bool inside = !markdown_;
        for (std::size_t i = 0; i < lines_.size();) {
            const std::string& line = lines_[i];
            if (markdown_ && line.starts_with("```")) inside = line == "```console";
            if (inside && line.starts_with("$ ")) {
                i = run_command(i);
            } else {
                updated_ += line + "\n";
                ++i;
            }
        }
        return same_;
    }

    int commands() const { return commands_; }
    const std::string& updated() const { return updated_; }

private:
    std::size_t run_command(std::size_t at) {
        const std::string command = lines_[at].substr(2);
        std::string expected;
        std::size_t end = at + 1;
        while (end < lines_.size() && !lines_[end].starts_with("$ ") && !lines_[end].starts_with("```") &&
               !lines_[end].starts_with("# ")) {
            expected += lines_[end++] + "\n";
        }
        // Blank lines before the next block are layout, not output.
        std::string layout;
        while (expected.ends_with("\n\n") || expected == "\n") {
            expected.pop_back();
            layout += "\n";
        }
        const Outcome outcome = execute(command);
        std::string got = outcome.output;
        while (got.ends_with("\n\n"))
            got.pop_back();
        if (!got.empty() && !got.ends_with('\n')) got += "\n";
        if (outcome.status != 0) got += "[exit " + std::to_string(outcome.status) + "]\n";
        ++commands_;
        if (without_measurements(got) != without_measurements(expected)) {
            same_ = false;
            std::cout << "$ " << command << "\n--- expected\n" << expected << "--- got\n" << got << "---\n";
            updated_ += "$ " + command + "\n" + got + layout;
        } else {
            updated_ += "$ " + command + "\n" + expected + layout;
        }
        return end;
    }

    std::vector<std::string> lines_;
    bool markdown_;
    bool same_ = true;
    int commands_ = 0;
    std::string updated_;
};

std::string layout_command(const std::string& layout) {
    const std::string many = "indexer add news.idx sample --publish-every 3000 --threads 2 >/dev/null";
    if (layout == "one") return "indexer add news.idx sample >/dev/null";
    if (layout == "many") return many + " && test $(ls news.idx/segments | wc -l) -gt 2";
    if (layout == "merged") return many + " && indexer merge news.idx >/dev/null";
    throw std::runtime_error("there is no layout " + layout);
}

// A folder of its own, with what transcripts expect to find, as the current one for as long as it lives.
class WorkFolder {
public:
    WorkFolder() : path_((fs::temp_directory_path() / "broadsheet-golden-XXXXXX").string()) {
        const fs::path sample = fs::absolute(BROADSHEET_SOURCE_DIR "/corpus/sample");
        if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("can not make " + path_);
        fs::current_path(path_);
        fs::create_symlink(sample, "sample");
        fs::create_symlink(BROADSHEET_SOURCE_DIR "/corpus", "corpus");
        fs::create_directory("build");
        fs::create_symlink(BROADSHEET_BIN_DIR, "build/bin");
    }
    ~WorkFolder() {
        std::error_code ignored;  // nothing is left to be done about it
        fs::current_path("/", ignored);
        fs::remove_all(path_, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

private:
    std::string path_;
};

bool make_index(const std::string& layout) {
    const bool is_made = execute(layout_command(layout)).status == 0;
    if (!is_made) std::cout << "the index could not be made\n";
    return is_made;
}

int make(const std::string& layout, const fs::path& to) {
    const fs::path target = fs::absolute(to);
    const WorkFolder folder;
    if (!make_index(layout)) return 1;
    fs::remove_all(target);
    fs::create_directories(target.parent_path());
    fs::copy("news.idx", target, fs::copy_options::recursive);
    return 0;
}

int check(const std::vector<std::string>& arguments) {
    const fs::path file = fs::absolute(arguments.at(0));
    bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
    std::string layout;
    fs::path index;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--update") update = true;
        if (arguments[i] == "--layout") layout = arguments.at(++i);
        if (arguments[i] == "--index") index = fs::absolute(arguments.at(++i));
    }
    Transcript transcript(file);
    bool passed = false;
    {
        const WorkFolder folder;
        if (!index.empty()) fs::copy(index, "news.idx", fs::copy_options::recursive);
        passed = layout.empty() || !index.empty() || make_index(layout);
        passed = transcript.run() && passed;
    }
    std::cout << transcript.commands() << " commands\n";
    if (update && !passed) {
        std::ofstream(file) << transcript.updated();
        std::cout << "updated " << file.string() << "\n";
    }
    return passed && transcript.commands() > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc < 2)
            throw std::runtime_error(
                "usage: golden FILE [--layout one|many|merged] [--index INDEX] [--update]");
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        return arguments[0] == "--make" ? make(arguments.at(1), arguments.at(2)) : check(arguments);
    } catch (const std::exception& problem) {
        std::cout << "golden: " << problem.what() << "\n";
        return 2;
    }
}
