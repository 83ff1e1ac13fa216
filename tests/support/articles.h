// Articles for tests: plausible, but no news.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace broadsheet::test {

// An article with something in every field: accents, two paragraphs, several people, bytes in the original
// that are no text. The same for the same id, another one for another id.
Article full_article(const std::string& id);

// Articles from a small vocabulary in which few words are frequent and most are rare. People, places,
// organisations, tags and authors have none to four values each from short lists, some of them spelt in two
// ways; a fifth of the articles has no date. Equal seeds give equal articles everywhere.
class RandomArticles {
public:
    explicit RandomArticles(std::uint64_t seed) : random_(seed) {}

    Article next(const std::string& id);
    // With the ids "a0", "a1", ...
    std::vector<Article> some(std::size_t count);

    // From 0 to bound - 1; bound at least 1.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
    bool one_in(std::size_t chances) { return below(chances) == 0; }
    // Bytes of every value.
    std::string bytes(std::size_t size);

    std::string sentence();
    std::string body(std::size_t paragraphs);

private:
    template <std::size_t count>
    std::vector<std::string> few_of(const std::string_view (&names)[count]);

    std::mt19937_64 random_;
};

// Every word that RandomArticles writes, as it stands there (in sentences also with a capital letter).
const std::vector<std::string>& random_words();

}  // namespace broadsheet::test
