// One JSON object to one article.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/json/fields.h"
#include "schema/article.h"

namespace broadsheet {

// Not thread-safe: it keeps its parser and buffers from record to record.
class JsonRecords {
public:
    explicit JsonRecords(const std::map<std::string, std::string>& mapping) : fields_(mapping) {}

    // The article of the object in `bytes`, which becomes its original. Nothing when they hold no object;
    // then `problem` says why, as a clause. At least simdjson::SIMDJSON_PADDING readable bytes follow
    // `bytes`.
    std::optional<Article> read(std::string_view bytes, std::string& problem);

    JsonFields& fields() { return fields_; }

private:
    simdjson::error_code parse(std::string_view bytes, simdjson::dom::element& value);

    JsonFields fields_;
    simdjson::dom::parser parser_;
    std::string repaired_;
};

}  // namespace broadsheet
