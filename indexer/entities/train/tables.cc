// Datelines and result tables as agencies send them, filled with random names.
#include "indexer/entities/train/augment.h"

namespace broadsheet::entities::train {
namespace {

class Writer {
public:
    Writer(const NameStock& names, Random& random) : names_(names), random_(random) {}

    void word(const std::string& token) { sentence_.tokens.push_back(token); }
    template <class... Words>
    void words(const Words&... tokens) {
        (word(tokens), ...);
    }
    void name(const std::vector<std::string>& tokens, Kind kind, bool capitals = false) {
        const auto first = static_cast<std::uint32_t>(sentence_.tokens.size());
        for (std::string token : tokens) {
            if (capitals)
                for (char& c : token)
                    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
            word(token);
        }
        sentence_.spans.push_back({first, static_cast<std::uint32_t>(sentence_.tokens.size() - 1), kind});
    }
    template <class List>
    const auto& pick(const List& list) {
        return list[random_.below(static_cast<std::uint32_t>(list.size()))];
    }
    std::string number(std::uint32_t bound) { return std::to_string(random_.below(bound)); }

    void person() { name(pick(names_.people), Kind::person); }
    void initialled() {
        name({std::string(1, static_cast<char>('A' + random_.below(26))) + ".", pick(names_.surnames)},
             Kind::person);
    }
    void surname() { name({pick(names_.surnames)}, Kind::person); }
    void country(bool capitals = false) { name(pick(names_.countries), Kind::place, capitals); }
    void bracketed_country() {
        word("(");
        country();
        word(")");
    }
    void city(bool capitals = false) { name(pick(names_.cities), Kind::place, capitals); }
    std::vector<std::string> team() { return random_.chance(70) ? pick(names_.cities) : pick(names_.clubs); }
    void club(bool capitals = false) { name(team(), Kind::organisation, capitals); }
    std::string date() {
        static const std::vector<std::string> months = {"Jan",  "Feb", "March", "April", "May", "June",
                                                        "July", "Aug", "Sept",  "Oct",   "Nov", "Dec"};
        return pick(months) + (random_.chance(30) ? "." : "");
    }
    std::string iso_date() {
        return std::to_string(1990 + random_.below(30)) + "-0" + std::to_string(1 + random_.below(9)) + "-" +
               std::to_string(10 + random_.below(20));
    }
    std::string sport(bool capitals = true) {
        static const std::vector<std::string> sports = {
            "Soccer",   "Cricket", "Tennis", "Baseball", "Basketball", "Golf",      "Cycling",   "Athletics",
            "Swimming", "Rugby",   "Hockey", "Boxing",   "Skiing",     "Badminton", "Volleyball"};
        std::string sport = pick(sports);
        if (capitals)
            for (char& c : sport)
                if (c >= 'a') c = static_cast<char>(c - 32);
        return sport;
    }
    bool chance(std::uint32_t percent) { return random_.chance(percent); }
    std::uint32_t below(std::uint32_t bound) { return random_.below(bound); }

