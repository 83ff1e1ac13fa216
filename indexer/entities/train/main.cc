// train-entities DATA OUT: learns the recogniser's model from annotated text. See README.md beside this file.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <filesystem>
#include <iostream>
#include <string>

#include "indexer/entities/tool.h"
#include "indexer/entities/train/encode.h"
#include "indexer/entities/train/evaluate.h"
#include "indexer/entities/train/lists.h"
#include "indexer/entities/train/perceptron.h"
#include "indexer/entities/train/recipe.h"
#include "schema/error.h"
#include "schema/files.h"

namespace {

namespace po = boost::program_options;
using namespace broadsheet;
using namespace broadsheet::entities;
using namespace broadsheet::entities::train;

int run(int argc, char** argv) {
    Recipe recipe;
    Settings settings;
    double prune = 0;
    po::options_description options("train-entities DATA OUT");
    options.add_options()("help", "show this")("data", po::value<std::string>(),
                                               "folder with entities/ and gazetteer/")(
        "out", po::value<std::string>(), "the model file to write")(
        "seeds", po::value(&settings.seeds)->default_value(3), "perceptrons to average")(
        "epochs", po::value(&settings.epochs)->default_value(10), "passes over the text")(
        "dropout", po::value(&settings.dropout_percent)->default_value(20),
        "per cent of features left out at each visit")("margin",
                                                       po::value(&settings.margin)->default_value(100),
                                                       "by which right labels must beat wrong ones")(
        "prune", po::value(&prune)->default_value(0.025), "drop rows below this part of the largest weight")(
        "repeat-news", po::value(&recipe.news_repeat)->default_value(recipe.news_repeat),
        "visits of the project's news in an epoch")(
        "tables", po::value(&recipe.tables)->default_value(recipe.tables), "generated result tables")(
        "hold-out", po::bool_switch(&recipe.hold_out), "keep a tenth of the news away and report on it");
    po::positional_options_description positional;
    positional.add("data", 1).add("out", 1);
    po::variables_map values;
    po::store(po::command_line_parser(argc, argv).options(options).positional(positional).run(), values);
    po::notify(values);
    if (values.contains("help") || !values.contains("data") || !values.contains("out")) {
        std::cout << options;
        return values.contains("help") ? 0 : 2;
    }
    const std::filesystem::path data = values["data"].as<std::string>();
    settings.least_count = 2;

    const Lexicon lexicon(compile_lists(data));
    const TrainingText text = prepare(data, recipe);
    Weights weights;
    {
        const Examples examples = encode(text.learnt, lexicon);
        std::cerr << fmt::format("{} documents, {} tokens that may belong to names\n", text.learnt.size(),
                                 examples.allowed.size());
        weights = learn(examples, settings);
    }
    const Model model = quantise(weights, prune, lexicon);
    const std::string packed = model.pack();
    replace_file(values["out"].as<std::string>(), packed);
    std::cerr << fmt::format("{} of {} rows kept, {} bytes\n", model.rows(), weights.rows.size(),
                             packed.size());
    if (recipe.hold_out) print(std::cout, "held out", evaluate(model, text.held_out));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    return broadsheet::entities::run_tool("train-entities", [&] { return run(argc, argv); });
}
