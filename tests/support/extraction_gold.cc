#include "tests/support/extraction_gold.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/html/document.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

std::string file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> sorted(const fs::path& folder) {
    std::vector<fs::path> paths(fs::directory_iterator(folder), fs::directory_iterator{});
    std::sort(paths.begin(), paths.end());
    return paths;
}

bool is_remark(const std::string& text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

std::string visible_text(const std::string& html) {
    std::string problem;
    const std::optional<HtmlDocument> document = HtmlDocument::parse(html, problem);
    return document ? document->line(0, html.size()) : std::string{};
}

std::string member(const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

std::vector<GoldPage> newspaper_pages(const fs::path& folder, std::size_t least) {
    std::vector<GoldPage> pages;
    for (const fs::path& path : sorted(folder / "html")) {
        // Some pages in other languages are called X_article, their texts X.
        std::string name = path.stem().string();
        fs::path gold = folder / "text" / (name + ".txt");
        if (const std::size_t end = name.find("_article"); !fs::exists(gold) && end != std::string::npos)
            gold = folder / "text" / (name.substr(0, end) + name.substr(end + 8) + ".txt");
        if (!fs::exists(gold)) continue;
        std::string text = file(gold);
        if (is_remark(text) || tokens_of(text).size() < least) continue;
        pages.push_back({name, file(path), text, {}, {}, {}});
    }
    return pages;
}

std::vector<GoldPage> readability_pages(const fs::path& folder) {
    std::vector<GoldPage> pages;
    for (const fs::path& path : sorted(folder)) {
        if (!fs::exists(path / "source.html")) continue;
        const nlohmann::json data = nlohmann::json::parse(file(path / "expected-metadata.json"));
        pages.push_back({path.filename().string(), file(path / "source.html"),
                         visible_text(file(path / "expected.html")), member(data, "title"),
                         member(data, "byline"), member(data, "publishedTime")});
    }
    return pages;
}

std::vector<std::string> tokens_of(std::string_view text) {
    std::vector<std::string> tokens;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) tokens.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        const std::string_view character = text.substr(at, length);
        at += length;
        if (byte < 0x80) {
            const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : text[at - 1];
            const bool letter = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
            if (letter) {
                word += small;
            } else {
                end_word();
            }
        } else if (length == 3 && (byte == 0xE2 || character.starts_with("\xE3\x80") || byte == 0xEF)) {
            end_word();  // punctuation
        } else if (length == 3 && byte >= 0xE3 && byte <= 0xE9) {
            end_word();
            tokens.emplace_back(character);
        } else if (character == "\xC2\xA0" || character == "\xC2\xAB" || character == "\xC2\xBB") {
            end_word();
        } else {
            word += character;
        }
    }
    end_word();
    return tokens;
}

Overlap overlap(std::vector<std::string> found, std::vector<std::string> gold) {
    if (found.empty() && gold.empty()) return {1, 1, 1};
    std::sort(found.begin(), found.end());
    std::sort(gold.begin(), gold.end());
    std::vector<std::string> common;
    std::set_intersection(found.begin(), found.end(), gold.begin(), gold.end(), std::back_inserter(common));
    const auto both = static_cast<double>(common.size());
    Overlap result;
    result.precision = found.empty() ? 0 : both / static_cast<double>(found.size());
    result.recall = gold.empty() ? 0 : both / static_cast<double>(gold.size());
    result.f1 = 2 * both / static_cast<double>(found.size() + gold.size());
    return result;
}

}  // namespace broadsheet
