#include "corpus/html/selection.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "corpus/html/naming.h"

namespace broadsheet {

namespace {

double worth(const TextBlock& block) {
    const double links = block.link_share();
    const double size = block.size;
    if (block.heading) return links > 0.5 ? -10 : 0;
    if (links > 0.5) return -15 - 0.2 * std::min(size, 200.0);
    const double trust = block.item ? 0.4 : 1;  // teasers of other articles are items of lists
    if (block.sentence && size >= 60) return trust * std::min(size, 1500.0) * (1 - links);
    if (block.sentence && size >= 25) return 0.5 * trust * size * (1 - links);
    return -8;
}

double faith(const HtmlDocument& document, NodeId node) {
    const Naming naming =
        naming_of(document.attribute(node, "class")) | naming_of(document.attribute(node, "id"));
    double factor = 1;
    if (document.attribute(node, "itemprop").find("articleBody") != std::string_view::npos)
        factor = 1.5;
    else if (naming.content)
        factor = 1.25;
    else if (document.tag(node) == GUMBO_TAG_ARTICLE)
        factor = 1.15;
    else if (document.tag(node) == GUMBO_TAG_MAIN)
        factor = 1.05;
    return factor;
}

// What a block counts for an element is less for each element between the two: a text that is spread over a
// page belongs together less than one whose paragraphs are neighbours.
constexpr double nearness = 0.9;

// What lies in an element, and what speaks against it.
struct Sums {
    double near = 0;
    double good = 0;
    double bad = 0;
};

bool are_alike(const HtmlDocument& document, NodeId a, NodeId b) {
    return document.tag(a) == document.tag(b) && document.tag(a) != GUMBO_TAG_LI &&
           document.attribute(a, "class") == document.attribute(b, "class") &&
           document.attribute(a, "id").empty() == document.attribute(b, "id").empty();
}

// An article in sections, one of which is `best`: goes up to what holds several that are alike.
NodeId with_other_sections(const HtmlDocument& document, const std::vector<Sums>& sums, NodeId best) {
    constexpr double worth_it = 0.1;
    constexpr double pure = 0.8;
    NodeId whole = best;
    NodeId section = best;
    for (NodeId node = document.parent(best); node != no_node; section = node, node = document.parent(node)) {
        Sums alike;
        for (NodeId child = node + 1; child < document.end(node); child = document.end(child)) {
            if (child == section || document.is_text(child) || !are_alike(document, child, section)) continue;
            if (sums[child].near <= 0) continue;
            alike.good += sums[child].good;
            alike.bad += sums[child].bad;
        }
        if (alike.good > worth_it * sums[best].good && alike.good > pure * (alike.good + alike.bad))
            whole = node;
    }
    return whole;
}

}  // namespace

NodeId best_element(const HtmlDocument& document, const PageBlocks& blocks) {
    std::vector<Sums> sums(document.size());
    for (const TextBlock& block : blocks.all()) {
        const double value = worth(block);
        Sums& owner = sums[block.owner];
        owner.near += value;
        (value > 0 ? owner.good : owner.bad) += std::abs(value);
    }
    NodeId best = no_node;
    double most = 0;
    for (NodeId node = document.size(); node-- > 0;) {
        if (document.is_text(node) || blocks.begin(node) == blocks.end(node)) continue;
        if (const NodeId parent = document.parent(node); parent != no_node) {
            sums[parent].near += nearness * sums[node].near;
            sums[parent].good += sums[node].good;
            sums[parent].bad += sums[node].bad;
        }
        const double sum = sums[node].near * faith(document, node);
        if (sum > most) {
            best = node;
            most = sum;
        }
    }
    return best == no_node ? best : with_other_sections(document, sums, best);
}

}  // namespace broadsheet
