#include "indexer/entities/train/augment.h"

#include <set>

#include "indexer/entities/tagging/tokens.h"
#include "schema/files.h"

namespace broadsheet::entities::train {
namespace {

std::string in_capitals(const std::string& word) {
    std::string out = word;
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return out;
}

bool is_small_word(const std::string& word) {
    static const std::set<std::string> small = {"a",  "an",  "the", "of", "in",   "on",   "at", "to", "for",
                                                "by", "and", "or",  "as", "with", "from", "'s", "n't"};
    return small.contains(word);
}

std::string with_capital(const std::string& word, bool first) {
    if (!first && is_small_word(word)) return word;
    std::string out = word;
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
    return out;
}

}  // namespace

GoldDocument headline_copy(const GoldDocument& document, Random& random) {
    GoldDocument copy = document;
    for (std::size_t i = 0; i < copy.sentences.size(); ++i) {
        GoldSentence& sentence = copy.sentences[i];
        const std::uint32_t dice = random.below(100);
        const bool headline = i == 0;
        const bool capitals = headline ? dice < 40 : dice < 12;
        const bool title = !capitals && (headline ? dice < 80 : dice < 30);
        sentence.context_only = !capitals && !title;
        for (std::size_t k = 0; k < sentence.tokens.size(); ++k) {
            if (capitals)
                sentence.tokens[k] = in_capitals(sentence.tokens[k]);
            else if (title)
                sentence.tokens[k] = with_capital(sentence.tokens[k], k == 0);
        }
    }
    return copy;
}

GoldDocument hyphen_copy(const GoldDocument& document) {
    GoldDocument copy = document;
    for (GoldSentence& sentence : copy.sentences) {
        std::vector<std::string> tokens;
        std::vector<std::uint32_t> first(sentence.tokens.size());
        std::vector<std::uint32_t> last(sentence.tokens.size());
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
            const std::string& token = sentence.tokens[i];
            first[i] = static_cast<std::uint32_t>(tokens.size());
            const std::size_t hyphen = token.find('-');
            const bool cut = hyphen != std::string::npos && hyphen > 0 && hyphen + 1 < token.size() &&
                             token.find("--") == std::string::npos;
            if (cut) {
                tokens.push_back(token.substr(0, hyphen));
                tokens.emplace_back("-");
                tokens.push_back(token.substr(hyphen + 1));
            } else {
                tokens.push_back(token);
            }
            last[i] = static_cast<std::uint32_t>(tokens.size() - 1);
        }
        bool in_name = false;
        for (Span& span : sentence.spans) {
            const std::uint32_t size = span.last - span.first;
            span.first = first[span.first];
            span.last = last[span.last];
            in_name = in_name || (span.last - span.first > size && span.kind != Kind::other);
        }
        sentence.context_only = !in_name;
        sentence.tokens = std::move(tokens);
    }
    return copy;
}

NameStock collect_names(const std::vector<GoldDocument>& documents, const std::filesystem::path& gazetteer) {
    NameStock stock;
    std::set<std::vector<std::string>> people, clubs, cities;
    std::set<std::string> surnames;
    for (const GoldDocument& document : documents)
        for (const GoldSentence& sentence : document.sentences)
            for (const Span& span : sentence.spans) {
                const std::vector<std::string> words(sentence.tokens.begin() + span.first,
                                                     sentence.tokens.begin() + span.last + 1);
                bool capitalised = true;
                for (const std::string& word : words)
                    capitalised =
                        capitalised && word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a';
                if (!capitalised) continue;
                if (span.kind == Kind::person && (words.size() == 2 || words.size() == 3)) {
                    people.insert(words);
                    surnames.insert(words.back());
                }
                if (span.kind == Kind::organisation && words.size() <= 2) clubs.insert(words);
                if (span.kind == Kind::place && words.size() <= 2) cities.insert(words);
            }
    const auto words_of = [](std::string_view text) {
        std::vector<Token> tokens;
        tokenise(text, tokens);
        std::vector<std::string> words;
        for (const Token& token : tokens)
            words.emplace_back(text.substr(token.begin, token.end - token.begin));
        return words;
    };
    const auto column = [](std::string_view line, int n) {
        for (; n > 0; --n) {
            const std::size_t tab = line.find('\t');
            line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
        }
        return line.substr(0, line.find('\t'));
    };
    const auto lines = [](const std::string& text, const auto& use) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            use(std::string_view(text).substr(at, end - at));
            at = end + 1;
        }
    };
    lines(read_file(gazetteer / "cities500.txt"), [&](std::string_view line) {
        if (column(line, 14).size() >= 6)
            cities.insert(words_of(column(line, 2)));  // 100,000 people and more
    });
    lines(read_file(gazetteer / "countryInfo.txt"), [&](std::string_view line) {
        if (!line.starts_with('#') && !line.starts_with("ISO\t") && column(line, 7).size() >= 6)
            stock.countries.push_back(words_of(column(line, 4)));
    });
    for (const char* country : {"U.S.", "Britain", "England", "Russia", "Scotland", "Wales"})
        stock.countries.push_back({country});
    stock.people.assign(people.begin(), people.end());
    stock.clubs.assign(clubs.begin(), clubs.end());
    stock.surnames.assign(surnames.begin(), surnames.end());
    stock.cities.assign(cities.begin(), cities.end());
    return stock;
}

}  // namespace broadsheet::entities::train
