#include "searcher/query/parser.h"

#include <utility>

#include "schema/error.h"
#include "searcher/query/distribute.h"
#include "searcher/query/leaves.h"
#include "searcher/query/lexer.h"
#include "searcher/query/preference.h"

namespace broadsheet::query {

namespace {

Node negation(Node node) {
    const Range range = node.range;
    Not negated;
    negated.part.push_back(std::move(node));
    return {std::move(negated), range};
}

class Parser {
public:
    Parser(std::string_view text, Seconds now)
        : text_(text), lexemes_(lex(text, warnings_)), leaves_(text, now, warnings_) {}

    ParsedQuery run() {
        std::optional<Node> root = any({});
        ParsedQuery result;
        if (root) {
            result.root = std::move(*root);
        } else if (lexemes_.size() > 1 && preferred_.empty()) {
            warnings_.add("nothing in the query can be searched for");
            result.root.is = Nothing{};
        }
        result.preferred = std::move(preferred_);
        result.warnings = std::move(warnings_).take();
        return result;
    }

private:
    const Lexeme& peek() const { return lexemes_[at_]; }
    bool at(LexemeKind kind) const { return peek().kind == kind; }
    bool at_sign() const { return at(LexemeKind::not_) || at(LexemeKind::plus); }
    // NOT W/5 is one operator.
    bool at_distance() const {
        if (at(LexemeKind::distance)) return true;
        return at(LexemeKind::not_) && peek().text.size() > 1 &&
               lexemes_[at_ + 1].kind == LexemeKind::distance;
    }
    const Lexeme& take() { return lexemes_[at_++]; }
    std::string where(const Lexeme& lexeme) const { return place(text_, lexeme.range.begin); }

    void stray(const Lexeme& lexeme) {
        warnings_.add(std::string(lexeme.text) + " at " + where(lexeme) +
                      " has nothing to work on and was left out");
    }

    bool at_operand() const { return is_operand(peek().kind); }

    // Every level of nesting costs a few frames of the stack.
    class Level {
    public:
        Level(Parser& parser, const Lexeme& at) : parser_(parser) {
            if (++parser_.depth_ <= deepest_nesting) return;
            throw Error(ErrorCode::bad_query, "the query is nested deeper than " +
                                                  std::to_string(deepest_nesting) + " levels (at " +
                                                  parser_.where(at) + ")");
        }
        ~Level() { --parser_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        Parser& parser_;
    };

    std::optional<Node> any(const Scope& scope) {
        Any either;
        while (true) {
            std::optional<Node> part = list(scope);
            const bool more = at(LexemeKind::or_);
            if (part) {
                either.parts.push_back(std::move(*part));
            } else if (more) {
                stray(peek());
            }
            if (!more) break;
            const Lexeme& operation = take();
            if (at(LexemeKind::end) || at(LexemeKind::close)) stray(operation);
        }
        if (either.parts.empty()) return std::nullopt;
        if (either.parts.size() == 1) return std::move(either.parts.front());
        const Range range{either.parts.front().range.begin, either.parts.back().range.end};
        return Node{std::move(either), range};
    }

    std::optional<Node> list(const Scope& scope) {
        List side_by_side;
        while (!at(LexemeKind::end) && !at(LexemeKind::or_)) {
            if (at(LexemeKind::close)) {
                if (open_brackets_ > 0) break;
                stray(take());
            } else if (at(LexemeKind::and_) || at_distance()) {
                if (at(LexemeKind::not_)) take();
                stray(take());
            } else if (std::optional<ListItem> item = chain(scope)) {
                side_by_side.items.push_back(std::move(*item));
            }
        }
        std::vector<ListItem>& items = side_by_side.items;
        if (items.empty()) return std::nullopt;
        if (items.size() == 1) {
            const bool excluded = items.front().occurrence == Occurrence::excluded;
            return excluded ? negation(std::move(items.front().node)) : std::move(items.front().node);
        }
        const Range range{items.front().node.range.begin, items.back().node.range.end};
        return Node{std::move(side_by_side), range};
    }

    std::optional<ListItem> chain(const Scope& scope) {
        std::vector<ListItem> links;
        if (auto first = unary(scope)) links.push_back(std::move(*first));
        while (at(LexemeKind::and_)) {
            const Lexeme& operation = take();
            if (!at_operand() && !at_sign()) {
                stray(operation);
            } else if (auto next = unary(scope)) {
                links.push_back(std::move(*next));
            }
        }
        if (links.empty()) return std::nullopt;
        if (links.size() == 1) return std::move(links.front());
        All all;
        const Range range{links.front().node.range.begin, links.back().node.range.end};
        for (ListItem& link : links) {
            const bool excluded = link.occurrence == Occurrence::excluded;
            all.parts.push_back(excluded ? negation(std::move(link.node)) : std::move(link.node));
        }
        return ListItem{Occurrence::plain, {std::move(all), range}};
    }

