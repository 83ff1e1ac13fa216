// Ten thousand query strings that nobody should type: each is answered, or refused with a reason, soon.

#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "schema/error.h"
#include "searcher/engine/explain.h"
#include "searcher/engine/search.h"
#include "searcher/render/json.h"
#include "tests/support/articles.h"
#include "tests/support/index_builder.h"
#include "tests/support/random_search.h"

namespace broadsheet {
namespace {

using test::below;
using test::Random;

constexpr std::size_t queries_of_a_run = 2500;
constexpr std::clock_t longest_answer = 5 * CLOCKS_PER_SEC;  // hundreds of times what the slowest takes

constexpr auto pieces = std::to_array<std::string_view>({"(",
                                                         ")",
                                                         "\"",
                                                         "*",
                                                         "?",
                                                         "~",
                                                         "~2",
                                                         "~99",
                                                         "-",
                                                         "+",
                                                         "=",
                                                         ":",
                                                         "::",
                                                         "..",
                                                         "AND",
                                                         "OR",
                                                         "NOT",
                                                         "W/5",
                                                         "W/0",
                                                         "W/S",
                                                         "W/P",
                                                         "PRE/3",
                                                         "NEAR/2",
                                                         "NOT W/2",
                                                         "NOT PRE/S",
                                                         "W/999999999",
                                                         "NEAR/-1",
                                                         "W/18446744073709551616",
                                                         "ATLEAST3(",
                                                         "ATLEAST0(",
                                                         "ATLEAST(",
                                                         "ATLEAST99999999999(",
                                                         "CAPS(",
                                                         "ALLCAPS(",
                                                         "NOCAPS(",
                                                         "LEAD(",
                                                         "HLEAD(",
                                                         "PREFER(",
                                                         "PREFER(place:Iraq)",
                                                         "title:",
                                                         "body:",
                                                         "person:",
                                                         "place:",
                                                         "about:",
                                                         "about:person:",
                                                         "date:",
                                                         "id:",
                                                         "url:",
                                                         "nofield:",
                                                         "source:(",
                                                         "date:2024-13",
                                                         "date:..",
                                                         "date:>=",
                                                         "date:2024-01-10..2023",
                                                         "date:-99999999999d",
                                                         "/p",
                                                         "w/s",
                                                         "near5",
                                                         "hlead(",
                                                         "atleast5(",
                                                         "site:",
                                                         "before:",
                                                         "AROUND(5)",
                                                         "&",
                                                         "|",
                                                         "!",
                                                         "%",
                                                         "$",
                                                         "#",
                                                         "[",
                                                         "]",
                                                         "{",
                                                         "}",
                                                         "\\",
                                                         "/",
                                                         "'",
                                                         "U.S.",
                                                         "al-Sudani",
                                                         "9/11",
                                                         "AT&T",
                                                         "\xE2\x80\x9C",
                                                         "\xE2\x80\x9D",
                                                         "\xF0\x9F\x98\x80",
                                                         "\xFF",
                                                         "\xC3",
                                                         "\xED\xA0\x80",
                                                         "e\xCC\x81",
                                                         "\xEF\xB8\x8F",
                                                         "\x01",
                                                         "\t",
                                                         "\n",
                                                         "a*",
                                                         "*a",
                                                         "???",
                                                         "***",
                                                         "a?*?b",
                                                         "o*",
                                                         "oil*",
                                                         "?il",
                                                         "the",
                                                         "\xE5\x8C\x97\xE4\xBA\xAC",
                                                         "\xD8\xA7\xD9\x84",
                                                         "999999999999999999999"});

std::string piece(Random& random) {
    const std::vector<std::string>& words = test::random_words();
    if (below(random, 3) == 0) return words[below(random, words.size())];
    return std::string(pieces[below(random, pieces.size())]);
}

std::string bytes(Random& random) {
    std::string text(below(random, 60), '\0');
    for (char& c : text)
        c = static_cast<char>(below(random, 256));
    return text;
}

std::string glued_pieces(Random& random) {
    std::string text;
    for (std::size_t n = 1 + below(random, 12); n > 0; --n) {
        text += piece(random);
        if (below(random, 3) > 0) text += ' ';
    }
    return text;
}

// A query that makes sense, with some bytes taken out, doubled or replaced.
std::string damaged(Random& random) {
    std::string text = test::random_request(random).query;
    for (std::size_t n = 1 + below(random, 4); n > 0 && !text.empty(); --n) {
        const std::size_t place = below(random, text.size());
        switch (below(random, 3)) {
            case 0:
                text.erase(place, 1 + below(random, 3));
                break;
            case 1:
                text.insert(place, text.substr(place, below(random, 9)));
                break;
            default:
                text.replace(place, 1, piece(random));
        }
    }
    return text;
}

// Thousands of the same.
std::string repeated(Random& random) {
    const std::string unit =
        below(random, 2) == 0 ? piece(random) : piece(random) + ' ' + piece(random) + ' ';
    std::string text;
    for (std::size_t n = 1 + below(random, 9000 / unit.size()); n > 0; --n)
        text += unit;
    return text;
}

std::string hostile_query(Random& random) {
    switch (below(random, 20)) {
        case 0:
            return repeated(random);
        case 1:
        case 2:
        case 3:
            return bytes(random);
        case 4:
        case 5:
        case 6:
        case 7:
            return damaged(random);
        default:
            return glued_pieces(random);
    }
}

class HostileQueries : public testing::TestWithParam<unsigned> {
protected:
    static void SetUpTestSuite() {
        index_ = std::make_unique<test::TestIndex>(test::RandomArticles(4).some(200), 3);
    }
    static void TearDownTestSuite() { index_.reset(); }

    // All that search and explain write as JSON.
    static std::string answer(Snapshot& snapshot, const SearchRequest& request) {
        return dump(to_json(search(snapshot, request), {}, 0), false) +
               dump(to_json(explain(snapshot, request, nullptr)), false);
    }

    static inline std::unique_ptr<test::TestIndex> index_;
};

TEST_P(HostileQueries, AreAnsweredOrRefusedWithAReason) {
    Random random(GetParam());
    Snapshot snapshot(index_->path());
    std::size_t answered = 0;
    for (std::size_t i = 0; i < queries_of_a_run; ++i) {
        SearchRequest request;
        request.query = hostile_query(random);
        request.facets = {FieldId::place, FieldId::date};
        SCOPED_TRACE(testing::PrintToString(request.query));
        const std::clock_t begin = std::clock();  // of the processor: others may use the machine
        try {
            EXPECT_FALSE(answer(snapshot, request).empty());
            ++answered;
        } catch (const Error& refusal) {
            EXPECT_EQ(refusal.code(), ErrorCode::bad_query);
            EXPECT_STRNE(refusal.what(), "");
        }
        EXPECT_LT(std::clock() - begin, longest_answer);
    }
    // Refusing everything would be no art.
    EXPECT_GT(answered, queries_of_a_run / 3);
}

INSTANTIATE_TEST_SUITE_P(Seeds, HostileQueries, testing::Values(1, 2, 3, 4));

}  // namespace
}  // namespace broadsheet
