// Saved pages with the text and data that people found in them, and how near an extraction comes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// What is empty is not known.
struct GoldPage {
    std::string name;
    std::string bytes;
    std::string text;
    std::string title;
    std::string author;
    std::string date;
};

// newspaper/pages: html/NAME.html with text/NAME.txt. Texts that are not texts but remarks about what an
// extractor missed (no lower-case letter), and those of fewer than `least` tokens, are passed over.
std::vector<GoldPage> newspaper_pages(const std::filesystem::path& folder, std::size_t least);

// readability/pages: NAME/source.html with expected.html and expected-metadata.json.
std::vector<GoldPage> readability_pages(const std::filesystem::path& folder);

// Words in lower case as far as ASCII goes; of Chinese and Japanese, characters.
std::vector<std::string> tokens_of(std::string_view text);

struct Overlap {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

// How far two bags of tokens agree. Two empty ones do.
Overlap overlap(std::vector<std::string> found, std::vector<std::string> gold);

}  // namespace broadsheet
