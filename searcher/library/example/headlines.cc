// headlines INDEX QUERY: what was found, who is in it, and the best hit in full.
#include <broadsheet/searcher.h>

#include <iostream>

namespace search = broadsheet::searcher;

namespace {

void print(const search::Answer& answer) {
    std::cout << answer.total << " articles\n";
    for (const search::Hit& hit : answer.hits)
        std::cout << hit.rank << ". " << hit.title << " (" << hit.source << ", " << hit.date.substr(0, 10)
                  << ")\n";
    for (const search::Facet& facet : answer.facets) {
        std::cout << facet.field << ':';
        for (const search::FacetValue& value : facet.values)
            std::cout << ' ' << value.value << ' ' << value.count << ';';
        std::cout << '\n';
    }
    for (const std::string& warning : answer.warnings)
        std::cout << "note: " << warning << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: headlines INDEX QUERY\n";
        return 2;
    }
    try {
        const search::Index index(argv[1]);
        search::SearchOptions options;
        options.limit = 3;
        options.facets = {"person", "place"};
        options.facet_values = 3;
        const search::Answer answer = index.search(argv[2], options);
        print(answer);
        if (!answer.hits.empty()) std::cout << index.show(answer.hits.front().id).body << '\n';
        return 0;
    } catch (const search::Error& error) {
        std::cerr << "headlines: " << error.what() << "; " << error.hint() << '\n';
        return 1;
    }
}
