#include "indexer/entities/mention.h"

namespace broadsheet::entities {

std::string_view text_of(const Article& article, const Mention& mention) {
    const std::string_view text = mention.in_title ? article.title : article.body;
    return text.substr(mention.begin, mention.end - mention.begin);
}

std::string_view name_of(EntityType type) {
    switch (type) {
        case EntityType::person:
            return "person";
        case EntityType::organisation:
            return "organisation";
        case EntityType::place:
            return "place";
    }
    return {};
}

std::string_view name_of(Role role) {
    switch (role) {
        case Role::subject:
            return "subject";
        case Role::byline:
            return "byline";
        case Role::dateline:
            return "dateline";
        case Role::agency:
            return "agency";
        case Role::credit:
            return "credit";
    }
    return {};
}

}  // namespace broadsheet::entities
