// The page with the first answer in it: one request is enough for both, and the browser has the page while
// the answer is being made.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/http/pipe.h"
#include "searcher/http/static_files.h"
#include "searcher/http/stream_encoding.h"

namespace broadsheet::http {

// The address of the first answer that the page at `target` ("/?q=oil") asks for; empty where that is not
// known.
using FindFirst = std::function<std::string(std::string_view target)>;

// Where the answer stands in the page; what asks for it itself where nothing does.
inline constexpr std::string_view before_answer = "<script type=\"application/json\" id=\"first-answer\">";

class AnsweredPage {
public:
    // `page` has before_answer, and its bytes outlive this.
    AnsweredPage(const StaticFile& page, Encoding encoding);

    // The body: at first it has what comes before the answer.
    std::shared_ptr<Pipe> body() const { return body_; }

    // Puts in an answer that is JSON, or none where it is a problem, and the rest of the page. Called once,
    // from any thread.
    void complete(const Reply& answer);

private:
    std::string encoded(std::string_view text) { return encoder_ ? encoder_->add(text) : std::string(text); }

    const std::string_view rest_;
    std::optional<StreamEncoder> encoder_;
    const std::shared_ptr<Pipe> body_ = std::make_shared<Pipe>();
};

}  // namespace broadsheet::http
