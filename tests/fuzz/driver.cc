// fuzz-read FORMAT SEEDS SECONDS [FIRST]: reads the seeds, and then what comes of changing them at random, in
// one format ("any": sniffed). The same changes on every run: FIRST counts them from somewhere else. Without
// a fuzzer's knowledge of the code, but it needs nothing that the compiler does not have; see CMakeLists.txt
// for libFuzzer.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

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

using Clock = std::chrono::steady_clock;

struct Run {
    std::string format;
    std::vector<std::string> seeds;
    Clock::time_point end;
    std::uint64_t first = 0;
};

// Reads one changed input after another. `number` is that of the one being read.
int work(const Run& run, volatile std::uint64_t& number) {
    for (const std::string& seed : run.seeds)
        broadsheet::fuzzing::read_in_format(seed, run.format);
    for (std::uint64_t i = run.first; Clock::now() < run.end; ++i) {
        number = i;
        Generator random(i);
        std::string text = run.seeds[below(random, run.seeds.size())];
        for (std::size_t changes = 1 + below(random, 12); changes > 0; --changes)
            change(text, run.seeds, random);
        const auto begin = Clock::now();
        broadsheet::fuzzing::read_in_format(text, run.format);
        if (Clock::now() - begin > std::chrono::seconds(10)) {
            std::cerr << "took more than ten seconds\n";
            return 1;
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: fuzz-read FORMAT SEEDS SECONDS [FIRST]\n";
        return 2;
    }
    Run run;
    run.format = std::string(argv[1]) == "any" ? "" : argv[1];
    run.seeds = seeds_in(argv[2]);
    run.end = Clock::now() + std::chrono::milliseconds(static_cast<long>(std::atof(argv[3]) * 1000));
    run.first = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 0;
    if (run.seeds.empty()) {
        std::cerr << "fuzz-read: no seeds in " << argv[2] << '\n';
        return 2;
    }
    // A child does the work, so that the number of what ends it is known.
    void* const shared =
        ::mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return 4;
    auto& number = *static_cast<volatile std::uint64_t*>(shared);
    const pid_t child = ::fork();
    if (child < 0) return 4;
    if (child == 0) ::_exit(work(run, number));
    int status = 0;
    if (::waitpid(child, &status, 0) != child) return 4;
    const std::uint64_t reached = number;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        std::cerr << "fuzz-read: " << reached - run.first << " changed inputs\n";
        return 0;
    }
    std::cerr << "fuzz-read: input " << reached << " ended the reader: fuzz-read " << argv[1] << ' '
              << argv[2] << " 1 " << reached << '\n';
    return 1;
}
