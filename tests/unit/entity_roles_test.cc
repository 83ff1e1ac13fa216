#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/roles.h"

namespace broadsheet::entities {
namespace {

// Paragraphs of space-separated tokens with the names in <kind ...>, as in "By <p Jane Roe>".
class Text {
public:
    explicit Text(std::vector<std::string> paragraphs) : paragraphs_(std::move(paragraphs)) {}

    std::vector<Role> roles() {
        RoleFinder finder;
        finder.start(true, true);
        spans.clear();
        std::vector<std::pair<std::string, bool>> tokens;
        for (const std::string& paragraph : paragraphs_) {
            bool first = true;
            for (std::size_t at = 0; at < paragraph.size();) {
                const std::size_t end = std::min(paragraph.find(' ', at), paragraph.size());
                std::string word = paragraph.substr(at, end - at);
                at = end + 1;
                const auto number = static_cast<std::uint32_t>(tokens.size());
                if (word.starts_with('<')) {
                    const Kind kind = word[1] == 'p'   ? Kind::person
                                      : word[1] == 'o' ? Kind::organisation
                                                       : Kind::place;
                    spans.push_back({number, number, kind});
                    continue;
                }
                if (word.ends_with('>')) {
                    word.pop_back();
                    spans.back().last = number;
                }
                tokens.emplace_back(word, first);
                first = false;
            }
        }
        for (const auto& [word, after_break] : tokens)
            finder.add({word, after_break, false});
        return finder.find(spans);
    }

    std::vector<Span> spans;

private:
    std::vector<std::string> paragraphs_;
};

using Roles = std::vector<Role>;

TEST(EntityRoles, FindDatelines) {
    Text text({"<l BAGHDAD> , <l Iraq> , Jan 24 ( <o Reuters> ) - <p Sudani> said in <l Basra> on Friday ."});
    EXPECT_EQ(text.roles(),
              (Roles{Role::dateline, Role::dateline, Role::agency, Role::subject, Role::subject}));
}

TEST(EntityRoles, CorrectTheKindOfADateline) {
    Text text({"<p LOMBOK> ( <l AP> ) -- Rescuers searched on Monday ."});
    EXPECT_EQ(text.roles(), (Roles{Role::dateline, Role::agency}));
    EXPECT_EQ(text.spans[0].kind, Kind::place);
    EXPECT_EQ(text.spans[1].kind, Kind::organisation);
}

TEST(EntityRoles, ADateAloneMakesADateline) {
    Text text({"A headline", "<l LONDON> 1996-08-30", "<l London> was quiet ."});
    EXPECT_EQ(text.roles(), (Roles{Role::dateline, Role::subject}));
}

TEST(EntityRoles, AnOrdinarySentenceIsNoDateline) {
    Text text({"<l London> said the plan - its third - was off ."});
    EXPECT_EQ(text.roles(), (Roles{Role::subject}));
}

TEST(EntityRoles, FindBylines) {
    EXPECT_EQ(Text({"By <p Jane Roe> and <p John Doe>", "<p Ann Poe> left ."}).roles(),
              (Roles{Role::byline, Role::byline, Role::subject}));
    EXPECT_EQ(Text({"It rained .", "( Reporting by <p Jane Roe> ; Editing by <p John Doe> )"}).roles(),
              (Roles{Role::byline, Role::byline}));
    EXPECT_EQ(Text({"It rained .", "<p Jane Roe>"}).roles(), (Roles{Role::byline}));
    EXPECT_EQ(Text({"It rained .", "<p Jane Roe> contributed to this report ."}).roles(),
              (Roles{Role::byline}));
    EXPECT_EQ(Text({"He was beaten by <p Jane Roe> in the final ."}).roles(), (Roles{Role::subject}));
}

TEST(EntityRoles, FindCreditsAndAgencies) {
    EXPECT_EQ(Text({"A market . Photo : <p Jane Roe> / <o Getty Images>"}).roles(),
              (Roles{Role::credit, Role::credit}));
    EXPECT_EQ(Text({"A market . <o REUTERS> / <p Jane Roe>"}).roles(), (Roles{Role::credit, Role::credit}));
    EXPECT_EQ(Text({"It rained , he told <o Reuters> ."}).roles(), (Roles{Role::subject}));
    EXPECT_EQ(Text({"Shares fell . ( <o AFP> )"}).roles(), (Roles{Role::agency}));
    EXPECT_EQ(Text({"It rained .", "- <o Reuters>"}).roles(), (Roles{Role::agency}));
}

}  // namespace
}  // namespace broadsheet::entities
