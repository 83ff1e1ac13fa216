// How near extraction comes to what people found on saved pages. Skipped where the pages are not there.
#include <gtest/gtest.h>

#include "corpus/html/page.h"
#include "tests/support/extraction_gold.h"

namespace broadsheet::testing {
namespace {

const std::filesystem::path pages =
    std::filesystem::path(BROADSHEET_SOURCE_DIR) / ".." / "shared" / "data" / "html";

double mean_f1(const std::vector<GoldPage>& golds) {
    double sum = 0;
    for (const GoldPage& gold : golds) {
        std::string problem;
        const Article article = read_page({gold.bytes, {}, {}}, problem).value_or(Article{});
        sum += overlap(tokens_of(article.body), tokens_of(gold.text)).f1;
    }
    return sum / static_cast<double>(golds.size());
}

TEST(HtmlFigures, OfSavedPages) {
    if (!std::filesystem::exists(pages)) GTEST_SKIP() << "no saved pages in ../shared/data/html";
    EXPECT_GE(mean_f1(newspaper_pages(pages / "newspaper/pages", 50)), 0.93);
    EXPECT_GE(mean_f1(readability_pages(pages / "readability/pages")), 0.94);
}

}  // namespace
}  // namespace broadsheet::testing
