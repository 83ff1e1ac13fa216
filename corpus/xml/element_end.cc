#include "corpus/xml/element_end.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr std::size_t longest_kept_tag = 64 << 10;
constexpr std::size_t most_attributes = 400;

bool is_name_start(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte == '_' || byte == ':' || byte >= 0x80;
}

// The end of the tag that begins at `at`, after its '>'; its '<' when another '<' comes first; not_yet.
struct TagEnd {
    std::size_t end;
    bool whole;
    std::size_t attributes;
};

TagEnd end_of_tag(std::string_view bytes, std::size_t at) {
    char quote = '\0';
    std::size_t attributes = 0;
    for (std::size_t i = at + 1; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '<') return {i, false, attributes};
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '>') {
            return {i + 1, true, attributes};
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '=') {
            ++attributes;
        }
    }
    return {not_yet, false, attributes};
}

}  // namespace

std::string_view tag_name(std::string_view tag) {
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
}

std::string_view local_name(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

std::size_t ElementEnd::operator()(std::string_view bytes, std::size_t seen) {
    // Bytes of a record that is too large are dropped at the front.
    if (seen < size_) at_ -= std::min(at_, size_ - seen);
    size_ = bytes.size();
    for (;;) {
        if (inside_ != Inside::text) {
            if (!pass_over(bytes)) return not_yet;
            continue;
        }
        at_ = std::min(bytes.find('<', at_), bytes.size());
        if (at_ + 1 >= bytes.size()) return not_yet;
        bool moved = true;
        if (bytes[at_ + 1] == '!' || bytes[at_ + 1] == '?') {
            declaration(bytes, moved);
        } else if (bytes[at_ + 1] == '/' || is_name_start(bytes[at_ + 1])) {
            if (const std::size_t end = tag(bytes, moved); end != not_yet) return end;
        } else {
            ++at_;
        }
        if (!moved) return not_yet;
    }
}

void ElementEnd::declaration(std::string_view bytes, bool& moved) {
    constexpr std::string_view cdata = "<![CDATA[";
    const std::string_view rest = bytes.substr(at_);
    if (rest.size() < cdata.size() && rest.find('>') == std::string_view::npos) {
        moved = false;
        return;
    }
    std::size_t length = 2;
    inside_ = Inside::doctype;
    if (rest.starts_with("<?")) inside_ = Inside::instruction;
    if (rest.starts_with("<!--")) {
        inside_ = Inside::comment;
        length = 4;
    } else if (rest.starts_with(cdata)) {
        inside_ = Inside::cdata;
        length = cdata.size();
    }
    at_ += length;
}

// Goes on to the end of a comment or the like; false when the bytes end first.
bool ElementEnd::pass_over(std::string_view bytes) {
    std::string_view end = ">";
    if (inside_ == Inside::comment) end = "-->";
    if (inside_ == Inside::cdata) end = "]]>";
    if (inside_ == Inside::instruction) end = "?>";
    if (inside_ == Inside::subset) end = "]";
    std::size_t found = bytes.find(end, at_);
    if (inside_ == Inside::doctype) {
        if (const std::size_t subset = bytes.find('[', at_); subset < found) {
            inside_ = Inside::subset;
            at_ = subset + 1;
            return true;
        }
    }
    if (found == std::string_view::npos) {
        // The end may be cut in two.
        at_ = std::max(at_, bytes.size() - std::min(bytes.size(), end.size() - 1));
        return false;
    }
    inside_ = inside_ == Inside::subset ? Inside::doctype : Inside::text;
    at_ = found + end.size();
    return true;
}

std::size_t ElementEnd::tag(std::string_view bytes, bool& moved) {
    const TagEnd end = end_of_tag(bytes, at_);
    if (end.end == not_yet) {
        // A tag without an end in sight is none.
        moved = bytes.size() - at_ > longest_kept_tag;
        if (moved) ++at_;
        return not_yet;
    }
    const std::string_view whole = bytes.substr(at_, end.end - at_);
    const std::size_t tag_begin = at_;
    at_ = end.end;
    if (!end.whole) return not_yet;
    if (end.attributes > most_attributes) overloaded_ = true;
    if (whole.starts_with("</")) {
        if (begin_ == not_yet || tag_name(whole) != name_) return not_yet;
        return --depth_ == 0 ? at_ : not_yet;
    }
    if (root_tag_.empty() && whole.size() <= longest_kept_tag) root_tag_ = whole;
    const std::string_view name = tag_name(whole);
    const bool empty = whole.ends_with("/>");
    if (begin_ == not_yet) {
        const std::string_view local = local_name(name);
        if (std::find(names_.names.begin(), names_.names.end(), local) == names_.names.end()) return not_yet;
        begin_ = tag_begin;
        name_ = name;
        depth_ = 1;
        return empty ? at_ : not_yet;
    }
    if (name != name_ || empty) return not_yet;
    if (!names_.nest) {
        unclosed_ = true;
        return tag_begin;
    }
    ++depth_;
    return not_yet;
}

}  // namespace broadsheet
