// compile-gazetteer FOLDER OUT: GeoNames' tables to the gazetteer file. See README.md beside this file.
#include <fmt/format.h>

#include <iostream>
#include <string>
#include <vector>

#include "indexer/entities/places/compile/assemble.h"
#include "indexer/entities/tool.h"
#include "schema/error.h"
#include "schema/files.h"

namespace {

using namespace broadsheet;
using namespace broadsheet::entities;

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() != 2 || arguments[0].starts_with("--")) {
        std::cerr << "compile-gazetteer FOLDER OUT\n"
                     "  FOLDER  holds GeoNames' countryInfo.txt, admin1CodesASCII.txt, admin2Codes.txt and "
                     "cities500.txt\n";
        return 2;
    }
    const Gazetteer::Contents contents = places::assemble(places::read_geonames(arguments[0]));
    const std::string packed = Gazetteer::pack(contents);
    replace_file(arguments[1], packed);
    std::cerr << fmt::format("{} places, {} names, {} demonyms, {} bytes\n", contents.rows.size(),
                             contents.candidates.size(), contents.demonym_hashes.size(), packed.size());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    return broadsheet::entities::run_tool("compile-gazetteer", [&] { return run({argv + 1, argv + argc}); });
}