    std::optional<ListItem> unary(const Scope& scope) {
        bool negative = false;
        bool required = false;
        while (at_sign()) {
            const Lexeme& sign = take();
            if (sign.kind == LexemeKind::not_) negative = !negative;
            if (sign.kind == LexemeKind::plus) required = true;
            if (!at_operand() && !at_sign()) {
                stray(sign);
                return std::nullopt;
            }
        }
        const std::size_t preferred = preferred_.size();
        std::optional<Node> node = places(scope);
        if (negative && preferred_.size() > preferred) {
            preferred_.resize(preferred);
            warnings_.add("NOT has no meaning with PREFER(), which was left out");
        }
        if (!node) return std::nullopt;
        const Occurrence otherwise = required ? Occurrence::required : Occurrence::plain;
        return ListItem{negative ? Occurrence::excluded : otherwise, std::move(*node)};
    }

    // Operands with distances between them, from left to right.
    std::optional<Node> places(const Scope& scope) {
        std::optional<Node> left = primary(scope);
        while (at_distance()) {
            const bool negative = at(LexemeKind::not_);
            if (negative) take();
            const Lexeme& operation = take();
            Proximity proximity = operation.proximity;
            proximity.negative = negative;
            if (proximity.words == 0) {
                warnings_.add(std::string(operation.text) + " at " + where(operation) +
                              " was read as side by side");
                proximity.words = 1;
            }
            while (at_sign()) {
                const Lexeme& sign = take();
                if (sign.kind == LexemeKind::plus) continue;
                proximity.negative = !proximity.negative;
                warnings_.add(std::string(sign.text) + " at " + where(sign) + " was read as NOT " +
                              std::string(operation.text));
            }
            if (!at_operand()) {
                stray(operation);
                continue;
            }
            std::optional<Node> right = primary(scope);
            if (left && right) {
                left = near(proximity, std::move(*left), std::move(*right), warnings_);
            } else if (right) {
                left = std::move(right);
            }
        }
        return left;
    }

    // At an operand. Nothing when there is nothing to search for in it.
    std::optional<Node> primary(const Scope& scope) {
        const Lexeme& lexeme = take();
        switch (lexeme.kind) {
            case LexemeKind::open:
                return bracket(lexeme, scope);
            case LexemeKind::field:
                return in_field(lexeme, scope);
            case LexemeKind::function:
                return in_function(lexeme, scope);
            default:
                return leaves_.leaf(lexeme, scope);
        }
    }

    std::optional<Node> in_function(const Lexeme& name, const Scope& scope) {
        const Level level(*this, name);
        if (!at_operand()) {
            stray(name);
            return std::nullopt;
        }
        if (name.function.kind == Function::Kind::prefer) {
            prefer(name);
            return std::nullopt;
        }
        Scope inside = scope;
        if (name.function.kind == Function::Kind::letters) inside.letters = name.function.letters;
        if (name.function.kind == Function::Kind::zone) {
            inside.zone = name.function.zone;
            inside.field = nullptr;
        }
        std::optional<Node> part = primary(inside);
        if (!part || name.function.kind != Function::Kind::at_least) return part;
        return at_least(name.function.times, std::move(*part), warnings_);
    }

    // Keeps the entities of the bracket behind PREFER.
    void prefer(const Lexeme& name) {
        const std::optional<Node> part = primary({});
        if (!part || take_entities(*part, preferred_)) return;
        warnings_.add("PREFER at " + where(name) +
                      " takes person:, organisation: and place:; the rest of it was left out");
    }

    std::optional<Node> bracket(const Lexeme& open, const Scope& scope) {
        const Level level(*this, open);
        ++open_brackets_;
        std::optional<Node> inside = any(scope);
        --open_brackets_;
        if (at(LexemeKind::close)) {
            take();
        } else {
            warnings_.add("the bracket at " + where(open) + " is never closed and was closed at the end");
        }
        return inside;
    }

    std::optional<Node> in_field(const Lexeme& name, const Scope& scope) {
        const Level level(*this, name);
        if (!at_operand()) {
            warnings_.add(std::string(name.text) + " at " + where(name) +
                          " has no value and was read as a word");
            return leaves_.leaf(name, scope);
        }
        Scope inside = scope;
        const bool is_kind =
            scope.field != nullptr && scope.field->id == FieldId::about && is_entity(name.field->id);
        if (is_kind) {
            inside.kind = name.field;
            return primary(inside);
        }
        inside.field = name.field;
        inside.kind = nullptr;
        inside.sign = name.sign;
        if (name.field->id == FieldId::title) inside.zone = Zone::title;
        if (peek().range.begin != name.range.end) {
            warnings_.add(std::string(name.text) + " at " + where(name) +
                          " was read with what follows the space");
        }
        return primary(inside);
    }

    std::string_view text_;
    Warnings warnings_;
    std::vector<Lexeme> lexemes_;
    LeafReader leaves_;
    std::vector<Value> preferred_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t open_brackets_ = 0;
};

}  // namespace

ParsedQuery parse(std::string_view text, Seconds now) {
    if (text.size() > longest_query) {
        throw Error(ErrorCode::bad_query, "the query has " + std::to_string(text.size()) +
                                              " bytes, more than " + std::to_string(longest_query));
    }
    return Parser(text, now).run();
}

}  // namespace broadsheet::query
