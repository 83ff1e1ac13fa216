// Messages of news wires as they were sent by teleprinter: control characters part them.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

enum class WireKind { iptc7901, anpa };

// What a file is that begins with `head`; nothing when it is no wire message. ANPA begins with SYN SYN SOH
// and has a unit separator in its header, IPTC 7901 begins with SOH.
std::optional<WireKind> wire_kind(std::string_view head);

// Reads either kind, a message an article. Agencies send no year at the head: without a time at the end of
// the message, there is no date.
std::unique_ptr<Format> make_wire_format(const ReadOptions& options);

// One message, valid UTF-8, from SOH to EOT; original and media type are the caller's.
Article read_iptc7901(std::string_view message);
Article read_anpa(std::string_view message);

}  // namespace broadsheet
