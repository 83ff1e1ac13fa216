// The formats by name.
#pragma once

#include <memory>
#include <string_view>

#include "corpus/formats/format.h"
#include "corpus/reader.h"

namespace broadsheet {

// Null when there is no such format. Throws Error(usage) for a mapping of a field that does not exist.
std::unique_ptr<Format> make_format(std::string_view name, const ReadOptions& options);

}  // namespace broadsheet
