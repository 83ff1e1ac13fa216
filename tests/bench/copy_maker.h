// Wire copies made out of real articles.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/date.h"

namespace broadsheet {

using Random = std::mt19937_64;

std::vector<std::string> paragraphs_of(const Article& article);

// Both kinds have another title, another dateline, another source and a date up to two days later.
class CopyMaker {
public:
    // `articles` lend words and paragraphs; they outlive the maker.
    explicit CopyMaker(const std::vector<Article>& articles) : articles_(articles) {}

    // 60 to 100 per cent of the paragraphs, and up to 6 per cent of the words are others.
    Article light(const Article& article, Random& random) const;
    // A third to 60 per cent of the paragraphs, of which sentences and words are missing, and one paragraph
    // of other news.
    Article hard(const Article& article, Random& random) const;

private:
    const Article& any(Random& random) const { return articles_[random() % articles_.size()]; }
    std::string edited(const std::string& text, double replaced, double dropped, Random& random) const;
    Article copy(const Article& article, std::string body, Random& random) const;

    const std::vector<Article>& articles_;
};

}  // namespace broadsheet
