// Messages of mail and Usenet.
#pragma once

#include <memory>
#include <string_view>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// True for the begin of a mailbox or of one message: header lines of which at least two only messages have.
bool looks_like_mail(std::string_view head);

// One message a file, or a mailbox whose messages begin with "From " after an empty line.
std::unique_ptr<Format> make_mail_format(const ReadOptions& options);

}  // namespace broadsheet