    void line() {
        if (!sentence_.tokens.empty()) document_.sentences.push_back(std::move(sentence_));
        sentence_ = {};
    }
    GoldSentence& sentence() { return sentence_; }
    GoldDocument take() {
        line();
        return std::move(document_);
    }

private:
    const NameStock& names_;
    Random& random_;
    GoldSentence sentence_;
    GoldDocument document_;
};

void headline(Writer& out) {
    out.words(out.sport(), std::string("-"));
    switch (out.below(4)) {
        case 0:
            out.club(true), out.words(std::string("BEAT")), out.club(true),
                out.words(std::string("IN"), std::string("CUP"));
            break;
        case 1:
            out.country(true), out.words(std::string("WIN"), std::string("FIRST"), std::string("TEST"));
            break;
        case 2:
            out.words(std::string("RESULTS"), std::string("OF"), std::string("LEAGUE"), std::string("GAMES"));
            break;
        default:
            out.name({out.sentence().tokens[0]}, Kind::other), out.sentence().tokens.pop_back(),
                out.sentence().spans.pop_back(),
                out.words(std::string("CUP"), std::string("STANDINGS"), std::string("AFTER")),
                out.country(true), out.words(std::string("MATCH"));
    }
    out.word(".");
    out.line();
    out.city(true);
    if (out.chance(30)) {
        out.word(",");
        out.country();
    }
    out.word(out.iso_date());
    out.line();
}

// One row of a table of the given form.
void row(Writer& out, std::uint32_t form, std::uint32_t rank) {
    const std::string place = std::to_string(rank) + (out.chance(80) ? "." : "");
    const auto score = [&] { return out.number(8) + "-" + out.number(8); };
    switch (form) {
        case 0:  // Pohang 3 Ulsan 2
            out.club(), out.word(out.number(9)), out.club(), out.word(out.number(9));
            if (out.chance(40))
                out.words(std::string("("), std::string("halftime"), score(), std::string(")"));
            break;
        case 1:  // a league table
            out.club();
            for (int k = 0; k < 7; ++k)
                out.word(out.number(60));
            break;
        case 2:  // 1. Name (Country) 3:31.526
            out.word(place), out.person(), out.bracketed_country();
            out.word(out.number(60) + "." + out.number(99));
            break;
        case 3:  // tennis
            if (out.chance(50)) out.word(out.number(16));
            if (out.chance(50)) out.words(std::string("-"));
            out.person(), out.bracketed_country(), out.word("beat");
            if (out.chance(40)) out.words(out.number(16), std::string("-"));
            out.person(), out.bracketed_country(), out.words(score(), score());
            break;
        case 4:  // golf
            out.word(std::to_string(64 + out.below(90)));
            out.person();
            if (out.chance(60)) out.bracketed_country();
            out.words(out.number(80), out.number(80));
            break;
        case 5:  // cricket
            if (out.chance(50))
                out.person();
            else
                out.initialled();
            out.word(out.chance(50) ? "c" : "lbw");
            if (out.sentence().tokens.back() == "c") out.surname();
            out.word("b"), out.surname(), out.word(out.number(120));
            break;
        case 6:  // bowling
            out.words(std::string("Bowling"), std::string(":"));
            for (std::uint32_t k = 0; k < 3; ++k) {
                if (out.chance(60))
                    out.surname();
                else
                    out.initialled();
                out.words(out.number(20) + "-" + out.number(9) + "-" + out.number(80) + "-" + out.number(6),
                          std::string(","));
            }
            break;
        case 7:  // fixtures
            out.club(out.chance(60)), out.word(out.chance(70) ? "AT" : "at"), out.city(out.chance(60));
            break;
        case 8:  // scorers
            out.word("Scorers"), out.word(":"), out.surname(), out.word(out.number(90)), out.word(","),
                out.surname(), out.word(out.number(90));
            break;
        case 9:  // national teams
            out.country(), out.word(out.number(9)), out.country(), out.word(out.number(9));
            break;
        case 10:  // Name ( Team ) vs
            out.word(place), out.person(), out.word("("), out.club(),
                out.words(std::string(")"), out.number(400));
            break;
        case 11:  // squads
            out.country(), out.words(std::string("-"));
            for (int k = 0; k < 5; ++k)
                out.person(), out.word(",");
            break;
        case 12:  // stage results: Name ( Country ) Team time
            out.word(place), out.person(), out.bracketed_country();
            out.club();
            out.words(out.number(3) + ":" + out.number(60));
            break;
        default:  // substitutions and line-ups: 12 - Name
            out.words(out.number(23), std::string("-")), out.person();
            if (out.chance(50)) out.words(std::string(","), out.number(23), std::string("-")), out.person();
    }
    out.line();
}

}  // namespace

GoldDocument result_table(const NameStock& names, Random& random) {
    Writer out(names, random);
    headline(out);
    const std::uint32_t blocks = 1 + random.below(2);
    for (std::uint32_t block = 0; block < blocks; ++block) {
        const std::uint32_t form = random.below(14);
        const std::uint32_t rows = 3 + random.below(8);
        for (std::uint32_t rank = 1; rank <= rows; ++rank)
            row(out, form, rank);
    }
    return out.take();
}

GoldDocument dateline_copy(const GoldDocument& document, const NameStock& names, Random& random) {
    static const std::vector<std::string> agencies = {"Reuters", "AP",   "AFP", "Xinhua", "UPI",
                                                      "dpa",     "TASS", "CNN", "PTI"};
    GoldDocument copy = document;
    bool done = false;
    for (std::size_t i = 0; i < copy.sentences.size(); ++i) {
        GoldSentence& sentence = copy.sentences[i];
        sentence.context_only = true;
        if (done || sentence.tokens.size() < 10) continue;
        done = true;
        Writer out(names, random);
        const bool capitals = random.chance(85);
        out.city(capitals);
        if (random.chance(35)) {
            out.word(",");
            out.country();
        }
        if (random.chance(20)) {
            out.word(out.iso_date());
            out.line();
        } else {
            if (random.chance(60))
                out.words(std::string(","), out.date(), std::to_string(1 + random.below(30)));
            const std::string agency = out.pick(agencies);
            if (random.chance(85)) {
                out.word("(");
                out.name({agency}, Kind::organisation);
                out.word(")");
            }
            out.word(random.chance(60) ? "-" : "--");
        }
        GoldDocument head = out.take();
        if (head.sentences.size() == 1 && head.sentences[0].tokens.back().starts_with('-')) {
            GoldSentence joined = std::move(head.sentences[0]);
            const auto shift = static_cast<std::uint32_t>(joined.tokens.size());
            joined.tokens.insert(joined.tokens.end(), sentence.tokens.begin(), sentence.tokens.end());
            for (Span span : sentence.spans) {
                span.first += shift;
                span.last += shift;
                joined.spans.push_back(span);
            }
            sentence = std::move(joined);
            sentence.context_only = false;
        } else {
            copy.sentences.insert(copy.sentences.begin() + static_cast<std::ptrdiff_t>(i), head.sentences[0]);
            ++i;
        }
    }
    return copy;
}

}  // namespace broadsheet::entities::train
