#include "corpus/formats/json/repair.h"

#include "corpus/charset.h"

namespace broadsheet {

namespace {

class Repair {
public:
    explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size() + text.size() / 8); }

    std::string run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (in_string_) {
                inside(c);
            } else {
                outside(c);
            }
        }
        return std::move(out_);
    }

private:
    void inside(char c) {
        if (c == '\\') {
            escape();
            return;
        }
        in_string_ = c != '"';
        if (c == '\n' || c == '\t' || c == '\r') {
            out_ += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r";
        } else if (static_cast<unsigned char>(c) >= 0x20) {
            out_ += c;
        }
        ++at_;
    }

    void escape() {
        if (const int unit = unit_at(at_); unit >= 0xd800 && unit <= 0xdfff) {
            const int second = unit_at(at_ + 6);
            const bool pair = unit < 0xdc00 && second >= 0xdc00 && second <= 0xdfff;
            out_ += pair ? text_.substr(at_, 12) : std::string_view("\\ufffd");
            at_ += pair ? 12 : 6;
            return;
        }
        out_ += text_.substr(at_, 2);
        at_ = std::min(at_ + 2, text_.size());
    }

    // The number of \uXXXX at a place, -1 when there is no such escape.
    int unit_at(std::size_t at) const {
        if (at + 6 > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') return -1;
        int unit = 0;
        for (const char c : text_.substr(at + 2, 4)) {
            const char lower = static_cast<char>(c | 0x20);
            const bool digit = c >= '0' && c <= '9';
            if (!digit && (lower < 'a' || lower > 'f')) return -1;
            unit = unit * 16 + (digit ? c - '0' : lower - 'a' + 10);
        }
        return unit;
    }

    void outside(char c) {
        if (c == '"') {
            in_string_ = true;
        } else if ((c >= '0' && c <= '9') || c == '-' || c == 'N' || c == 'I') {
            word();
            return;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            c = ' ';
        }
        out_ += c;
        ++at_;
    }

    void word() {
        const std::size_t end = std::min(text_.find_first_of(",]}: \t\r\n\"", at_), text_.size());
        const std::string_view word = text_.substr(at_, end - at_);
        at_ = end;
        if (word == "NaN" || word == "Infinity" || word == "-Infinity" || word == "-NaN") {
            out_ += "null";
            return;
        }
        out_ += word;
        if (word.size() > 18 &&
            word.find_first_not_of("0123456789", word.front() == '-' ? 1 : 0) == std::string_view::npos)
            out_ += "e0";
    }

    std::string_view text_;
    std::string out_;
    std::size_t at_ = 0;
    bool in_string_ = false;
};

}  // namespace

std::string repaired_json(std::string_view text) {
    std::string storage;
    return Repair(as_utf8(text, storage)).run();
}

}  // namespace broadsheet
