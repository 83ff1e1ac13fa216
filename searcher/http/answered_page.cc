#include "searcher/http/answered_page.h"

namespace broadsheet::http {

namespace {

std::size_t end_of_first_part(std::string_view page) {
    return page.find(before_answer) + before_answer.size();
}

// Within JSON a < is in a text, and may be written so; the element that the JSON stands in could end with it.
std::string for_element(std::string_view json) {
    std::string result;
    result.reserve(json.size() + json.size() / 8);
    for (const char c : json) {
        if (c == '<')
            result += "\\u003c";
        else
            result += c;
    }
    return result;
}

}  // namespace

AnsweredPage::AnsweredPage(const StaticFile& page, Encoding encoding)
    : rest_(page.bytes.substr(end_of_first_part(page.bytes))) {
    if (encoding != Encoding::identity) encoder_.emplace(encoding);
    body_->push(encoded(page.bytes.substr(0, page.bytes.size() - rest_.size())));
}

void AnsweredPage::complete(const Reply& answer) {
    const bool is_there = answer.status == 200 && answer.body != nullptr;
    try {
        std::string end =
            encoded((is_there ? for_element(*answer.body) : std::string()) + std::string(rest_));
        if (encoder_) end += encoder_->finish();
        body_->push(std::move(end));
        body_->finish();
    } catch (const ClientGone&) {
        // Nobody waits for it any more.
    }
}

}  // namespace broadsheet::http
