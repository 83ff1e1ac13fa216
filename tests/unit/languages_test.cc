// Collections in other languages than English, from the records to what searcher shows: recognised, stemmed
// by their stemmer, found in every form and spelling, and marked where they were found.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/program.h"
#include "searcher/program.h"
#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

struct Text {
    const char* title;
    const char* body;
};

// A query and what the snippet of the first article says.
struct Wanted {
    const char* query;
    const char* marked;
};

struct Collection {
    const char* language;
    const char* stemmer;
    Text first;
    Text second;
    std::vector<Wanted> find_first;
};

std::string record(const char* id, const Text& text) {
    return Json({{"id", id}, {"title", text.title}, {"text", text.body}}).dump() + "\n";
}

const std::vector<Collection>& collections() {
    static const std::vector<Collection> all{
        {"de",
         "de",
         {"Hafenstadt baut Häuser am Fluss",
          "Die Stadt will am südlichen Ufer zweihundert Häuser bauen lassen. Über die Straßen dorthin wird "
          "noch "
          "gestritten, denn die Anwohner fürchten den Lärm.\n\nDie Bürgermeisterin sagte, die Regierungen "
          "beider Länder hätten das Vorhaben gebilligt."},
         {"Museum öffnet wieder",
          "Nach drei Jahren öffnet das Museum der Stadt wieder seine Türen. Der Eintritt bleibt im ersten "
          "Monat "
          "frei, wie die Leitung am Montag mitteilte."},
         {{"haus", "<em>Häuser</em>"},
          {"HÄUSER bauen", "<em>Häuser</em> <em>bauen</em>"},
          {"strasse", "<em>Straßen</em>"},
          {"regierung", "<em>Regierungen</em>"},
          {"\"über die straßen\"", "<em>Über die Straßen</em>"}}},
        {"fr",
         "fr",
         {"L'économie du port repart",
          "Le port a retrouvé l’activité d'avant la crise, ont annoncé les autorités. L'économie de la "
          "région "
          "en profite, et les élections municipales approchent.\n\nQu'il faille encore des années pour "
          "rembourser la dette, personne ne le conteste."},
         {"Le musée rouvre ses portes",
          "Après trois ans de travaux, le musée de la ville rouvre ses portes au public. L'entrée restera "
          "gratuite pendant le premier mois, selon la direction."},
         {{"économie", "<em>L&#39;économie</em>"},
          {"economies", "<em>L&#39;économie</em>"},
          {"l'activité", "<em>l’activité</em>"},
          {"élection", "<em>élections</em>"},
          {"annonce", "<em>annoncé</em>"}}},
        {"es",
         "es",
         {"El puerto ampliará sus muelles",
          "Las naciones vecinas anunciaron ayer un acuerdo para ampliar los muelles del puerto. ¿Cuándo "
          "empezarán las obras? Según los ingenieros, después de las elecciones de otoño.\n\nEl alcalde "
          "pidió "
          "paciencia a los vecinos."},
         {"El museo abre de nuevo",
          "Después de tres años de obras, el museo de la ciudad abre de nuevo sus puertas. La entrada será "
          "gratuita durante el primer mes."},
         {{"nación", "<em>naciones</em>"},
          {"eleccion", "<em>elecciones</em>"},
          {"anunciar", "<em>anunciaron</em>"},
          {"INGENIERO", "<em>ingenieros</em>"}}},
        {"it",
         "it",
         {"Il porto torna a crescere",
          "La ripresa dell'economia ha sorpreso i lavoratori del porto, che chiedono nuovi contratti. Il "
          "governo ha annunciato un incontro per lunedì.\n\nSecondo l’università della città il traffico "
          "crescerà ancora."},
         {"Riapre il museo",
          "Dopo tre anni di lavori riapre il museo della città. L'ingresso resterà gratuito per tutto il "
          "primo "
          "mese, ha detto la direzione."},
         {{"economia", "<em>dell&#39;economia</em>"},
          {"contratto", "<em>contratti</em>"},
          {"universita", "<em>l’università</em>"},
          {"governi", "<em>governo</em>"}}},
        {"pt",
         "pt",
         {"Porto terá novo cais",
          "Os países vizinhos anunciaram ontem um acordo para ampliar o cais do porto. As empresas "
          "econômicas "
          "da região não foram ouvidas, disseram os engenheiros.\n\nO prefeito pediu paciência aos "
          "moradores."},
         {"Museu reabre",
          "Depois de três anos de obras, o museu da cidade reabre as suas portas. A entrada será gratuita "
          "durante o primeiro mês, informou a direção."},
         {{"país", "<em>países</em>"},
          {"economica", "<em>econômicas</em>"},
          {"anunciar", "<em>anunciaram</em>"},
          {"engenheiro", "<em>engenheiros</em>"}}},
        {"ru",
         "ru",
         {"Порт построит новый причал",
          "Российские инженеры начали строить новый причал в порту. Жители опасаются войны за место под "
          "солнцем, но правительство заявило, что всё решено.\n\nПервый корабль придёт весной."},
         {"Музей снова открыт",
          "После трёх лет ремонта городской музей снова открыт для посетителей. Вход останется бесплатным в "
          "течение месяца, сообщила дирекция."},
         {{"новая", "<em>новый</em>"},
          {"война", "<em>войны</em>"},
          {"войной", "<em>войны</em>"},
          {"российского инженера", "<em>Российские</em> <em>инженеры</em>"},
          {"все решено", "<em>всё</em> <em>решено</em>"},
          {"первого", "<em>Первый</em>"}}},
        {"ar",
         "ar",
         {"الميناء يبني رصيفا جديدا",
          "أعلنت الحكومة أمس أن المهندسين بدأوا بناء رصيف جديد في الميناء. وقال رئيس البلدية إن السفن الأولى "
          "ستصل في الربيع.\n\nهل تنتهي الأعمال في موعدها؟ لا أحد يعرف ذلك حتى الآن."},
         {"المتحف يفتح أبوابه من جديد",
          "بعد ثلاث سنوات من الترميم يفتح متحف المدينة أبوابه للزوار. وسيبقى الدخول مجانيا طوال الشهر الأول "
          "كما أفادت الإدارة."},
         {{"حكومة", "<em>الحكومة</em>"},
          {"اعلنت", "<em>أعلنت</em>"},
          {"حُكُومَة", "<em>الحكومة</em>"},
          {"الحكـــومة", "<em>الحكومة</em>"}}},
        {"zh",
         "en",  // there is none for Chinese, which needs none
         {"港口将建新码头",
          "市政府昨天宣布，工程师已经开始在港口修建新码头。第一批船只明年春天到达！居民担心噪音。\n\n"
          "市长说，两国政府都批准了这项计划。"},
         {"博物馆重新开放", "经过三年的修缮，城市博物馆重新向公众开放。馆方表示，第一个月仍然免费入场。"},
         {{"工程师", "<em>工程师</em>"}, {"政府 港口", "<em>港口</em>"}}},
    };
    return all;
}

