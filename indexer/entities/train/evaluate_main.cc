// evaluate-entities MODEL FILE...: how well the model finds the names of annotated files, and how fast.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/entities/recogniser.h"
#include "indexer/entities/tool.h"
#include "indexer/entities/train/corpus.h"
#include "indexer/entities/train/evaluate.h"
#include "schema/error.h"

namespace {

using namespace broadsheet;
using namespace broadsheet::entities;
using namespace broadsheet::entities::train;

// Processor time of this process, which other processes do not lengthen.
double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// The best of several rounds over all texts, in MB/s: what one core does when nothing disturbs it.
void print_speed(const Model& model, const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    for (const std::string& text : texts)
        bytes += text.size();
    Recogniser recogniser(model);
    std::vector<Token> tokens;
    double tagging = 1e9;
    double tokenising = 1e9;
    std::size_t names = 0;
    for (int round = 0; round < 5; ++round) {
        double start = processor_seconds();
        names = 0;
        for (const std::string& text : texts)
            names += recogniser.recognise({}, text).size();
        tagging = std::min(tagging, processor_seconds() - start);
        start = processor_seconds();
        for (const std::string& text : texts) {
            tokens.clear();
            tokenise(text, tokens);
        }
        tokenising = std::min(tokenising, processor_seconds() - start);
    }
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::cout << fmt::format(
        "raw text to names {:.1f} MB/s, tokeniser alone {:.1f} MB/s ({:.1f} MB, {} names)\n",
        megabytes / tagging, megabytes / tokenising, megabytes, names);
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() < 2) {
        std::cerr << "evaluate-entities MODEL FILE...\n";
        return 2;
    }
    const double start = processor_seconds();
    const Model model = Model::load(arguments[0]);
    std::cout << fmt::format("model loaded in {:.0f} ms, {} rows\n", (processor_seconds() - start) * 1000,
                             model.rows());
    std::vector<std::string> texts;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const auto documents = read_corpus(arguments[i]);
        std::cout << std::filesystem::path(arguments[i]).filename().string() << '\n';
        print(std::cout, "  on its tokens", evaluate(model, documents));
        print(std::cout, "  on raw text", evaluate_text(model, documents));
        for (const auto& document : documents)
            texts.push_back(text_of(document));
    }
    print_speed(model, texts);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    return broadsheet::entities::run_tool("evaluate-entities", [&] { return run({argv + 1, argv + argc}); });
}
