#include "indexer/commands/reading_options.h"

#include <algorithm>

#include "schema/error.h"

namespace broadsheet {

void describe_reading(po::options_description& options) {
    std::string formats = "how to read the sources (default: by content). Known:";
    for (const FormatName& format : format_names()) {
        formats += " " + std::string(format.name) + " (" + std::string(format.help) + "),";
    }
    formats.back() = '.';
    options.add_options()("format", po::value<std::string>()->value_name("NAME"), formats.c_str())(
        "map", po::value<std::string>()->value_name("FIELD=NAME,..."),
        "the collection's names for our fields, as in title=headline,body=text")(
        "source", po::value<std::string>()->value_name("NAME"), "source of articles that name none")(
        "language", po::value<std::string>()->value_name("CODE"),
        "language of articles that name none: en, de, ..., or auto (default): recognised from the text")(
        "largest-record", po::value<std::string>()->value_name("SIZE"),
        "skip records beyond this (default 64M)");
}

ReadOptions read_options(const Arguments& arguments) {
    ReadOptions options;
    options.format = arguments.text("format");
    options.source = arguments.text("source");
    options.language = arguments.text("language");
    if (options.language == "auto") options.language.clear();
    const std::uint64_t largest = options.largest_record;  // what surely fits into one Xapian document
    options.largest_record = arguments.bytes("largest-record", largest);
    if (options.largest_record > largest) throw Error(ErrorCode::usage, "--largest-record takes at most 64M");
    std::string rest = arguments.text("map");
    while (!rest.empty()) {
        const std::string pair = rest.substr(0, rest.find(','));
        rest.erase(0, pair.size() + 1);
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
            throw Error(ErrorCode::usage, "--map takes FIELD=NAME pairs, not \"" + pair + "\"");
        }
        options.mapping[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    const std::vector<FormatName> names = format_names();
    const auto is_it = [&options](const FormatName& format) { return format.name == options.format; };
    if (!options.format.empty() && std::none_of(names.begin(), names.end(), is_it)) {
        throw Error(ErrorCode::usage, "there is no format \"" + options.format + "\"",
                    "see indexer help add");
    }
    return options;
}

bool stops_on_error(const Arguments& arguments) {
    const std::string choice = arguments.text("on-error", "skip");
    if (choice != "skip" && choice != "stop") {
        throw Error(ErrorCode::usage, "--on-error takes skip or stop, not \"" + choice + "\"");
    }
    return choice == "stop";
}

}  // namespace broadsheet
