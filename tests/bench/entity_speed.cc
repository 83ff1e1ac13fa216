// How fast text becomes entities, on one core:
//
//     bench-entities SOURCE...
//
// reads the articles into memory, then prints processor time and bytes of title and body a second for the
// recogniser alone, for recognising and resolving places, and for everything up to united, resolved, weighed
// entities.
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "indexer/entities/annotator.h"

namespace {

using broadsheet::Article;

constexpr std::size_t batch_articles = 64;  // about what the indexer's threads take at a time

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <typename Work>
void measure(const char* what, std::size_t bytes, const Work& work) {
    const double begin = processor_seconds();
    const std::size_t found = work();
    const double seconds = processor_seconds() - begin;
    std::cout << what << ": " << seconds << " s, " << static_cast<double>(bytes) / 1e6 / seconds << " MB/s, "
              << found << " found\n";
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<Article> articles;
    std::size_t bytes = 0;
    broadsheet::Receiver receiver;
    receiver.article = [&](Article&& article) {
        bytes += article.title.size() + article.body.size();
        articles.push_back(std::move(article));
        return true;
    };
    receiver.problem = [](const broadsheet::Problem&) { return true; };
    broadsheet::ReadTotals totals;
    broadsheet::read_sources({argv + 1, argv + argc}, {}, std::cin, receiver, totals);

    double begin = processor_seconds();
    const broadsheet::entities::Knowledge knowledge = broadsheet::entities::built_in_knowledge();
    std::cout << "loaded in " << (processor_seconds() - begin) * 1e3 << " ms; " << articles.size()
              << " articles, " << static_cast<double>(bytes) / 1e6 << " MB\n";

    measure("names", bytes, [&] {
        std::size_t found = 0;
        broadsheet::entities::Recogniser recogniser(knowledge.model);
        for (const Article& article : articles)
            found += recogniser.recognise(article.title, article.body).size();
        return found;
    });
    measure("names and places", bytes, [&] {
        std::size_t found = 0;
        broadsheet::entities::Recogniser recogniser(knowledge.model);
        broadsheet::entities::PlaceResolver resolver(knowledge.gazetteer);
        for (const Article& article : articles) {
            const auto mentions = recogniser.recognise(article.title, article.body);
            found += resolver.resolve(article.title, article.body, mentions, article.places, nullptr)
                         .mentions.size();
        }
        return found;
    });
    measure("entities", bytes, [&] {
        std::size_t found = 0;
        broadsheet::entities::Annotator annotator(knowledge);
        std::vector<const Article*> batch;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            batch.push_back(&articles[i]);
            if (batch.size() < batch_articles && i + 1 < articles.size()) continue;
            for (const auto& each : annotator.annotate(batch))
                found += each.entities.size();
            batch.clear();
        }
        return found;
    });
}
