// indexer annotate: articles on standard input, their people, organisations and places on standard output.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "corpus/input.h"
#include "corpus/records.h"
#include "indexer/commands/knowledge_options.h"
#include "indexer/entities/annotator.h"
#include "indexer/program.h"
#include "schema/error.h"
#include "schema/place_id.h"

namespace broadsheet {

namespace {

using Json = nlohmann::ordered_json;
using entities::ArticleEntities;
using entities::Gazetteer;
using entities::NamedEntity;

constexpr std::size_t batch_bytes = 1u << 20;
constexpr std::size_t batch_articles = 1000;
constexpr std::uint64_t longest_line = 256u << 20;

// A degree in steps of about ten metres.
double rounded(float degrees) {
    return std::round(static_cast<double>(degrees) * 1e4) / 1e4;
}

Json place_json(const NamedEntity& named, const Gazetteer& gazetteer) {
    if (named.place == entities::no_place) return nullptr;
    const entities::Place place = gazetteer[named.place];
    const auto called = [&](entities::PlaceNumber number) {
        return number == entities::no_place ? Json(nullptr) : Json(gazetteer[number].name);
    };
    return {{"id", to_text(named.entity.id)},
            {"name", place.name},
            {"level", name_of(level_of(named.entity.id))},
            {"country", called(place.country)},
            {"country_code",
             place.country == entities::no_place ? Json(nullptr) : Json(gazetteer[place.country].code)},
            {"admin1", called(place.region)},
            {"lat", rounded(place.latitude)},
            {"lon", rounded(place.longitude)},
            {"geonames_id", place.geonames_id == 0 ? Json(nullptr) : Json(place.geonames_id)}};
}

Json to_json(const Article& article, const ArticleEntities& found, std::size_t number,
             const Gazetteer& gazetteer) {
    const entities::Mention& mention = found.mentions[number];
    Json json{{"type", name_of(mention.type)},
              {"text", text_of(article, mention)},
              {"start", mention.begin},
              {"end", mention.end}};
    if (mention.in_title) json["in"] = "title";
    json["role"] = name_of(mention.role);
    if (found.entity_of[number] == ArticleEntities::none) return json;
    const NamedEntity& named = found.entities[found.entity_of[number]];
    json["entity"] = named.label;
    json["entity_id"] = to_text(named.entity.id);
    json["salience"] = named.entity.salience / 100.0;
    if (mention.type == entities::EntityType::place) json["place"] = place_json(named, gazetteer);
    return json;
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Mention by mention: an article of any size has any number of them.
void write(const Article& article, const ArticleEntities& found, const Gazetteer& gazetteer,
           std::ostream& out) {
    out << "{\"id\":" << dump(article.id) << ",\"mentions\":[";
    for (std::size_t i = 0; i < found.mentions.size(); ++i)
        out << (i == 0 ? "" : ",") << dump(to_json(article, found, i, gazetteer));
    out << ']';
    if (!found.dateline.empty())
        out << ",\"dateline\":" << dump(found.entities[found.dateline.front()].label);
    out << "}\n";
}

std::string text_in(const Json& record, const char* name) {
    const auto found = record.find(name);
    if (found == record.end() || found->is_null()) return {};
    if (!found->is_string()) throw Error(ErrorCode::bad_source, fmt::format("\"{}\" is no text", name));
    return found->get<std::string>();
}

std::vector<std::string> texts_in(const Json& record, const char* name) {
    std::vector<std::string> texts;
    const auto found = record.find(name);
    if (found == record.end() || found->is_null()) return texts;
    const auto is_text = [](const Json& each) { return each.is_string(); };
    if (!found->is_array() || !std::all_of(found->begin(), found->end(), is_text))
        throw Error(ErrorCode::bad_source, fmt::format("\"{}\" is no list of texts", name));
    for (const Json& each : *found)
        texts.push_back(each.get<std::string>());
    return texts;
}

Article read_article(std::string_view line) {
    const Json record = Json::parse(line, nullptr, false);
    if (!record.is_object()) throw Error(ErrorCode::bad_source, "this is no JSON object");
    Article article;
    article.id = text_in(record, "id");
    article.title = text_in(record, "title");
    article.body = text_in(record, "body");
    article.source = text_in(record, "source");
    article.people = texts_in(record, "people");
    article.organisations = texts_in(record, "organisations");
    article.places = texts_in(record, "places");
    return article;
}

// Articles that are annotated together.
class Batch {
public:
    Batch(const entities::Knowledge& knowledge, std::ostream& out)
        : gazetteer_(knowledge.gazetteer), annotator_(knowledge), out_(out) {}

    void add(Article article) {
        bytes_ += article.title.size() + article.body.size();
        articles_.push_back(std::move(article));
        if (bytes_ >= batch_bytes || articles_.size() >= batch_articles) finish();
    }

    void finish() {
        std::vector<const Article*> articles;
        for (const Article& article : articles_)
            articles.push_back(&article);
        const std::vector<ArticleEntities> found = annotator_.annotate(articles);
        for (std::size_t i = 0; i < articles_.size(); ++i)
            write(articles_[i], found[i], gazetteer_, out_);
        articles_.clear();
        bytes_ = 0;
    }

private:
    const Gazetteer& gazetteer_;
    entities::Annotator annotator_;
    std::ostream& out_;
    std::vector<Article> articles_;
    std::size_t bytes_ = 0;
};

int run(const Arguments& arguments, Terminal& terminal) {
    const entities::Knowledge knowledge = read_knowledge(arguments);
    Batch batch(knowledge, terminal.out);
    bool failed = false;
    const auto problem = [&](std::uint64_t line, std::string_view what) {
        failed = true;
        terminal.err << "standard input:" << line << ": " << what << '\n';
    };
    const std::unique_ptr<ByteSource> source = from_stream(terminal.in);
    Input input(*source);
    const auto interrupted = [&] { return terminal.interrupted != nullptr && *terminal.interrupted; };
    for (std::uint64_t number = 1; terminal.out.good() && !interrupted(); ++number) {
        const Record record = next_record(input, longest_line, end_of_line);
        if (record.state == RecordState::none) break;
        const std::string_view line = without_line_end(record.bytes);
        if (record.state == RecordState::too_large) {
            problem(number, fmt::format("the line is longer than {} MB", longest_line >> 20));
        } else if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            try {
                batch.add(read_article(line));
            } catch (const Error& error) {
                if (error.code() != ErrorCode::bad_source) throw;
                problem(number, error.what());
            }
        }
        input.consume(record.bytes.size());
    }
    if (!input.failure().empty()) throw Error(ErrorCode::bad_source, "standard input: " + input.failure());
    batch.finish();
    return failed ? 1 : 0;
}

}  // namespace

Command annotate_command() {
    return {
        "annotate",
        "reads articles as JSON lines (id, title, body, source) from standard input and prints the people, "
        "organisations and places that they name",
        {},
        describe_knowledge,
        run};
}

}  // namespace broadsheet
