#include "corpus/html/said_text.h"

#include <functional>
#include <string_view>
#include <unordered_set>

#include "corpus/html/blocks.h"
#include "corpus/html/left_out.h"
#include "corpus/html/people.h"

namespace broadsheet {

namespace {

constexpr std::size_t window = 16;  // bytes of letters and digits: three words or so
constexpr std::size_t least = 300;  // what is shorter is a summary
constexpr std::size_t longest = std::size_t{1} << 20;
constexpr double nearly_all = 0.9;
constexpr double most = 0.75;

// All windows of a text, by their hashes.
class Windows {
public:
    explicit Windows(std::string_view key) {
        for (std::size_t at = 0; at + window <= key.size(); ++at)
            hashes_.insert(hash(key, at));
    }

    // The share of a text's windows that are among them; 0 of a text without any.
    double share_of(std::string_view key) const {
        std::size_t found = 0;
        std::size_t all = 0;
        for (std::size_t at = 0; at + window <= key.size(); at += window / 2, ++all)
            found += hashes_.contains(hash(key, at)) ? 1 : 0;
        return all == 0 ? 0 : static_cast<double>(found) / static_cast<double>(all);
    }

private:
    static std::size_t hash(std::string_view key, std::size_t at) {
        return std::hash<std::string_view>{}(key.substr(at, window));
    }

    std::unordered_set<std::size_t> hashes_;
};

bool is_cut(std::string_view text) {
    for (const std::string_view end : {"...", "\u2026", "[...]", "[\u2026]"}) {
        if (text.ends_with(end)) return true;
    }
    return false;
}

// The page's blocks that stand in the text.
std::string blocks_of(const HtmlDocument& document, const Windows& said) {
    const PageBlocks blocks(document, left_out(document, Strictness::nothing));
    std::unordered_set<std::string_view> taken;
    std::string body;
    for (const TextBlock& block : blocks.all()) {
        if (said.share_of(key_of_name(block.text)) < most || !taken.insert(block.text).second) continue;
        if (!body.empty()) body += "\n\n";
        body += block.text;
    }
    return body;
}

}  // namespace

std::string reconciled_text(const HtmlDocument& document, std::string shown, const std::string& said) {
    const std::string said_key = key_of_name(said);
    if (said_key.size() < least || said_key.size() > longest || is_cut(said)) return shown;
    if (Windows(key_of_name(shown)).share_of(said_key) >= nearly_all) return shown;
    std::string found = blocks_of(document, Windows(said_key));
    return Windows(key_of_name(found)).share_of(said_key) >= most ? found : said;
}

}  // namespace broadsheet
