#include "indexer/entities/tagging/document.h"

namespace broadsheet::entities {
namespace {

bool is_quote_or_bracket(const Word& word) {
    return word.casing == Case::none && !word.digits && !word.ends_sentence && word.brief != 0 &&
           word.letters == 0;
}

// Small words that may join two capitalised ones: "Bank of the West", "Ursula von der Leyen".
constexpr std::uint32_t longest_joint = 3;

// Longer runs are cut: no name is that long, and the decoder's sums stay within 32 bits.
constexpr std::uint32_t longest_segment = 1024;

}  // namespace

void Document::clear() {
    places.clear();
    sentences.clear();
    segments.clear();
    occurrences.clear();
}

void Document::add(std::uint32_t word, bool after_break) {
    Place place;
    place.word = word;
    place.after_break = after_break;
    places.push_back(place);
}

void Document::analyse(const Words& words, const Lexicon& lexicon) {
    find_sentences(words);
    find_topic(words);
    find_candidates(words);
    find_runs(words);
    find_occurrences(words);
    find_acronyms(words);
    find_listed_names(words, lexicon);
}

void Document::find_sentences(const Words& words) {
    Sentence sentence;
    std::uint32_t upper = 0, small = 0, capitalised = 0, numbers = 0;
    const auto close = [&](std::uint32_t end) {
        sentence.end = end;
        const std::uint32_t all = upper + small + capitalised;
        sentence.style = Style::plain;
        if (all >= 3 && upper * 5 >= all * 4)
            sentence.style = Style::capitals;
        else if (all >= 4 && (capitalised + upper) * 10 >= all * 7)
            sentence.style = Style::headline;
        sentence.row = numbers > 0 && small == 0 && upper + capitalised > 0;
        if (sentence.end > sentence.first) sentences.push_back(sentence);
        sentence.first = end;
        upper = small = capitalised = numbers = 0;
    };
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const Word& word = words[places[i].word];
        if (i > sentence.first) {
            const Word& before = words[places[i - 1].word];
            bool starts = places[i].after_break;
            if (!starts && word.casing != Case::lower && !word.ends_sentence) {
                if (before.ends_sentence)
                    starts = word.casing != Case::none || word.digits || i + 1 < places.size();
                else if (i - 1 > sentence.first && is_quote_or_bracket(before) && word.capitalised())
                    starts = words[places[i - 2].word].ends_sentence;
                else if (before.stops && before.casing == Case::upper)
                    starts = word.function && word.casing == Case::initial;
            }
            // A closing quotation mark stays with its sentence.
            if (starts && !places[i].after_break && word.casing == Case::none && !word.digits) starts = false;
            if (starts) close(i);
        }
        if (word.digits) ++numbers;
        if (word.letters > 1 && !word.stops) {
            if (word.casing == Case::upper)
                ++upper;
            else if (word.casing == Case::initial || word.casing == Case::mixed)
                ++capitalised;
            else if (word.letters > 3)
                ++small;
        }
    }
    close(static_cast<std::uint32_t>(places.size()));
}

void Document::find_topic(const Words& words) {
    std::size_t sport = 0;
    for (const Place& place : places)
        sport += words[place.word].sport ? 1 : 0;
    std::size_t rows = 0;
    for (const Sentence& sentence : sentences)
        rows += sentence.row ? 1 : 0;
    topic = 0;
    if (sport > 1 && sport * 100 >= places.size()) topic = sport * 40 >= places.size() ? 2 : 1;
    if (sentences.size() > 3 && rows * 2 > sentences.size()) topic = static_cast<std::uint8_t>(topic + 3);
}

void Document::find_candidates(const Words& words) {
    for (std::uint32_t number = 0; number < sentences.size(); ++number) {
        const Sentence& sentence = sentences[number];
        std::uint32_t joint = 0;  // connectives since the last capitalised word
        bool open = false;        // a capitalised word before them
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            const Word& word = words[places[i].word];
            if (word.capitalised()) {
                places[i].candidate = true;
                if (open)
                    for (std::uint32_t k = 1; k <= joint; ++k)
                        places[i - k].candidate = true;
                open = true;
                joint = 0;
            } else if (open && joint < longest_joint &&
                       (word.connective ||
                        (joint == 1 && words[places[i - 1].word].dash && word.casing == Case::lower))) {
                ++joint;
                // "Chen Shih - chung": some texts cut words at hyphens.
                if (joint == 2 && !word.connective) places[i].candidate = places[i - 1].candidate = true;
            } else if (open && joint == 0 && word.ends_sentence && words[places[i - 1].word].suffix_word &&
                       i + 1 < sentence.end) {
                places[i].candidate = true;  // "Corp ." cut in two
                open = false;
            } else if (word.digits) {
                const bool beside = (i > sentence.first && words[places[i - 1].word].capitalised()) ||
                                    (i + 1 < sentence.end && words[places[i + 1].word].capitalised());
                places[i].candidate = beside;
                open = open && beside && joint == 0;
                joint = 0;
            } else {
                open = false;
                joint = 0;
            }
        }
        for (std::uint32_t i = sentence.first; i < sentence.end;) {
            if (!places[i].candidate) {
                ++i;
                continue;
            }
            const std::uint32_t first = i;
            while (i < sentence.end && places[i].candidate && i - first < longest_segment)
                ++i;
            segments.push_back({first, i, number});
        }
    }
}

