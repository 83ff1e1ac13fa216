// An element of XML or HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct _xmlNode;

namespace broadsheet {

// An element of a tree, which it must not outlive; or none, of which everything is empty.
class XmlNode {
public:
    XmlNode() = default;
    explicit XmlNode(const _xmlNode* node) : node_(node) {}

    explicit operator bool() const { return node_ != nullptr; }
    friend bool operator==(const XmlNode&, const XmlNode&) = default;

    // Without prefix. HTML names are in lower case.
    std::string_view name() const;
    std::string_view prefix() const;
    // By its name without prefix; empty when it is not there.
    std::string attribute(std::string_view name) const;

    // Child elements, and the first one of a name.
    std::vector<XmlNode> children() const;
    std::vector<XmlNode> children(std::string_view name) const;
    XmlNode child(std::string_view name) const;
    // The first child element of that name and that very prefix.
    XmlNode child(std::string_view name, std::string_view prefix) const;
    // The element that this one lies in; none for the root.
    XmlNode parent() const;
    // Follows names with slashes between them, the first of each.
    XmlNode at(std::string_view path) const;
    // The elements of a name below this one, in document order, at most `most`; those inside of another are
    // left out.
    std::vector<XmlNode> all(std::string_view name, std::size_t most = 1000) const;
    XmlNode first(std::string_view name) const;

    // All character data below, as it is.
    std::string text() const;
    // The same as one normalised line.
    std::string line() const;

    // An address as it is meant here: relative ones by what xml:base says; those stay relative without it.
    std::string resolved(const std::string& address) const;

    const _xmlNode* get() const { return node_; }

private:
    const _xmlNode* node_ = nullptr;
};

}  // namespace broadsheet
