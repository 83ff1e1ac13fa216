#include "tests/support/random_search.h"

#include <string>

namespace broadsheet::test {

namespace {

const std::vector<std::string> words{"oil",    "oils",      "price", "prices", "strike", "striking", "Iraq",
                                     "Iraq's", "al-Sudani", "U.S.",  "the",    "bank",   "US"};
const std::vector<std::string> people{"Ann Lee", "Bo Chan", "Cy Day", "Dee Fox"};
const std::vector<std::string> places{"Iraq", "Iran", "Peru", "Chad", "Oman"};

std::string pick(Random& random, const std::vector<std::string>& from) {
    return from[below(random, from.size())];
}

std::string some_words(Random& random, std::size_t most) {
    std::string text;
    for (std::size_t n = below(random, most + 1); n > 0; --n)
        text += (text.empty() ? "" : " ") + pick(random, words);
    return text;
}

std::vector<std::string> some_of(Random& random, const std::vector<std::string>& from) {
    std::vector<std::string> result;
    for (const std::string& each : from) {
        if (below(random, 3) == 0) result.push_back(each);
    }
    return result;
}

std::string random_word(Random& random) {
    switch (below(random, 12)) {
        case 0:
            return '=' + pick(random, words);
        case 1:
            return pick(random, {"oil*", "pric*", "str?k*", "ba?k", "pri?es", "ir*q", "*rike", "=price*",
                                 "strikin*"});
        case 2:
            return pick(random, {"ola~", "prcie~", "bnak~2", "strive~2", "irak~"});
        case 3:
            return pick(random, {"CAPS", "ALLCAPS", "NOCAPS"}) + '(' + pick(random, words) + ')';
        default:
            return pick(random, words);
    }
}

std::string random_phrase(Random& random) {
    switch (below(random, 6)) {
        case 0:
            return "\"" + pick(random, words) + " * " + pick(random, words) + '"';
        case 1:
            return "=\"" + pick(random, words) + ' ' + pick(random, words) + '"';
        case 2:
            return "\"pric* " + pick(random, words) + '"';
        case 3:
            return pick(random, {"LEAD", "HLEAD", "CAPS"}) + "(\"" + pick(random, words) + ' ' +
                   pick(random, words) + "\")";
        default:
            return '"' + pick(random, words) + ' ' + pick(random, words) + '"';
    }
}

// Something with places in the text.
std::string random_places(Random& random, int depth) {
    const std::string operation = pick(random, {"W/1", "W/2", "NEAR/4", "PRE/1", "PRE/3", "W/S", "W/P",
                                                "PRE/S", "NOT W/2", "NOT PRE/3", "NOT W/S", "NOT W/P"});
    switch (below(random, depth > 0 ? 9 : 3)) {
        case 0:
            return random_phrase(random);
        case 1:
        case 2:
            return random_word(random);
        case 3:
            return '(' + random_places(random, depth - 1) + " OR " + random_places(random, depth - 1) + ')';
        case 4:
            return "ATLEAST" + std::to_string(1 + below(random, 3)) + '(' + random_places(random, depth - 1) +
                   ')';
        case 5:
            return pick(random, {"LEAD(", "HLEAD(", "title:("}) + random_places(random, depth - 1) + ')';
        default:
            return '(' + random_places(random, depth - 1) + ' ' + operation + ' ' +
                   random_places(random, depth - 1) + ')';
    }
}

std::string random_query(Random& random, int depth) {
    switch (below(random, depth > 0 ? 17 : 9)) {
        case 0:
            return "title:" + pick(random, words);
        case 1:
            return random_phrase(random);
        case 2:
            return "title:" + random_phrase(random);
        case 3:
            return "person:\"" + pick(random, people) + '"';
        case 4:
            return "place:" + pick(random, places);
        case 5:
            return pick(random, {"date:2024-01-10..2024-01-20", "date:>=2024-01-15", "date:<2024-01-07"});
        case 6:
        case 7:
        case 8:
            return random_word(random);
        case 9:
        case 10:
            return random_query(random, depth - 1) + ' ' + random_query(random, depth - 1);
        case 11:
            return '(' + random_query(random, depth - 1) + " OR " + random_query(random, depth - 1) + ')';
        case 12:
            return random_query(random, depth - 1) + " AND " + random_query(random, depth - 1);
        case 13:
            return "NOT (" + random_query(random, depth - 1) + ')';
        case 14:
            return random_query(random, depth - 1) + " -(" + random_query(random, depth - 1) + ')';
        default:
            return random_places(random, depth);
    }
}

}  // namespace

std::size_t below(Random& random, std::size_t bound) {
    return random() % bound;
}

std::vector<Article> random_collection(Random& random, std::size_t count) {
    std::vector<Article> articles;
    const std::size_t ids = count <= 101 ? 101 : 10007;  // primes
    for (std::size_t i = 0; i < count; ++i) {
        Article article;
        article.id = "a" + std::to_string((i * 37) % ids);  // not in the order of the documents
        article.title = some_words(random, 4);
        for (std::size_t n = below(random, 4); n > 0; --n) {
            std::string paragraph = some_words(random, 9);
            if (below(random, 2) == 0) paragraph += ". The " + some_words(random, 6);
            if (!paragraph.empty()) article.body += (article.body.empty() ? "" : "\n\n") + paragraph + ".";
        }
        article.people = some_of(random, people);
        article.places = some_of(random, places);
        if (below(random, 4) > 0) article.source = pick(random, {"Gazette", "Herald"});
        if (below(random, 5) > 0)
            article.date = start_of({2024, 1, 1}) + 86400 * static_cast<Seconds>(below(random, 30));
        articles.push_back(article);
    }
    return articles;
}

SearchRequest random_request(Random& random) {
    SearchRequest request;
    request.query = below(random, 20) == 0 ? "" : random_query(random, 3);
    request.matching = below(random, 2) == 0 ? query::Matching::all : query::Matching::any;
    request.sort = std::vector<Sort>{Sort::relevance, Sort::newest, Sort::oldest}[below(random, 3)];
    request.limit = 1 + below(random, 15);
    request.offset = below(random, 10);
    request.facets = {FieldId::person, FieldId::place, FieldId::source, FieldId::date};
    // What ranking does with the matcher's scores has tests of its own.
    request.ranking.depth = 0;
    request.ranking.k3 = 0;
    request.ranking.function_words = 1;
    for (std::size_t n = below(random, 4); n > 0; --n) {
        const std::string filter =
            pick(random, {"person=Ann Lee", "person=Bo Chan", "place=Iraq", "place=Peru", "source=Herald",
                          "date=2024-01-05..2024-01-25", "date=2024-01-01"});
        request.restrictions.filters.push_back(read_filter(filter, "filter", 0));
    }
    if (below(random, 6) == 0) {
        for (const char* required : {"person=Ann Lee", "person=Bo Chan"})
            request.restrictions.required.push_back(read_filter(required, "all-of", 0));
    }
    if (below(random, 4) == 0)
        request.restrictions.excluded.push_back(read_filter("place=Oman", "exclude", 0));
    if (below(random, 4) == 0) request.restrictions.dates.begin = start_of({2024, 1, 4});
    return request;
}

}  // namespace broadsheet::test
