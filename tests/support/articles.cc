#include "tests/support/articles.h"

#include <algorithm>

#include "schema/date.h"

namespace broadsheet::test {

namespace {

using namespace std::string_literals;

constexpr std::string_view people[] = {
    "Amina Haddad", "Jonas Lindqvist", "Łukasz Wójcik",     "María Peña",        "Chen Wei",   "O. O'Rourke",
    "amina haddad", "Maria Pena",      "Ibrahim al-Sudani", "Ibrahim Al Sudani", "Grace Mbeki"};
constexpr std::string_view places[] = {"Baghdad", "Iraq",   "Geneva", "São Paulo", "Sao Paulo",
                                       "Basra",   "Norway", "Łódź",   "Sana'a"};
constexpr std::string_view organisations[] = {"United Nations", "OPEC",        "Port Authority of Basra",
                                              "AT&T",           "Nordbank AG", "U.N."};
constexpr std::string_view tags[] = {"trade", "oil", "Sport", "sanctions", "weather", "grain"};
constexpr std::string_view sections[] = {"world", "business", "Sports", ""};
constexpr std::string_view sources[] = {"Gazette", "Evening Post", "Wire"};
constexpr std::string_view languages[] = {"en", "en", "en", "de", ""};

// Frequent ones first.
constexpr std::string_view words[] = {
    "the",       "of",       "to",        "and",      "in",       "a",          "said",      "on",
    "for",       "that",     "was",       "it",       "by",       "with",       "oil",       "price",
    "prices",    "market",   "minister",  "talks",    "Iraq",     "sanctions",  "exports",   "exporting",
    "exported",  "Baghdad",  "U.S.",      "U.N.",     "AT&T",     "harbour",    "harbours",  "grain",
    "wheat",     "storm",    "café",      "Café",     "O'Brien",  "Iraq's",     "al-Sudani", "5.93",
    "1,200",     "9/11",     "elections", "election", "elected",  "running",    "runs",      "ran",
    "strike",    "strikers", "bank",      "banks",    "banking",  "naïve",      "Straße",    "Łódź",
    "東京",      "barrels",  "barrel",    "ships",    "shipping", "a.m.",       "vote",      "voters",
    "ceasefire", "treaty",   "treaties",  "tariff",   "tariffs",  "parliament", "senator",   "résumé",
    "zloty",     "quotas",   "drought",   "vaccine",  "glacier",  "midwife",    "obelisk",   "quixotic",
    "zephyr"};

}  // namespace

const std::vector<std::string>& random_words() {
    static const std::vector<std::string> all(std::begin(words), std::end(words));
    return all;
}

Article full_article(const std::string& id) {
    Article article;
    article.id = id;
    article.url = "https://gazette.example/" + id;
    article.title = "Harbour of Basra reopens after " + id;
    article.body =
        "BASRA (Gazette) - The harbour reopened on Monday, Mr. Haddad said. Two ships of AT&T wait.\n\n"
        "Café owners in Łódź did not notice: at 9 a.m. the price stood at 5.93.";
    article.date = start_of({2024, 1, 24}) + 36000;
    article.source = "Gazette";
    article.language = "en";
    article.section = "world";
    article.authors = {"Grace Mbeki", "Chen Wei"};
    article.tags = {"trade", "oil"};
    article.people = {"Amina Haddad", "Łukasz Wójcik"};
    article.organisations = {"AT&T"};
    article.places = {"Basra", "Iraq", "Łódź"};
    article.original = "<doc>\0\xff\xfe"s + id + "</doc>\r\n";
    article.media_type = "application/octet-stream";
    return article;
}

template <std::size_t count>
std::vector<std::string> RandomArticles::few_of(const std::string_view (&names)[count]) {
    std::vector<std::string> chosen;
    for (std::size_t left = below(5); left > 0; --left) {
        chosen.emplace_back(names[below(below(count) + 1)]);
    }
    return chosen;
}

std::string RandomArticles::sentence() {
    std::string text;
    for (std::size_t left = 3 + below(15); left > 0; --left) {
        if (!text.empty()) text += one_in(12) ? ", " : " ";
        text += words[below(below(std::size(words)) + 1)];
    }
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text + (one_in(8) ? "?" : ".");
}

std::string RandomArticles::body(std::size_t paragraphs) {
    std::string text;
    for (; paragraphs > 0; --paragraphs) {
        if (!text.empty()) text += "\n\n";
        for (std::size_t left = 1 + below(4); left > 0; --left) {
            text += sentence();
            if (left > 1) text += ' ';
        }
    }
    return text;
}

Article RandomArticles::next(const std::string& id) {
    Article article;
    article.id = id;
    if (!one_in(3)) article.url = "https://wire.example/" + id;
    article.title = sentence();
    article.title.pop_back();
    article.body = body(below(5));
    if (!one_in(5)) article.date = start_of({2020, 1, 1}) + static_cast<Seconds>(below(1500)) * 86400;
    article.source = sources[below(std::size(sources))];
    article.language = languages[below(std::size(languages))];
    article.section = sections[below(std::size(sections))];
    article.authors = few_of(people);
    article.tags = few_of(tags);
    article.people = few_of(people);
    article.organisations = few_of(organisations);
    article.places = few_of(places);
    article.original = one_in(10) ? bytes(below(200)) : article.title + "\n\n" + article.body;
    article.media_type = "text/plain";
    return article;
}

std::vector<Article> RandomArticles::some(std::size_t count) {
    std::vector<Article> articles;
    articles.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        articles.push_back(next("a" + std::to_string(i)));
    return articles;
}

std::string RandomArticles::bytes(std::size_t size) {
    std::string result(size, '\0');
    std::generate(result.begin(), result.end(), [this] { return static_cast<char>(random_() & 0xff); });
    return result;
}

}  // namespace broadsheet::test
