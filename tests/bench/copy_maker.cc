#include "tests/bench/copy_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace broadsheet {

namespace {

using Words = std::vector<std::string>;

Words split(const std::string& text, std::string_view separator) {
    Words parts;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + separator.size()) {
        end = text.find(separator, begin);
        if (end != begin && begin < text.size()) parts.push_back(text.substr(begin, end - begin));
    }
    return parts;
}

std::string join(const Words& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

double share(Random& random, double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random);
}

// At least one.
Words keep(const Words& parts, double kept, Random& random) {
    const auto wanted =
        std::max<std::size_t>(1, static_cast<std::size_t>(kept * static_cast<double>(parts.size()) + 0.5));
    if (random() % 2 == 0)  // cut at the end, as most are
        return {parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(wanted)};
    Words chosen;
    std::sample(parts.begin(), parts.end(), std::back_inserter(chosen), wanted, random);
    return chosen;
}

std::string dateline(Random& random) {
    constexpr const char* places[] = {"GENEVA", "LIMA", "OSLO", "NAIROBI", "OTTAWA"};
    constexpr const char* agencies[] = {"Wire", "Newsdesk", "Agencies"};
    return fmt::format("{}, {} ({}) - ", places[random() % 5], random() % 28 + 1, agencies[random() % 3]);
}

}  // namespace

std::vector<std::string> paragraphs_of(const Article& article) {
    return split(article.body, "\n\n");
}

Article CopyMaker::light(const Article& article, Random& random) const {
    Words paragraphs = keep(paragraphs_of(article), share(random, 0.6, 1), random);
    paragraphs.front() = dateline(random) + paragraphs.front();
    const double replaced = share(random, 0, 0.06);
    for (std::string& paragraph : paragraphs)
        paragraph = edited(paragraph, replaced, 0, random);
    return copy(article, join(paragraphs, "\n\n"), random);
}

Article CopyMaker::hard(const Article& article, Random& random) const {
    Words paragraphs = keep(paragraphs_of(article), share(random, 1.0 / 3, 0.6), random);
    for (std::string& paragraph : paragraphs) {
        Words sentences = split(paragraph, ". ");
        if (sentences.size() > 1) sentences = keep(sentences, share(random, 0.7, 1), random);
        paragraph = edited(join(sentences, ". "), 0.02, share(random, 0, 0.1), random);
    }
    const Words other = paragraphs_of(any(random));
    if (!other.empty())
        paragraphs.insert(
            paragraphs.begin() + static_cast<std::ptrdiff_t>(random() % (paragraphs.size() + 1)),
            other[random() % other.size()]);
    paragraphs.front() = dateline(random) + paragraphs.front();
    return copy(article, join(paragraphs, "\n\n"), random);
}

std::string CopyMaker::edited(const std::string& text, double replaced, double dropped,
                              Random& random) const {
    Words result;
    for (const std::string& word : split(text, " ")) {
        if (share(random, 0, 1) < dropped) continue;
        const Words others = share(random, 0, 1) < replaced ? split(any(random).body, " ") : Words{};
        result.push_back(others.empty() ? word : others[random() % others.size()]);
    }
    return join(result, " ");
}

Article CopyMaker::copy(const Article& article, std::string body, Random& random) const {
    Article made = article;
    Words title = split(article.title, " ");
    std::shuffle(title.begin(), title.end(), random);
    title.resize((title.size() + 1) / 2);
    title.push_back(split(any(random).title + " today", " ").front());
    made.title = join(title, " ");
    made.body = std::move(body);
    made.url.clear();
    made.source = "Copyist";
    if (made.date) made.date = *made.date + static_cast<Seconds>(random() % (2 * 86400));
    return made;
}

}  // namespace broadsheet
