#include "corpus/html/naming.h"

#include <algorithm>
#include <array>
#include <string>

namespace broadsheet {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
bool within(const std::array<std::string_view, N>& pieces, std::string_view text) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](std::string_view piece) { return text.find(piece) != std::string_view::npos; });
}

// Whole words.
constexpr std::array<std::string_view, 64> apart_words{
    "ad",      "ads",      "adv",     "aside",      "banner",   "bottombar", "breadcrumbs", "cta",
    "dialog",  "discuss",  "donate",  "donation",   "email",    "feedback",  "follow",      "foot",
    "footer",  "gdpr",     "infobox", "login",      "masthead", "menu",      "modal",       "more",
    "most",    "nav",      "navbar",  "navigation", "next",     "overlay",   "pager",       "pagination",
    "popular", "popup",    "prev",    "previous",   "print",    "rail",      "reactions",   "readmore",
    "recirc",  "register", "reply",   "rss",        "search",   "share",     "shares",      "sharing",
    "signin",  "signup",   "skip",    "teaser",     "teasers",  "ticker",    "toolbar",     "tools",
    "topbar",  "trending", "upsell",  "latest",     "tooltip",  "noprint",   "respond",     "dropdown"};

// Pieces of words that are long enough not to be a part of others.
constexpr std::array<std::string_view, 30> apart_pieces{
    "breadcrumb", "comment",      "cookie",   "consent",    "disqus",    "newsletter", "outbrain", "taboola",
    "promo",      "recommend",    "related",  "sharebar",   "sharetool", "sidebar",    "social",   "sponsor",
    "subscribe",  "subscription", "advert",   "navigation", "whatsapp",  "facebook",   "twitter",  "readnext",
    "alsolike",   "moreon",       "morefrom", "popular",    "footer",    "copyright"};

constexpr std::array<std::string_view, 24> small_words{
    "attribution", "author",   "authors", "avatar",   "bio",     "byline",    "caption", "captions",
    "credit",      "credits",  "date",    "dateline", "figure",  "keywords",  "kicker",  "legend",
    "meta",        "metadata", "tag",     "tags",     "taglist", "timestamp", "topics",  "published"};

constexpr std::array<std::string_view, 12> hidden_pieces{
    "visuallyhidden", "screenreader", "srtext", "offscreen",        "invisible", "noprint",
    "printonly",      "fallback",     "sronly", "elementinvisible", "a11y",      "assistive"};

constexpr std::array<std::string_view, 26> content_pieces{
    "articlebody", "articlecontent", "articletext", "storybody",    "storycontent", "storytext",
    "postbody",    "postcontent",    "posttext",    "entrycontent", "entrytext",    "entrybody",
    "bodytext",    "bodycontent",    "articlecopy", "bodycopy",     "newsbody",     "newstext",
    "newscontent", "maincontent",    "contentbody", "pagecontent",  "contentmain",  "fulltext",
    "blogcontent", "blogpost"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_letter_or_digit(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

void judge_word(std::string_view word, Naming& naming) {
    naming.apart = naming.apart || among(apart_words, word);
    naming.small = naming.small || among(small_words, word);
}

// One name, as "article-body", "articleBody" or "article_body".
void judge_name(std::string_view name, Naming& naming) {
    std::string joined;
    std::string word;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool begins = is_upper(c) && i > 0 && !is_upper(name[i - 1]);
        if (!is_letter_or_digit(c) || begins) {
            judge_word(word, naming);
            word.clear();
        }
        if (is_letter_or_digit(c)) {
            word += lower(c);
            joined += lower(c);
        }
    }
    judge_word(word, naming);
    naming.apart =
        naming.apart || (within(apart_pieces, joined) && joined.find("commentary") == std::string::npos);
    naming.content = naming.content || within(content_pieces, joined);
    naming.hidden = naming.hidden || within(hidden_pieces, joined);
}

}  // namespace

Naming naming_of(std::string_view names) {
    Naming naming;
    names = names.substr(0, 1024);
    while (!names.empty()) {
        const std::size_t end = std::min(names.find_first_of(" \t\r\n"), names.size());
        judge_name(names.substr(0, end), naming);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return naming;
}

Naming operator|(Naming a, Naming b) {
    return {a.content || b.content, a.apart || b.apart, a.small || b.small, a.hidden || b.hidden};
}

}  // namespace broadsheet
