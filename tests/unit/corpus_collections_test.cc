// Real collections, file by file: what each is taken for, how many articles, titles and dates it gives, and
// why what gives none is refused. Skipped where the collections are not there. UPDATE_GOLDEN=1 writes the
// lists anew.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "corpus/input.h"
#include "corpus/sniff.h"
#include "corpus/unpack.h"
#include "corpus_support.h"
#include "schema/date.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;

const fs::path collections = fs::path(BROADSHEET_SOURCE_DIR) / ".." / "shared" / "data";
const fs::path goldens = fs::path(BROADSHEET_SOURCE_DIR) / "tests" / "unit" / "collections";
constexpr std::string_view columns =
    "file\tformat\tarticles\ttitles\ttexts\tdates\tfirst\tlast\thash of titles and dates\trefused\n";

std::string format_of(const fs::path& path) {
    const std::unique_ptr<ByteSource> source = open_file(path.string(), false);
    Input input(*source);
    const auto sniffed = [&](Input& bytes) {
        const Sniffed kind =
            sniff(bytes.peek(sniffed_bytes).substr(0, sniffed_bytes), path.filename().string());
        return kind.format.empty() ? std::string("-") : std::string(kind.format);
    };
    if (!is_packed(input.peek(sniffed_bytes))) return sniffed(input);
    Unpacker unpacker(input);
    if (!unpacker.next()) return "-";
    Input inside(unpacker.content());
    return sniffed(inside);
}

// What all files of a line give together.
class Line {
public:
    void add(const fs::path& path) {
        formats_.insert(format_of(path));
        const Outcome outcome = read_all({path.string()});
        for (const Problem& problem : outcome.problems)
            ++refused_[problem.what];
        for (const Article& article : outcome.articles)
            add(article);
    }

    // The texts themselves are not ours to keep.
    std::string described(const std::string& name) const {
        const auto day = [](const std::optional<Seconds>& date) {
            return date ? iso_day(*date) : std::string("-");
        };
        std::string why;
        for (const auto& [reason, times] : refused_) {
            why += why.empty() ? "" : "; ";
            why += times == 1 ? reason : fmt::format("{} times {}", times, reason);
        }
        return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:016x}\t{}\n", name, fmt::join(formats_, " "),
                           articles_, titles_, texts_, dates_, day(first_), day(last_),
                           XXH3_64bits(told_.data(), told_.size()), why.empty() ? "-" : why);
    }

private:
    void add(const Article& article) {
        ++articles_;
        titles_ += article.title.empty() ? 0 : 1;
        texts_ += article.body.empty() ? 0 : 1;
        told_ += article.title + "\t" + (article.date ? std::to_string(*article.date) : "-") + "\n";
        if (!article.date) return;
        ++dates_;
        first_ = std::min(first_.value_or(*article.date), *article.date);
        last_ = std::max(last_.value_or(*article.date), *article.date);
    }

    std::set<std::string> formats_;
    int articles_ = 0;
    int titles_ = 0;
    int texts_ = 0;
    int dates_ = 0;
    std::optional<Seconds> first_;
    std::optional<Seconds> last_;
    std::string told_;
    std::map<std::string, int> refused_;
};

// A line for each file; one for all the texts that people took from a set of pages, and so on.
std::string line_of(const fs::path& path) {
    const std::string name = fs::relative(path, collections).string();
    if (path.parent_path().filename() == "text") return fs::path(name).parent_path().string() + "/*";
    if (path.filename().string().starts_with("expected"))
        return fs::path(name).parent_path().parent_path().string() + "/*/" + path.filename().string();
    return name;
}

std::string described(const std::string& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(collections / folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::map<std::string, Line> lines;
    for (const fs::path& path : files)
        lines[line_of(path)].add(path);
    std::string text(columns);
    for (const auto& [name, line] : lines)
        text += line.described(name);
    return text;
}

class Collections : public ::testing::TestWithParam<std::string> {};

TEST_P(Collections, GiveWhatIsInThem) {
    if (!fs::exists(collections)) GTEST_SKIP() << "no collections in ../shared/data";
    const fs::path golden = goldens / (GetParam() + ".tsv");
    const std::string actual = described(GetParam());
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << actual;
    std::ifstream stream(golden, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    EXPECT_EQ(actual, expected) << "where this is better, it is the new " << golden.filename();
}

INSTANTIATE_TEST_SUITE_P(Of, Collections, ::testing::Values("articles", "feeds", "html", "newsxml", "warc"),
                         [](const auto& parameter) { return parameter.param; });

}  // namespace
}  // namespace broadsheet::testing