void Document::find_runs(const Words& words) {
    for (const Segment& segment : segments) {
        for (std::uint32_t i = segment.first; i < segment.end;) {
            std::uint32_t end = i + 1;
            if (words[places[i].word].capitalised())
                while (end < segment.end && words[places[end].word].capitalised())
                    ++end;
            for (std::uint32_t k = i; k < end; ++k) {
                places[k].run_first = i;
                places[k].run_last = end - 1;
            }
            i = end;
        }
    }
}

void Document::find_occurrences(const Words& words) {
    if (by_fold_.size() < words.folds()) by_fold_.resize(words.folds());
    for (const Segment& segment : segments) {
        for (std::uint32_t i = segment.first; i < segment.end; ++i) {
            const Word& word = words[places[i].word];
            if (!word.capitalised() || word.function || word.letters < 2) continue;
            std::uint32_t& index = by_fold_[word.fold];
            if (index == 0) {
                occurrences.emplace_back();
                index = static_cast<std::uint32_t>(occurrences.size());
                folds_.push_back(word.fold);
            }
            Occurrences& all = occurrences[index - 1];
            if (all.count < Occurrences::limit) {
                all.sentence[all.count] = segment.sentence;
                all.at[all.count++] = i;
            }
            places[i].occurrences = index;
        }
    }
    for (const Place& place : places) {
        const Word& word = words[place.word];
        if (word.casing != Case::lower || by_fold_[word.fold] == 0) continue;
        occurrences[by_fold_[word.fold] - 1].small = true;
    }
    for (const std::uint32_t fold : folds_)
        by_fold_[fold] = 0;
    folds_.clear();
}

// "European Space Agency (ESA)": the initials of the capitalised words before the bracket, in order, small
// words skipped.
void Document::find_acronyms(const Words& words) {
    for (std::uint32_t i = 2; i + 1 < places.size(); ++i) {
        const Word& acronym = words[places[i].word];
        if (acronym.casing != Case::upper || acronym.letters > 7 || places[i].occurrences == 0) continue;
        Occurrences& all = occurrences[places[i].occurrences - 1];
        if (all.expansion != 0 || places[i - 1].candidate) continue;
        const Word& bracket = words[places[i - 1].word];
        if (bracket.casing != Case::none || bracket.digits || !places[i - 2].candidate) continue;
        std::uint32_t at = i - 1;
        std::uint32_t initials = 0;
        std::uint32_t first = at;
        for (std::uint32_t steps = 0; at > 0 && steps < acronym.letters + 4 && initials < acronym.letters;
             ++steps) {
            --at;
            const Word& word = words[places[at].word];
            if (!places[at].candidate) break;
            if (word.capitalised()) {
                ++initials;
                first = at;
            }
        }
        if (initials + 1 < acronym.letters || words[places[first].word].first != acronym.first) continue;
        all.expansion = i - 1;  // the token before the bracket, plus one
        for (std::uint32_t k = first; k < i - 1; ++k)
            places[k].expanded = true;
    }
}

void Document::find_listed_names(const Words& words, const Lexicon& lexicon) {
    for (const Segment& segment : segments) {
        for (std::uint32_t i = segment.first; i < segment.end;) {
            const Word& word = words[places[i].word];
            std::uint32_t end = i + 1;
            if (word.capitalised() && (word.known.flags & name_prefix) != 0) {
                std::uint64_t key = word.lower;
                std::uint16_t flags = 0;
                for (std::uint32_t k = i + 1; k < segment.end && k < i + longest_name; ++k) {
                    key = name_hash(key, words[places[k].word].lower);
                    const WordEntry* found = lexicon.find(key);
                    if (found == nullptr) break;
                    if ((found->flags & ~name_prefix) != 0) {
                        flags = static_cast<std::uint16_t>(found->flags & ~name_prefix);
                        end = k + 1;
                    }
                    if ((found->flags & name_prefix) == 0) break;
                }
                if (end > i + 1) {
                    places[i].name_begin = flags;
                    for (std::uint32_t k = i + 1; k < end; ++k)
                        places[k].name_inside = flags;
                }
            }
            i = end;
        }
    }
}

}  // namespace broadsheet::entities
