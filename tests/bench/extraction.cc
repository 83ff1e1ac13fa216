// bench-extraction DATA [--pages]: how near read_page() comes to what people found on the saved pages in
// DATA/html, and how many pages a second it takes. Per set: the mean over its pages of precision, recall and
// F1 of bags of tokens (tests/support/extraction_gold.h), for all of them and for two halves that a hash of
// the page's name tells apart; and of pages whose title, author or date is known, the share that has it.
// Titles may lack the end of the expected ones: the site's name. --pages prints a line for each page, --show
// NAME what was found on one, and what was not.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <span>
#include <vector>

#include "corpus/dates.h"
#include "corpus/html/page.h"
#include "corpus/normalise.h"
#include "tests/support/extraction_gold.h"

namespace {

using broadsheet::Article;
using broadsheet::GoldPage;
using broadsheet::Overlap;

struct Mean {
    Overlap sum;
    int pages = 0;
    void add(const Overlap& overlap) {
        sum.precision += overlap.precision;
        sum.recall += overlap.recall;
        sum.f1 += overlap.f1;
        ++pages;
    }
    void print(std::string_view name) const {
        const double n = std::max(pages, 1);
        std::cout << fmt::format("{:24} {:4} pages  precision {:.3f}  recall {:.3f}  F1 {:.4f}\n", name,
                                 pages, sum.precision / n, sum.recall / n, sum.f1 / n);
    }
};

struct Share {
    int right = 0;
    int of = 0;
    void add(bool is_right) {
        right += is_right ? 1 : 0;
        ++of;
    }
    void print(std::string_view name) const {
        if (of > 0) std::cout << fmt::format("  {:6} {:3} of {:3}\n", name, right, of);
    }
};

bool in_first_half(const std::string& name) {
    unsigned hash = 2166136261U;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return (hash >> 8) % 2 == 0;
}

std::string joined(const std::vector<std::string>& names) {
    std::string line;
    for (const std::string& name : names)
        line += (line.empty() ? "" : ", ") + name;
    return line;
}

// Some of the expected titles end with the site's name, which is to be cut off.
bool has_title(const std::string& found, const std::string& gold) {
    const std::vector<std::string> mine = broadsheet::tokens_of(found);
    const std::vector<std::string> wanted = broadsheet::tokens_of(gold);
    return !mine.empty() && mine.size() <= wanted.size() && 2 * mine.size() >= wanted.size() &&
           std::equal(mine.begin(), mine.end(), wanted.begin());
}

// The expected ones are bylines as they are printed: "By Jane Doe".
bool has_authors(const std::vector<std::string>& found, const std::string& gold) {
    const std::string wanted = ' ' + joined(broadsheet::tokens_of(gold)) + ',';
    return !found.empty() && std::all_of(found.begin(), found.end(), [&](const std::string& name) {
        return wanted.find(' ' + joined(broadsheet::tokens_of(name)) + ',') != std::string::npos;
    });
}

void evaluate(const std::string& set, const std::vector<GoldPage>& pages, bool each,
              const std::string& show) {
    Mean all;
    Mean first;
    Mean second;
    Share titles;
    Share authors;
    Share dates;
    std::clock_t spent = 0;
    for (const GoldPage& page : pages) {
        if (!show.empty() && page.name != show) continue;
        std::string problem;
        const std::clock_t begin = std::clock();
        const std::optional<Article> article = broadsheet::read_page({page.bytes, {}, {}}, problem);
        spent += std::clock() - begin;
        const Article found = article.value_or(Article{});
        const Overlap near =
            broadsheet::overlap(broadsheet::tokens_of(found.body), broadsheet::tokens_of(page.text));
        all.add(near);
        (in_first_half(page.name) ? first : second).add(near);
        const std::string title = broadsheet::normalise_line(page.title);
        const bool title_right = has_title(found.title, title);
        const bool author_right = has_authors(found.authors, page.author);
        const bool date_right = found.date == broadsheet::parse_date(page.date);
        if (!title.empty()) titles.add(title_right);
        if (!page.author.empty()) authors.add(author_right);
        if (!page.date.empty()) dates.add(date_right);
        if (each)
            std::cout << fmt::format("{:.3f} p {:.3f} r {:.3f} {} {}{}{}{}\n", near.f1, near.precision,
                                     near.recall, in_first_half(page.name) ? 'A' : 'B', page.name,
                                     problem.empty() ? "" : ": ", problem, "");
        if (each && !title.empty() && !title_right)
            std::cout << fmt::format("  {}: title '{}' for '{}'\n", page.name, found.title, title);
        if (each && !page.author.empty() && !author_right)
            std::cout << fmt::format("  {}: author '{}' for '{}'\n", page.name, joined(found.authors),
                                     page.author);
        if (each && !page.date.empty() && !date_right)
            std::cout << fmt::format("  {}: date {} for '{}'\n", page.name, found.date.value_or(0),
                                     page.date);
        if (!show.empty())
            std::cout << "TITLE " << found.title << "\nBODY\n"
                      << found.body << "\nGOLD\n"
                      << page.text << '\n';
    }
    if (all.pages == 0) return;
    all.print(set);
    first.print(set + ", one half");
    second.print(set + ", other half");
    titles.print("title");
    authors.print("author");
    dates.print("date");
    std::cout << fmt::format("  {:.0f} pages a second of processor time\n",
                             all.pages * static_cast<double>(CLOCKS_PER_SEC) / static_cast<double>(spent));
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (argc < 2) {
        std::cerr << "usage: bench-extraction DATA [--pages | --show NAME]\n";
        return 2;
    }
    const std::filesystem::path data = std::filesystem::path(arguments[1]) / "html";
    const bool each = argc > 2 && std::string_view(arguments[2]) == "--pages";
    const std::string show = argc > 3 ? arguments[3] : "";
    constexpr std::size_t least = 50;
    evaluate("newspaper", broadsheet::newspaper_pages(data / "newspaper/pages", least), each, show);
    evaluate("readability", broadsheet::readability_pages(data / "readability/pages"), each, show);
    return 0;
}