TEST(Languages, AreFoundAsTheyAreWritten) {
    for (const Collection& each : collections()) {
        SCOPED_TRACE(each.language);
        const test::TemporaryFolder folder;
        const std::string index = folder / "test.idx";
        const auto search = [&](const std::string& query) {
            return Json::parse(test::output_of(
                searcher_program(),
                {"search", index, query, "--json", "--fields", "id,snippet,fragments,language"}, ""));
        };
        test::output_of(indexer_program(), {"add", index, "-", "--no-entities", "--threads", "1"},
                        record("first", each.first) + record("second", each.second));
        const Json stats = Json::parse(test::output_of(indexer_program(), {"stats", index, "--json"}, ""));
        EXPECT_NE(stats.dump().find("\"stemmer\":\"" + std::string(each.stemmer) + '"'), std::string::npos);
        EXPECT_EQ(search(std::string("language:") + each.language)["total"]["articles"], 2);
        for (const Wanted& wanted : each.find_first) {
            SCOPED_TRACE(wanted.query);
            const Json found = search(wanted.query);
            EXPECT_EQ(found["total"]["articles"], 1);
            if (found["hits"].empty()) continue;
            EXPECT_EQ(found["hits"][0]["id"], "first");
            const std::string snippet = found["hits"][0]["snippet"];
            EXPECT_NE(snippet.find(wanted.marked), std::string::npos) << snippet;
        }
    }
}

// What comes first decides, unless somebody does.
TEST(Languages, TheStemmerIsThatOfMostOfTheFirstArticles) {
    const auto stemmer_of = [](const std::string& records, const std::vector<std::string>& options) {
        const test::TemporaryFolder folder;
        const std::string index = folder / "test.idx";
        std::vector<std::string> arguments{"add", index, "-", "--no-entities", "--threads", "1"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        test::output_of(indexer_program(), arguments, records);
        test::output_of(indexer_program(), {"add", index, "-", "--no-entities"},
                        record("later", collections()[1].first) + record("last", collections()[1].second));
        return Json::parse(test::output_of(indexer_program(), {"stats", index, "--json"}, ""))["stemmer"]
            .get<std::string>();
    };
    const std::string german = record("1", collections()[0].first) + record("2", collections()[0].second);
    const std::string unknown = record("3", {"Oops", "1 2 3"});
    const std::string spanish = record("4", collections()[2].first);
    EXPECT_EQ(stemmer_of(german + unknown + spanish, {}), "de");
    EXPECT_EQ(stemmer_of(unknown, {}), "en");
    EXPECT_EQ(stemmer_of(german + spanish + record("5", collections()[2].second), {}), "en");
    EXPECT_EQ(stemmer_of(german, {"--stemmer", "none"}), "none");
    EXPECT_EQ(stemmer_of(german, {"--stemmer", "en"}), "en");
    EXPECT_EQ(stemmer_of(german, {"--language", "en"}), "en");
}

}  // namespace
}  // namespace broadsheet
