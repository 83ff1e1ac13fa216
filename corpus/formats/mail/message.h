// One message as an article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/article.h"

namespace broadsheet {

// Reads messages with GMime. Not thread-safe.
class MailMessages {
public:
    MailMessages();

    // Subject, sender, date, newsgroups and the text: parts of plain text, of HTML only when there are none;
    // attachments are left out. Nothing when it is no message; then `problem` says why.
    std::optional<Article> read(std::string_view bytes, std::string& problem);
};

}  // namespace broadsheet
