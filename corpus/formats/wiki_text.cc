#include "corpus/formats/wiki_text.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/html/fragment.h"
#include "corpus/names.h"
#include "corpus/normalise.h"
#include "corpus/references.h"

namespace broadsheet {

namespace {

// The last of "a|b|c".
std::string_view last_part(std::string_view inside) {
    const std::size_t bar = inside.rfind('|');
    return bar == std::string_view::npos ? inside : inside.substr(bar + 1);
}

// Brackets may lie in one another: what an opening one has collected waits on a stack until it closes.
class Converter {
public:
    explicit Converter(std::string_view text) : rest_(text) {}

    WikiArticle convert() {
        while (!rest_.empty()) {
            if (!opening() && !closing() && !skipped()) {
                const std::size_t plain =
                    std::max<std::size_t>(1, std::min(rest_.find_first_of("{}[]<|"), rest_.size()));
                out() += rest_.substr(0, plain);
                rest_.remove_prefix(plain);
            }
        }
        // What never closed was no bracket.
        while (!open_.empty()) {
            const Open last = std::move(open_.back());
            open_.pop_back();
            out() += last.text;
        }
        article_.body = normalise_body(without_references(without_tags(lines_of(text_))));
        return std::move(article_);
    }

private:
    struct Open {
        std::string_view bracket;
        std::string text;
    };
    static constexpr std::size_t deepest = 100;

    std::string& out() { return open_.empty() ? text_ : open_.back().text; }

    bool opening() {
        for (const std::string_view bracket : {"{{", "{|", "[["}) {
            if (!rest_.starts_with(bracket)) continue;
            rest_.remove_prefix(2);
            if (open_.size() < deepest) open_.push_back({bracket, {}});
            return true;
        }
        return false;
    }

    bool closing() {
        constexpr std::array<std::array<std::string_view, 2>, 3> pairs{
            {{"}}", "{{"}, {"|}", "{|"}, {"]]", "[["}}};
        for (const auto& [end, begin] : pairs) {
            if (!rest_.starts_with(end) || open_.empty() || open_.back().bracket != begin) continue;
            rest_.remove_prefix(2);
            const std::string inside = std::move(open_.back().text);
            open_.pop_back();
            if (begin == "[[") out() += link(inside);
            if (begin == "{{") out() += expanded(inside);
            return true;
        }
        return false;
    }

    // Comments and references.
    bool skipped() {
        if (!rest_.starts_with('<')) return false;
        std::string_view end;
        if (rest_.starts_with("<!--")) {
            end = "-->";
        } else if (ascii_lower(rest_.substr(0, 4)) == "<ref") {
            const std::size_t close = rest_.find('>');
            end = close != std::string_view::npos && close > 0 && rest_[close - 1] == '/' ? ">" : "</ref>";
        } else {
            return false;
        }
        const std::size_t found = rest_.find(end);
        rest_.remove_prefix(found == std::string_view::npos ? rest_.size() : found + end.size());
        return true;
    }

    std::string link(std::string_view inside) {
        const std::size_t colon = inside.find(':');
        const std::string space =
            colon == std::string_view::npos ? std::string{} : ascii_lower(trimmed(inside.substr(0, colon)));
        if (space == "category") {
            const std::string_view name = inside.substr(colon + 1);
            add_name(article_.categories, name.substr(0, name.find('|')));
            return {};
        }
        if (space == "file" || space == "image" || space == "media") return {};
        return std::string(last_part(inside));
    }

    std::string expanded(std::string_view inside) {
        const std::string name = ascii_lower(trimmed(inside.substr(0, inside.find('|'))));
        if (name == "date" && article_.date.empty()) article_.date = trimmed(last_part(inside));
        return name == "w" || name == "wikipedia" || name == "lang" ? std::string(last_part(inside))
                                                                    : std::string{};
    }

    // The lines without what marks them; those of the last sections are left out.
    static std::string lines_of(std::string_view text) {
        constexpr std::array<std::string_view, 8> closing{
            "sources",        "source",       "references",       "related news",
            "external links", "sister links", "related articles", "see also"};
        std::string plain;
        bool wanted = true;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            std::string_view line = trimmed(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line.starts_with("==") && line.ends_with("==")) {
                while (line.starts_with('='))
                    line.remove_prefix(1);
                while (line.ends_with('='))
                    line.remove_suffix(1);
                line = trimmed(line);
                wanted = std::find(closing.begin(), closing.end(), ascii_lower(line)) == closing.end();
                if (wanted) plain += "\n\n";
            }
            if (!wanted || line.starts_with("__")) continue;
            const bool item = line.starts_with('*') || line.starts_with('#') || line.starts_with(':');
            while (!line.empty() && std::string_view("*#:;").find(line.front()) != std::string_view::npos)
                line.remove_prefix(1);
            if (item) plain += "\n\n";
            append_words(line, plain);
            plain += item || line.empty() ? "\n\n" : "\n";
        }
        return plain;
    }

    // '' and ''' go, and [http://... label] becomes its label.
    static void append_words(std::string_view line, std::string& plain) {
        while (!line.empty()) {
            if (line.starts_with("''")) {
                line.remove_prefix(std::min(line.find_first_not_of('\''), line.size()));
                continue;
            }
            constexpr std::size_t longest_link = 2000;
            const std::size_t end =
                line.starts_with("[http") ? line.substr(0, longest_link).find(']') : std::string_view::npos;
            if (end != std::string_view::npos) {
                const std::string_view inside = line.substr(1, end - 1);
                const std::size_t blank = inside.find(' ');
                if (blank != std::string_view::npos) plain += inside.substr(blank + 1);
                line.remove_prefix(end + 1);
                continue;
            }
            plain += line.front();
            line.remove_prefix(1);
        }
    }

    std::string_view rest_;
    std::string text_;
    std::vector<Open> open_;
    WikiArticle article_;
};

}  // namespace

WikiArticle read_wiki_text(std::string_view text) {
    return Converter(text).convert();
}

}  // namespace broadsheet
