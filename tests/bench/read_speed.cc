// bench-read [SOURCE...]: how fast collections are read, before anything is analysed; one line a source. By
// processor time, so that what else the machine does is not counted.
// Without sources, collections of made-up articles in every format of any size, in memory.
#include <fmt/format.h>

#include <ctime>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>

#include "corpus/reader.h"
#include "schema/error.h"

namespace {

using broadsheet::Article;
using broadsheet::Problem;

void measure(const std::string& name, const std::vector<std::string>& sources, const std::string& format,
             std::istream& standard_input) {
    broadsheet::ReadOptions options;
    options.format = format;
    broadsheet::ReadTotals totals;
    std::uint64_t articles = 0;
    std::uint64_t text = 0;
    std::uint64_t problems = 0;
    const broadsheet::Receiver receiver{[&](Article&& article) {
                                            ++articles;
                                            text += article.title.size() + article.body.size();
                                            return true;
                                        },
                                        [&](const Problem&) {
                                            ++problems;
                                            return true;
                                        }};
    const std::clock_t begin = std::clock();
    broadsheet::read_sources(sources, options, standard_input, receiver, totals);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    const double megabytes = static_cast<double>(totals.bytes) / 1e6;
    std::cout << fmt::format(
        "{:12} {:8} articles {:4} problems {:7.1f} MB, of them {:5.1f} text {:8.0f} articles/s {:6.0f} "
        "MB/s\n",
        name, articles, problems, megabytes, static_cast<double>(text) / 1e6,
        static_cast<double>(articles) / seconds, megabytes / seconds);
}

// Paragraphs of words that are none, 2.8 KB as news articles have it.
std::string paragraphs(int seed, const std::string& before, const std::string& after) {
    std::string text;
    for (int paragraph = 0; paragraph < 10; ++paragraph) {
        text += before;
        for (int word = 0; word < 45; ++word)
            text += fmt::format("{}w{:x} ", word % 12 == 0 ? "The " : "",
                                (seed * 7919 + paragraph * 131 + word * 31) % 50000);
        text += "end." + after;
    }
    return text;
}

struct Made {
    std::string begin;
    std::function<std::string(int)> record;
    std::string end;
};

std::string http(const std::string& body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
}

std::map<std::string, Made> made() {
    const auto p = [](int i) { return paragraphs(i, "<p>", "</p>\n"); };
    const auto lines = [](int i) { return paragraphs(i, "   ", "\n"); };
    std::map<std::string, Made> formats;
    formats["jsonl"] = {
        "",
        [](int i) {
            return fmt::format(
                       R"({{"id":"{0}","title":"Headline {0}","text":"{1}","date":"2024-01-24","source":"Post","authors":["Jane Doe"]}})",
                       i, paragraphs(i, "", "\\n\\n")) +
                   "\n";
        },
        ""};
    formats["csv"] = {"id,title,text,date\n",
                      [](int i) {
                          return fmt::format("{0},Headline {0},\"{1}\",2024-01-24\n", i,
                                             paragraphs(i, "", "\n\n"));
                      },
                      ""};
    formats["feed"] = {
        "<rss><channel><title>Post</title>",
        [p](int i) {
            return fmt::format(
                "<item><title>Headline {0}</title><link>https://example.org/{0}</link><pubDate>Wed, 24 Jan "
                "2024 10:15:30 GMT</pubDate><description><![CDATA[{1}]]></description></item>",
                i, p(i));
        },
        "</channel></rss>"};
    formats["nitf"] = {
        "",
        [p](int i) {
            return fmt::format(
                "<nitf><head><docdata><doc-id "
                "id-string=\"x:{0}\"/></docdata></head><body><body.head><hedline><hl1>Headline "
                "{0}</hl1></hedline></body.head><body.content>{1}</body.content></body></nitf>\n",
                i, p(i));
        },
        ""};
    formats["newsml-g2"] = {"<newsMessage><itemSet>",
                            [p](int i) {
                                return fmt::format(
                                    "<newsItem guid=\"x:{0}\"><contentMeta><headline>Headline "
                                    "{0}</headline></contentMeta><contentSet><inlineXML><html><body>{1}</"
                                    "body></html></inlineXML></contentSet></newsItem>",
                                    i, p(i));
                            },
                            "</itemSet></newsMessage>"};
    formats["mediawiki"] = {
        "<mediawiki>",
        [](int i) {
            return fmt::format(
                "<page><title>Headline "
                "{0}</title><ns>0</ns><id>{0}</id><revision><text>{1}[[Category:X]]</text></revision></page>",
                i, paragraphs(i, "'''The''' [[link]] ", "\n\n"));
        },
        "</mediawiki>"};
    formats["xml"] = {"<archive>",
                      [p](int i) {
                          return fmt::format(
                              "<story docid=\"{0}\"><headline>Headline "
                              "{0}</headline><date>2024-01-24</date><content>{1}</content></story>",
                              i, p(i));
                      },
                      "</archive>"};
    formats["trec"] = {
        "",
        [lines](int i) {
            return fmt::format(
                "<DOC><DOCNO>AP880212-{0:04}</DOCNO><HEAD>Headline {0}</HEAD><TEXT>\n{1}</TEXT></DOC>\n", i,
                lines(i));
        },
        ""};
    formats["warc"] = {
        "",
        [p](int i) {
            const std::string page = http(fmt::format(
                "<html><head><title>Headline {}</title></head><body><article>{}</article></body></html>", i,
                p(i)));
            return fmt::format(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                "https://example.org/{}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
                i, page.size(), page);
        },
        ""};
    formats["mail"] = {"",
                       [lines](int i) {
                           return fmt::format(
                               "From x Wed Jan 24 10:15:30 2024\nFrom: Jane <j@example.org>\nTo: "
                               "x@example.org\nMessage-ID: <{0}@x>\nSubject: Headline {0}\n\n{1}\n",
                               i, lines(i));
                       },
                       ""};
    formats["wire"] = {"",
                       [lines](int i) {
                           return fmt::format(
                               "\x01"
                               "exa{0} 4 i 211  exa 061\r\n\x02"
                               "Headline {0} =\r\n\r\n{1}\x03"
                               "131137 GMT Nov 13\r\n\x04",
                               i, lines(i));
                       },
                       ""};
    return formats;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        for (int i = 1; i < argc; ++i)
            measure(argv[i], {argv[i]}, "", std::cin);
        if (argc > 1) return 0;
        for (const auto& [name, format] : made()) {
            constexpr std::size_t wanted = std::size_t{100} << 20;
            std::string collection = format.begin;
            for (int i = 0; collection.size() < wanted; ++i)
                collection += format.record(i);
            collection += format.end;
            std::istringstream stream(std::move(collection));
            measure(name, {"-"}, name, stream);
        }
    } catch (const broadsheet::Error& error) {
        std::cerr << "bench-read: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
