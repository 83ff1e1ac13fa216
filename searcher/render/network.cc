#include "searcher/render/network.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "searcher/render/atom.h"
#include "searcher/render/csv.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;

std::string data(std::string_view key, const std::string& value) {
    return fmt::format("<data key=\"{}\">{}</data>", key, value);
}

std::string node_name(std::size_t node) {
    return fmt::format("n{}", node);
}

}  // namespace

void print_text(const Network& network, const Style& style, std::ostream& out) {
    for (const NetworkEdge& edge : network.edges) {
        out << fmt::format("{:>9}  {} - {}\n", with_commas(edge.count),
                           printable(network.nodes[edge.from].value),
                           printable(network.nodes[edge.to].value));
    }
    out << style.bold(fmt::format("{} articles, {} names, {} pairs", with_commas(network.articles),
                                  with_commas(network.nodes.size()), with_commas(network.edges.size())))
        << '\n';
}

nlohmann::ordered_json to_json(const Network& network) {
    Json nodes = Json::array();
    for (const NetworkNode& node : network.nodes)
        nodes.push_back({{"id", node.id},
                         {"field", field(node.field).name},
                         {"value", node.value},
                         {"count", node.count}});
    Json edges = Json::array();
    for (const NetworkEdge& edge : network.edges) {
        edges.push_back({{"from", network.nodes[edge.from].id},
                         {"to", network.nodes[edge.to].id},
                         {"count", edge.count},
                         {"score", shown_score(edge.score)}});
    }
    return {{"articles", network.articles}, {"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
}

void print_csv(const Network& network, std::ostream& out) {
    out << "from_field,from,to_field,to,count,score\r\n";
    for (const NetworkEdge& edge : network.edges) {
        const NetworkNode& from = network.nodes[edge.from];
        const NetworkNode& to = network.nodes[edge.to];
        out << fmt::format("{},{},{},{},{},{}\r\n", field(from.field).name, csv_quoted(from.value),
                           field(to.field).name, csv_quoted(to.value), edge.count, shown_score(edge.score));
    }
}

void print_graphml(const Network& network, std::ostream& out) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
           "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
           "<key id=\"field\" for=\"node\" attr.name=\"field\" attr.type=\"string\"/>\n"
           "<key id=\"entity\" for=\"node\" attr.name=\"entity\" attr.type=\"string\"/>\n"
           "<key id=\"count\" for=\"node\" attr.name=\"count\" attr.type=\"long\"/>\n"
           "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>\n"
           "<key id=\"score\" for=\"edge\" attr.name=\"score\" attr.type=\"double\"/>\n"
           "<graph edgedefault=\"undirected\">\n";
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const NetworkNode& node = network.nodes[i];
        out << fmt::format("<node id=\"{}\">{}{}{}{}</node>\n", node_name(i),
                           data("label", xml_escaped(node.value)),
                           data("field", std::string(field(node.field).name)), data("entity", node.id),
                           data("count", std::to_string(node.count)));
    }
    for (const NetworkEdge& edge : network.edges) {
        out << fmt::format("<edge source=\"{}\" target=\"{}\">{}{}</edge>\n", node_name(edge.from),
                           node_name(edge.to), data("weight", std::to_string(edge.count)),
                           data("score", fmt::format("{}", shown_score(edge.score))));
    }
    out << "</graph>\n</graphml>\n";
}

}  // namespace broadsheet
