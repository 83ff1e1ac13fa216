#include "indexer/entities/train/recipe.h"

#include <array>
#include <string>
#include <utility>

#include "indexer/entities/train/augment.h"
#include "indexer/entities/train/random.h"

namespace broadsheet::entities::train {
namespace {

struct Corpus {
    const char* file;
    std::uint8_t source;  // corpora with the same conventions share one; 0 is the project's
    bool other_is_open;   // nationalities, events and the like are not annotated, or by other rules
    bool loose;           // a document is a bag of unrelated sentences (tweets)
};

constexpr auto corpora = std::to_array<Corpus>({
    {"btc", 2, true, true},
    {"crossner", 4, false, false},
    {"ewt", 3, true, false},
    {"gum", 3, true, false},
    {"wikigold", 5, false, false},
    {"wnut", 2, false, true},
    {"news-annotated", 0, false, false},
});

GoldDocument once(GoldDocument document) {
    document.repeat = 1;
    return document;
}

}  // namespace

TrainingText prepare(const std::filesystem::path& data, const Recipe& recipe) {
    TrainingText text;
    std::vector<GoldDocument> news;
    Random random(7);
    for (const Corpus& corpus : corpora) {
        std::size_t number = 0;
        for (GoldDocument& document :
             read_corpus(data / "entities" / "train" / (std::string(corpus.file) + ".iob2"))) {
            document.source = corpus.source;
            document.other_is_open = corpus.other_is_open;
            if (corpus.loose) {
                GoldDocument bag = std::move(document);
                for (GoldSentence& sentence : bag.sentences) {
                    GoldDocument one;
                    one.source = corpus.source;
                    one.other_is_open = corpus.other_is_open;
                    one.sentences.push_back(std::move(sentence));
                    text.learnt.push_back(std::move(one));
                }
                continue;
            }
            if (corpus.source == 0) {
                if (recipe.hold_out && ++number % 10 == 0) {
                    text.held_out.push_back(std::move(document));
                    continue;
                }
                document.repeat = recipe.news_repeat;
                news.push_back(document);
            }
            text.learnt.push_back(document);
            text.learnt.push_back(once(headline_copy(document, random)));
        }
    }
    const NameStock names = collect_names(news, data / "gazetteer");
    for (std::size_t i = 0; i < news.size(); ++i) {
        text.learnt.push_back(once(hyphen_copy(news[i])));
        if (i % 2 == 0) text.learnt.push_back(once(dateline_copy(news[i], names, random)));
    }
    for (std::uint32_t i = 0; i < recipe.tables; ++i)
        text.learnt.push_back(result_table(names, random));
    return text;
}

}  // namespace broadsheet::entities::train
