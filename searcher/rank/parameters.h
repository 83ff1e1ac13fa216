// Everything that ranking depends on, in one place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/bm25.h"

namespace broadsheet {

// What makes an article similar to another one (searcher/similar). What is not here is as for a search.
struct SimilarityParameters {
    double words = 60;  // of the article that are looked for, the most telling ones
    double title = 3;   // what an occurrence in the title counts
    double lead = 0.5;  // what one in the first sentences counts beside being one in the text
    double body = 1;    // what one in the text counts
    double b = 0.75;    // BM25's: with so many words, long articles have to be held back more

    double depth = 200;     // hits that are looked at a second time
    double entities = 0;    // people, organisations and places that both have
    double recency = 0;     // part of its score that an article loses that lies far away in time
    double half_life = 90;  // days in which half of that is lost
};

struct RankingParameters {
    Bm25Parameters bm25;

    // The words of the query.
    double k3 = 2;                // how much a word counts that the query repeats; 0: as if once
    double function_words = 0.1;  // what words like "the" weigh beside others
    double forms = 0.5;  // what another form of something (synonyms, names) weighs beside the one typed

    // The second look at the first hits (second_look.h): factors of its parts.
    double depth = 200;  // hits that are looked at; the others keep their places behind them
    double title = 0.3;
    double whole_title = 0.3;
    double proximity = 0.4;
    double phrases = 0.2;
    double entities = 0.4;

    // Expansion (expansion.h).
    double expansion = 0;           // 0 never, 1 where it promises to help, 2 always
    double feedback_articles = 10;  // first hits that are read for it
    double feedback_words = 20;     // added at most
    double feedback_share = 0.8;    // weight of the best of them, beside 1 for a word of the query
    double evenness = 0.95;         // of the first hits that promises help (Feedback::is_promising)

    // --sort recent (recency.h).
    double recency = 0.5;   // part of its score that an old article loses
    double half_life = 30;  // days in which half of that is lost

    SimilarityParameters similarity;
};

// A parameter as options name it.
struct RankingParameter {
    std::string_view name;
    double least;
    double most;
    std::string_view help;
    double& (*of)(RankingParameters& parameters);
};

const std::vector<RankingParameter>& ranking_parameters();

// The parameter of that name. Throws Error(usage).
const RankingParameter& ranking_parameter(std::string_view name);

// BM25 as textbooks have it (k1 1.2, b 0.75) and nothing else: the floor that ranking is compared with.
RankingParameters plain_bm25();

// `usual` changed by `settings`: NAME=VALUE, several with commas or blanks between them; "plain" stands for
// plain_bm25(). Throws Error(usage) for an unknown name and for a value out of range.
RankingParameters read_ranking(std::string_view settings, RankingParameters usual = {});

// The settings by which `parameters` differ from the usual ones, as read_ranking() reads them; "usual" for
// none.
std::string to_text(const RankingParameters& parameters);

}  // namespace broadsheet
