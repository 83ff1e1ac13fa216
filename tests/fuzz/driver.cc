// fuzz-read FORMAT SEEDS SECONDS [FIRST]: reads the seeds, and then what comes of changing them at random, in
// one format ("any": sniffed). The same changes on every run: FIRST counts them from somewhere else. Without
// a fuzzer's knowledge of the code, but it needs nothing that the compiler does not have; see CMakeLists.txt
// for libFuzzer.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <vector>

#include "target.h"

namespace {

using Generator = std::mt19937_64;

std::vector<std::string> seeds_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> seeds;
    for (const std::filesystem::path& path : paths) {
        std::ifstream stream(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return seeds;
}

std::size_t below(Generator& random, std::size_t end) {
    return end == 0 ? 0 : random() % end;
}

// One change: a byte, a piece taken out, doubled, repeated many times or copied from another seed, the end
// cut off.
void change(std::string& text, const std::vector<std::string>& seeds, Generator& random) {
    constexpr std::size_t largest = 1 << 18;
    constexpr std::string_view telling = "<>&\"'[]{}(),:;|=/\\\n\r\t \x01\x02\x04\x1f\xff\xc3";
    const std::size_t at = below(random, text.size());
    const std::size_t length = below(random, std::min<std::size_t>(text.size() - at, 200) + 1);
    switch (below(random, 7)) {
        case 0:
            if (!text.empty()) text[at] = static_cast<char>(random() & 0xff);
            break;
        case 1:
            if (!text.empty()) text[at] = telling[below(random, telling.size())];
            break;
        case 2:
            text.erase(at, length);
            break;
        case 3:
            text.insert(at, std::string(text, at, length));
            break;
        case 4: {
            const std::string piece(text, at, std::min<std::size_t>(length, 40));
            std::string many;
            for (std::size_t i = below(random, 1000); i > 0 && many.size() + text.size() < largest; --i)
                many += piece;
            text.insert(at, many);
            break;
        }
        case 5: {
            const std::string& other = seeds[below(random, seeds.size())];
            const std::size_t from = below(random, other.size());
            text.insert(at, other, from, below(random, 200));
            break;
        }
        default:
            if (below(random, 4) == 0) text.resize(at);
    }
    if (text.size() > largest) text.resize(largest);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: fuzz-read FORMAT SEEDS SECONDS [FIRST]\n";
        return 2;
    }
    const std::string format = std::string(argv[1]) == "any" ? "" : argv[1];
    const std::vector<std::string> seeds = seeds_in(argv[2]);
    if (seeds.empty()) {
        std::cerr << "fuzz-read: no seeds in " << argv[2] << '\n';
        return 2;
    }
    const auto clock = [] { return std::chrono::steady_clock::now(); };
    const auto end = clock() + std::chrono::duration<double>(std::atof(argv[3]));
    for (const std::string& seed : seeds)
        broadsheet::fuzzing::read_in_format(seed, format);
    std::uint64_t number = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 0;
    std::uint64_t runs = 0;
    for (; clock() < end; ++number, ++runs) {
        Generator random(number);
        std::string text = seeds[below(random, seeds.size())];
        for (std::size_t changes = 1 + below(random, 12); changes > 0; --changes)
            change(text, seeds, random);
        // What ends the program is found again by its number.
        std::cerr << "\r" << number << std::flush;
        const auto begin = clock();
        broadsheet::fuzzing::read_in_format(text, format);
        if (clock() - begin > std::chrono::seconds(10)) {
            std::cerr << "\nfuzz-read: " << number << " took more than ten seconds\n";
            return 1;
        }
    }
    std::cerr << "\r" << runs << " changed inputs\n";
    return 0;
}
