#include "corpus/field_names.h"

#include <algorithm>
#include <array>

namespace broadsheet {

namespace {

struct Row {
    FieldId field;
    std::string_view names;  // separated by blanks, the best first
    int first_rank;
};

constexpr std::array<Row, 14> rows{{
    {FieldId::title, "title headline heading articletitle newstitle webtitle storytitle hed", 0},
    {FieldId::body,
     "body text content maintext fulltext articlebody articletext bodytext contenttext plaintext cleanedtext "
     "article story newstext "
     "paragraphs message contenthtml bodyxhtml bodyhtml html",
     0},
    {FieldId::body,
     "description shortdescription summary lead leadparagraph abstract snippet excerpt standfirst subtitle "
     "subheadline dek deck teaser "
     "trailtext descriptiontext",
     rank_of_leads},
    {FieldId::date,
     "date publishdate datepublish datepublished published publishedat publicationdate publisheddate pubdate "
     "publishedon publishtime "
     "publicationtime firstpublicationdate firstpublished webpublicationdate datetime issued created "
     "createdat createdate timestamp time versioncreated firstcreated updated updatedat modified "
     "datemodified "
     "lastmodified",
     0},
    {FieldId::url,
     "url link weburl canonicalurl articleurl permalink canonicallink shareurl href uri externalurl", 0},
    {FieldId::author,
     "authors author byline creator creators writer writers by journalist journalists reporter", 0},
    {FieldId::source,
     "source sourcename publisher publication newspaper outlet agency sitename site sourcedomain domain "
     "provider copyrightholder",
     0},
    {FieldId::section, "section category sectionname newsdesk desk channel topcategory", 0},
    {FieldId::tag, "tags keywords topics tag keyword topic subjects subject labels hashtags categories", 0},
    {FieldId::person, "people persons person peoplenames who", 0},
    {FieldId::place, "places locations place location countries country geonames cities", 0},
    {FieldId::organisation,
     "organisations organizations orgs organisation organization org companies company", 0},
    {FieldId::id, "id articleid docid documentid newsid storyid guid uuid docno identifier", 0},
    {FieldId::language, "language lang languagecode locale", 0},
}};

}  // namespace

std::optional<FieldName> known_field_name(std::string_view name) {
    constexpr std::size_t longest_name = 32;
    if (name.size() > longest_name) return std::nullopt;
    std::array<char, longest_name> letters{};
    std::size_t length = 0;
    for (const char c : name) {
        if (c == '_' || c == '-' || c == ' ') continue;
        letters[length++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    const std::string_view bare(letters.data(), length);
    if (bare.empty()) return std::nullopt;
    for (const Row& row : rows) {
        int rank = row.first_rank;
        for (std::string_view rest = row.names; !rest.empty(); ++rank) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            if (rest.substr(0, end) == bare) return FieldName{row.field, rank};
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return std::nullopt;
}

}  // namespace broadsheet
