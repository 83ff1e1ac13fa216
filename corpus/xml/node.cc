#include "corpus/xml/node.h"

#include <libxml/tree.h>
#include <libxml/uri.h>

#include <algorithm>
#include <memory>

#include "corpus/normalise.h"

namespace broadsheet {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view local_part(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

struct FreeText {
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using XmlText = std::unique_ptr<xmlChar, FreeText>;

xmlNode* next_element(xmlNode* node) {
    while (node != nullptr && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

// Visits the nodes below `top` in document order. `visit` says whether to go on below the node, too.
template <typename Visit>
void walk(const xmlNode* top, Visit visit) {
    const xmlNode* node = top == nullptr ? nullptr : top->children;
    while (node != nullptr) {
        if (visit(*node) && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != top && node->next == nullptr)
            node = node->parent;
        if (node == top) return;
        node = node->next;
    }
}

}  // namespace

std::string_view XmlNode::name() const {
    return node_ == nullptr ? std::string_view{} : local_part(view(node_->name));
}

std::string_view XmlNode::prefix() const {
    if (node_ == nullptr) return {};
    if (node_->ns != nullptr) return view(node_->ns->prefix);
    const std::string_view whole = view(node_->name);
    const std::size_t colon = whole.find(':');
    return colon == std::string_view::npos ? std::string_view{} : whole.substr(0, colon);
}

std::string XmlNode::attribute(std::string_view name) const {
    if (node_ == nullptr) return {};
    for (const xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next) {
        if (local_part(view(attribute->name)) != name) continue;
        std::string value;
        for (const xmlNode* part = attribute->children; part != nullptr; part = part->next)
            value += view(part->content);
        return value;
    }
    return {};
}

std::vector<XmlNode> XmlNode::children() const {
    std::vector<XmlNode> found;
    if (node_ == nullptr) return found;
    for (xmlNode* child = next_element(node_->children); child != nullptr; child = next_element(child->next))
        found.emplace_back(child);
    return found;
}

std::vector<XmlNode> XmlNode::children(std::string_view name) const {
    std::vector<XmlNode> found = children();
    std::erase_if(found, [&](const XmlNode& child) { return child.name() != name; });
    return found;
}

XmlNode XmlNode::child(std::string_view name) const {
    if (node_ == nullptr) return {};
    for (xmlNode* child = next_element(node_->children); child != nullptr;
         child = next_element(child->next)) {
        if (local_part(view(child->name)) == name) return XmlNode(child);
    }
    return {};
}

XmlNode XmlNode::child(std::string_view name, std::string_view prefix) const {
    for (const XmlNode child : children(name)) {
        if (child.prefix() == prefix) return child;
    }
    return {};
}

XmlNode XmlNode::parent() const {
    const bool inside =
        node_ != nullptr && node_->parent != nullptr && node_->parent->type == XML_ELEMENT_NODE;
    return inside ? XmlNode(node_->parent) : XmlNode{};
}

XmlNode XmlNode::at(std::string_view path) const {
    XmlNode node = *this;
    while (!path.empty() && node) {
        const std::size_t end = std::min(path.find('/'), path.size());
        node = node.child(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return node;
}

std::vector<XmlNode> XmlNode::all(std::string_view name, std::size_t most) const {
    std::vector<XmlNode> found;
    walk(node_, [&](const xmlNode& node) {
        if (found.size() == most) return false;
        if (node.type != XML_ELEMENT_NODE || local_part(view(node.name)) != name) return true;
        found.emplace_back(&node);
        return false;
    });
    return found;
}

XmlNode XmlNode::first(std::string_view name) const {
    const std::vector<XmlNode> found = all(name, 1);
    return found.empty() ? XmlNode{} : found.front();
}

std::string XmlNode::text() const {
    std::string text;
    walk(node_, [&](const xmlNode& node) {
        if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) text += view(node.content);
        return true;
    });
    return text;
}

std::string XmlNode::line() const {
    return normalise_line(text());
}

std::string XmlNode::resolved(const std::string& address) const {
    constexpr std::size_t longest = 4096;
    if (node_ == nullptr || address.find("://") != std::string::npos || address.size() > longest)
        return address;
    const XmlText base(xmlNodeGetBase(node_->doc, node_));
    if (view(base.get()).empty()) return address;
    const XmlText whole(xmlBuildURI(reinterpret_cast<const xmlChar*>(address.c_str()), base.get()));
    return whole ? std::string(view(whole.get())) : address;
}

}  // namespace broadsheet
