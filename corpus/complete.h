// The last step from a record to an article.
#pragma once

#include <string>

#include "corpus/reader.h"

namespace broadsheet {

// Takes a byline off the authors that has no names but theirs, and gives the article what it does not have
// itself: the source and language of the options, the source after its address's domain, and an id: its
// address, else "h-" and 16 hexadecimal digits of a hash of title, body
// and date. Returns why it is no article, as a clause; empty when it is one.
std::string complete(Article& article, const ReadOptions& options);

}  // namespace broadsheet
