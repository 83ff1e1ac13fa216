// Web pages in many languages and charsets, from their bytes to what searcher shows: decoded, dated as they
// write it, told their language, found by a word without its accents, and marked.
#include <gtest/gtest.h>
#include <iconv.h>

#include <fstream>
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

std::string in_charset(const char* charset, std::string text) {
    const iconv_t converter = iconv_open(charset, "UTF-8");
    EXPECT_NE(converter, reinterpret_cast<iconv_t>(-1)) << charset;
    std::string bytes(2 * text.size(), '\0');
    char* in = text.data();
    char* out = bytes.data();
    std::size_t in_left = text.size();
    std::size_t out_left = bytes.size();
    EXPECT_EQ(iconv(converter, &in, &in_left, &out, &out_left), 0U) << charset;
    iconv_close(converter);
    bytes.resize(bytes.size() - out_left);
    return bytes;
}

struct ForeignPage {
    const char* language;
    const char* charset;
    const char* when;  // each as such pages have it, each 2024-01-24
    const char* title;
    const char* text;
    const char* query;
    const char* marked;
};

const std::vector<ForeignPage>& pages() {
    static const std::vector<ForeignPage> all{
        {"cs", "ISO-8859-2", "středa 24. ledna 2024", "Přístav postaví nové molo",
         "Přístavní inženýři začali ve středu stavět nové molo. Obyvatelé se obávají hluku, ale starostka "
         "řekla, že "
         "práce skončí ještě letos. První lodě připlují na jaře, kdy město oslaví výročí svého založení.",
         "pristavni", "<em>Přístavní</em>"},
        {"ru", "windows-1251", "24 января 2024 г.", "Порт построит новый причал",
         "Инженеры начали строить в порту новый причал. Жители опасаются шума, но мэр города заявила, что "
         "работы "
         "закончатся ещё в этом году. Первые корабли придут весной, когда город отметит свою годовщину.",
         "КОРАБЛИ", "<em>корабли</em>"},
        {"ja", "SHIFT_JIS", "2024年1月24日（水）", "港に新しい桟橋が建設される",
         "市は水曜日、港で新しい桟橋の建設を始めたと発表した。住民は騒音を心配しているが、市長は工事が年内に"
         "終わると述べた。"
         "最初の船は春に到着する予定だ。",
         "騒音", "<em>騒音</em>"},
        {"zh", "GB18030", "2024年01月24日 07:17", "港口将建新码头居民担心噪音",
         "市政府星期三宣布，工程师已经开始在港口修建新码头。居民担心噪音，但是市长说工程今年就会结束。第一批"
         "船只明年春天到达。",
         "工程师", "<em>工程师</em>"},
        {"th", "TIS-620", "Wednesday, 24 January 2024", "ท่าเรือจะสร้างสะพานใหม่ในปีนี้",
         "เทศบาลประกาศเมื่อวันพุธว่าวิศวกรเริ่มสร้างสะพานใหม่ที่ท่าเรือแล้ว ชาวบ้านกังวลเรื่องเสียงดัง "
         "แต่นายกเทศมนตรีกล่าวว่างานจะเสร็จภายในปีนี้ เรือลำแรกจะมาถึงในฤดูร้อน",
         "วิศวกร", "<em>วิศวกร</em>"},
        {"ar", "windows-1256", "الأربعاء، 24 يناير 2024", "الميناء يبني رصيفا جديدا",
         "أعلنت البلدية أمس أن مهندسين بدأوا بناء رصيف جديد في الميناء. ويخشى السكان الضجيج، لكن رئيسة "
         "البلدية قالت إن "
         "الأعمال ستنتهي هذا العام، وإن السفن الأولى ستصل في الربيع.",
         "اعلنت", "<em>أعلنت</em>"},
        {"fi", "ISO-8859-15", "keskiviikko 24. tammikuuta 2024", "Satamaan rakennetaan uusi laituri",
         "Insinöörit alkoivat keskiviikkona rakentaa satamaan uutta laituria. Asukkaat pelkäävät melua, "
         "mutta "
         "kaupunginjohtajan mukaan työt päättyvät vielä tänä vuonna. Ensimmäiset laivat saapuvat keväällä.",
         "insinoorit", "<em>Insinöörit</em>"},
        {"da", "UTF-8", "onsdag den 24. januar 2024", "Havnen får en ny mole",
         "Ingeniørerne begyndte onsdag at bygge en ny mole i havnen. Beboerne frygter støjen, men "
         "borgmesteren siger, at "
         "arbejdet bliver færdigt endnu i år. De første skibe kommer til foråret, når byen fejrer sin "
         "årsdag.",
         "stojen", "<em>støjen</em>"},
    };
    return all;
}

// In one index, the stemmer of which is for none of them.
TEST(ForeignPages, AreReadDatedAndFoundInAnyCharset) {
    const test::TemporaryFolder folder;
    for (const ForeignPage& page : pages()) {
        const std::string html = std::string("<!DOCTYPE html><html><head><meta charset=\"") + page.charset +
                                 "\"><title>" + page.title + "</title></head><body><h1>" + page.title +
                                 "</h1><div>" + page.when + "</div><p>" + page.text + "</p></body></html>";
        std::ofstream(folder / (std::string(page.language) + ".html"), std::ios::binary)
            << in_charset(page.charset, html);
    }
    const std::string index = folder / "test.idx";
    std::vector<std::string> arguments{"add", index, "--stemmer", "en", "--no-entities", "--threads", "1"};
    for (const ForeignPage& page : pages())
        arguments.push_back(folder / (std::string(page.language) + ".html"));
    test::output_of(indexer_program(), arguments);
    for (const ForeignPage& page : pages()) {
        SCOPED_TRACE(page.language);
        const Json found = Json::parse(test::output_of(
            searcher_program(), {"search", index, std::string(page.query) + " language:" + page.language,
                                 "--json", "--fields", "title,date,snippet"}));
        ASSERT_EQ(found["total"]["articles"], 1) << found.dump();
        const Json& hit = found["hits"][0];
        EXPECT_EQ(hit["title"], page.title);
        EXPECT_EQ(std::string(hit["date"]).substr(0, 10), "2024-01-24");
        const std::string snippet = hit["snippet"];
        EXPECT_NE(snippet.find(page.marked), std::string::npos) << snippet;
        EXPECT_EQ(snippet.find(page.when), std::string::npos)
            << "the line that says when is no text: " << snippet;
    }
}

}  // namespace
}  // namespace broadsheet
