#include "indexer/entities/train/corpus.h"

#include <optional>
#include <sstream>

#include "schema/error.h"
#include "schema/files.h"

namespace broadsheet::entities::train {
namespace {

std::optional<Kind> kind_named(std::string_view name) {
    if (name == "PER") return Kind::person;
    if (name == "ORG") return Kind::organisation;
    if (name == "LOC") return Kind::place;
    if (name == "MISC") return Kind::other;
    return std::nullopt;
}

}  // namespace

std::vector<GoldDocument> read_corpus(const std::filesystem::path& path) {
    std::istringstream lines(read_file(path));
    std::vector<GoldDocument> documents;
    GoldSentence sentence;
    const auto close = [&] {
        if (sentence.tokens.empty()) return;
        if (documents.empty()) documents.emplace_back();
        documents.back().sentences.push_back(std::move(sentence));
        sentence = {};
    };
    std::string line;
    std::size_t number = 0;
    while (std::getline(lines, line)) {
        ++number;
        if (line.empty()) {
            close();
            continue;
        }
        const std::size_t tab = line.rfind('\t');
        if (tab == std::string::npos || tab == 0)
            throw Error(ErrorCode::bad_source,
                        path.string() + ":" + std::to_string(number) + ": not a token and a label");
        const std::string_view label = std::string_view(line).substr(tab + 1);
        if (line.starts_with("-DOCSTART-")) {
            close();
            documents.emplace_back();
            continue;
        }
        const auto at = static_cast<std::uint32_t>(sentence.tokens.size());
        sentence.tokens.push_back(line.substr(0, tab));
        if (label.size() < 3) continue;
        const std::optional<Kind> kind = kind_named(label.substr(2));
        if (!kind)
            throw Error(ErrorCode::bad_source,
                        path.string() + ":" + std::to_string(number) + ": unknown label");
        auto& spans = sentence.spans;
        const bool goes_on =
            label[0] == 'I' && !spans.empty() && spans.back().kind == *kind && spans.back().last + 1 == at;
        if (goes_on)
            spans.back().last = at;
        else
            spans.push_back({at, at, *kind});
    }
    close();
    return documents;
}

}  // namespace broadsheet::entities::train
