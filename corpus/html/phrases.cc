#include "corpus/html/phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/html/people.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_label = 60;

// As key_of_name() has them.
constexpr std::array<std::string_view, 50> labels{"ad",
                                                  "ads",
                                                  "advertisement",
                                                  "advertising",
                                                  "advertisementcontinuereadingbelow",
                                                  "advertisementscrolltocontinue",
                                                  "articlecontinuesafteradvertisement",
                                                  "articlecontinuesbelow",
                                                  "articlecontinuesbelowadvertisement",
                                                  "storycontinues",
                                                  "storycontinuesbelow",
                                                  "storycontinuesbelowadvertisement",
                                                  "continuereading",
                                                  "continuereadingbelow",
                                                  "continuereadingthemainstory",
                                                  "readmore",
                                                  "seemore",
                                                  "showmore",
                                                  "loadmore",
                                                  "learnmore",
                                                  "share",
                                                  "sharethis",
                                                  "sharethisarticle",
                                                  "sharethisstory",
                                                  "shareonfacebook",
                                                  "shareontwitter",
                                                  "tweet",
                                                  "print",
                                                  "email",
                                                  "comments",
                                                  "addacomment",
                                                  "leaveacomment",
                                                  "postacomment",
                                                  "relatedarticles",
                                                  "relatedstories",
                                                  "relatedcontent",
                                                  "recommendedforyou",
                                                  "mostread",
                                                  "sponsored",
                                                  "sponsoredcontent",
                                                  "promoted",
                                                  "loading",
                                                  "anzeige",
                                                  "werbung",
                                                  "publicit\u00E9",
                                                  "publicidad",
                                                  "publicidade",
                                                  "pubblicit\u00E0",
                                                  "advertentie",
                                                  "\u0440\u0435\u043A\u043B\u0430\u043C\u0430"};

// As they are printed, ASCII in lower case.
constexpr std::array<std::string_view, 27> pointers{"read more",
                                                    "read also",
                                                    "also read",
                                                    "read next",
                                                    "read:",
                                                    "see also",
                                                    "related:",
                                                    "related article",
                                                    "related story",
                                                    "related stories",
                                                    "more:",
                                                    "watch:",
                                                    "recommended:",
                                                    "you may also like",
                                                    "click here to",
                                                    "sign up",
                                                    "subscribe to",
                                                    "follow us",
                                                    "follow @",
                                                    "lire aussi",
                                                    "lesen sie auch",
                                                    "mehr zum thema",
                                                    "leia tamb\u00E9m",
                                                    "leggi anche",
                                                    "lees ook",
                                                    "l\u00E4s ocks\u00E5",
                                                    "czytaj te\u017C"};

}  // namespace

bool is_label(std::string_view text) {
    if (text.size() > longest_label) return false;
    const std::string key = key_of_name(text);
    return std::find(labels.begin(), labels.end(), key) != labels.end();
}

bool points_elsewhere(std::string_view text) {
    std::string begin(text.substr(0, 32));
    for (char& c : begin) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return std::any_of(pointers.begin(), pointers.end(),
                       [&](std::string_view pointer) { return begin.starts_with(pointer); });
}

}  // namespace broadsheet
