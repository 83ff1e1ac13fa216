// Where the next element of interest ends, in XML that is read a window at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/records.h"

namespace broadsheet {

// The elements that hold one record each, by their names without prefix.
struct ElementNames {
    std::vector<std::string_view> names;
    bool nest = false;  // one may lie in another of its name; else a second begin tag ends the first
};

// For next_record(): finds the end of the first element of one of the names, with whatever stands before it.
// Comments, CDATA sections, processing instructions and the document type are passed over. What the markup
// says is not checked; a '<' inside a tag ends that tag, so that a lost quote spoils no more than one record.
class ElementEnd {
public:
    // The names must outlive it.
    explicit ElementEnd(const ElementNames& names) : names_(names) {}

    std::size_t operator()(std::string_view bytes, std::size_t seen);

    // Where the element begins in the bytes of a whole record; not_yet when none has begun.
    std::size_t begin() const { return begin_; }
    // The element had no end tag, another one began.
    bool unclosed() const { return unclosed_; }
    // A tag has more attributes than a person would write, which costs a parser quadratic time.
    bool overloaded() const { return overloaded_; }
    // The first begin tag of all, whatever its name, as long as it is of reasonable length; else empty.
    const std::string& root_tag() const { return root_tag_; }

private:
    enum class Inside { text, comment, cdata, instruction, doctype, subset };

    // What begins at at_, which they move on; `moved` is false when more bytes are needed first. tag()
    // returns the end of the record where the tag ends it.
    std::size_t tag(std::string_view bytes, bool& moved);
    void declaration(std::string_view bytes, bool& moved);
    bool pass_over(std::string_view bytes);

    const ElementNames& names_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;  // of the bytes at the last call
    Inside inside_ = Inside::text;
    std::size_t begin_ = not_yet;
    std::string name_;  // of the element that has begun, with its prefix
    std::size_t depth_ = 0;
    bool unclosed_ = false;
    bool overloaded_ = false;
    std::string root_tag_;
};

// The name of a begin or end tag, with its prefix; and without.
std::string_view tag_name(std::string_view tag);
std::string_view local_name(std::string_view name);

}  // namespace broadsheet
