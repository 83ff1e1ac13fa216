// The language of a text.
#pragma once

#include <string>

#include "schema/article.h"

namespace broadsheet {

// The ISO 639-1 code of the language that an article's title and the begin of its text are written in (of
// three letters where there is no shorter one); empty when they are too short or too mixed to tell. Safe to
// call from several threads. Takes some 30 microseconds.
std::string recognised_language(const Article& article);

}  // namespace broadsheet
