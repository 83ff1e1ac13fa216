#include "indexer/entities/train/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <tuple>

#include "indexer/entities/document_rules.h"
#include "indexer/entities/recogniser.h"
#include "indexer/entities/tagging/tagger.h"

namespace broadsheet::entities::train {
namespace {

using Name = std::pair<std::string, Kind>;

std::set<Name> names_of(const std::vector<std::string>& tokens, const std::vector<Span>& spans) {
    std::set<Name> names;
    for (const Span& span : spans) {
        if (span.kind == Kind::other) continue;
        std::string text;
        for (std::uint32_t i = span.first; i <= span.last; ++i)
            text += (i > span.first ? " " : "") + tokens[i];
        names.emplace(std::move(text), span.kind);
    }
    return names;
}

void count_sets(const std::set<Name>& wanted, const std::set<Name>& found, Count& sets) {
    sets.gold += wanted.size();
    sets.found += found.size();
    for (const Name& name : found)
        sets.right += wanted.contains(name) ? 1 : 0;
}

}  // namespace

Evaluation evaluate(const Model& model, const std::vector<GoldDocument>& documents) {
    Evaluation result;
    Tagger tagger(model);
    DocumentRules rules;
    Document document;
    for (const GoldDocument& gold : documents) {
        tagger.forget_if_full();
        document.clear();
        std::vector<Span> wanted;
        std::vector<std::string> tokens;
        for (const GoldSentence& sentence : gold.sentences) {
            for (Span span : sentence.spans) {
                span.first += static_cast<std::uint32_t>(tokens.size());
                span.last += static_cast<std::uint32_t>(tokens.size());
                wanted.push_back(span);
            }
            for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
                document.add(tagger.words().intern(sentence.tokens[i]), i == 0);
                tokens.push_back(sentence.tokens[i]);
            }
        }
        std::vector<Span> found;
        tagger.tag(document, found);
        rules.apply(document, tagger.words(), found);
        const auto less = [](const Span& a, const Span& b) {
            return std::tie(a.first, a.last, a.kind) < std::tie(b.first, b.last, b.kind);
        };
        std::sort(wanted.begin(), wanted.end(), less);
        for (const Span& span : wanted)
            if (span.kind != Kind::other) ++result.kinds[static_cast<std::size_t>(span.kind)].gold;
        for (const Span& span : found) {
            if (span.kind == Kind::other) continue;
            Count& count = result.kinds[static_cast<std::size_t>(span.kind)];
            ++count.found;
            if (std::binary_search(wanted.begin(), wanted.end(), span, less)) ++count.right;
        }
        const std::set<Name> wanted_names = names_of(tokens, wanted);
        const std::set<Name> found_names = names_of(tokens, found);
        count_sets(wanted_names, found_names, result.sets);
    }
    for (const Count& count : result.kinds)
        result.all += count;
    return result;
}

std::string text_of(const GoldDocument& document,
                    std::vector<std::pair<std::uint32_t, std::uint32_t>>* ranges) {
    const auto one_of = [](const std::string& token, std::initializer_list<std::string_view> list) {
        return std::find(list.begin(), list.end(), token) != list.end();
    };
    std::string text;
    for (const GoldSentence& sentence : document.sentences) {
        if (!text.empty()) text += "\n\n";
        bool quoted = false;
        bool glue = true;  // no space before the next token
        for (const std::string& token : sentence.tokens) {
            bool no_space = glue || one_of(token, {",", ".", ";", ":", "?", "!", ")", "%", "'s", "'S", "'",
                                                   "n't", "'re", "'ve", "'ll", "'m"});
            glue = one_of(token, {"(", "$"});
            if (token == "\"") {
                no_space = no_space || quoted;
                glue = !quoted;
                quoted = !quoted;
            }
            if (!no_space) text += ' ';
            const auto begin = static_cast<std::uint32_t>(text.size());
            text += token;
            if (ranges != nullptr) ranges->emplace_back(begin, static_cast<std::uint32_t>(text.size()));
        }
    }
    return text;
}

Evaluation evaluate_text(const Model& model, const std::vector<GoldDocument>& documents) {
    Evaluation result;
    Recogniser recogniser(model);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
    for (const GoldDocument& gold : documents) {
        ranges.clear();
        const std::string text = text_of(gold, &ranges);
        std::set<std::tuple<std::uint32_t, std::uint32_t, std::size_t>> wanted;
        std::set<Name> wanted_names;
        std::set<Name> found_names;
        std::size_t offset = 0;
        for (const GoldSentence& sentence : gold.sentences) {
            for (const Span& span : sentence.spans) {
                if (span.kind == Kind::other) continue;
                const std::uint32_t begin = ranges[offset + span.first].first;
                const std::uint32_t end = ranges[offset + span.last].second;
                wanted.emplace(begin, end, static_cast<std::size_t>(span.kind));
                wanted_names.emplace(text.substr(begin, end - begin), span.kind);
                ++result.kinds[static_cast<std::size_t>(span.kind)].gold;
            }
            offset += sentence.tokens.size();
        }
        for (const Mention& mention : recogniser.recognise({}, text)) {
            const auto kind = static_cast<std::size_t>(mention.type);
            ++result.kinds[kind].found;
            if (wanted.contains({mention.begin, mention.end, kind})) ++result.kinds[kind].right;
            found_names.emplace(text.substr(mention.begin, mention.end - mention.begin),
                                static_cast<Kind>(mention.type));
        }
        count_sets(wanted_names, found_names, result.sets);
    }
    for (const Count& count : result.kinds)
        result.all += count;
    return result;
}

void print(std::ostream& out, std::string_view name, const Evaluation& evaluation) {
    out << fmt::format(
        "{:<24} F1 {:.2f} (P {:.2f} R {:.2f})  PER {:.2f}  ORG {:.2f}  LOC {:.2f}  document sets {:.2f}\n",
        name, evaluation.all.f1(), evaluation.all.precision(), evaluation.all.recall(),
        evaluation.kinds[0].f1(), evaluation.kinds[1].f1(), evaluation.kinds[2].f1(), evaluation.sets.f1());
}

}  // namespace broadsheet::entities::train
