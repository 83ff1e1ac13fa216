// Which language a text is in.
#include <gtest/gtest.h>

#include "corpus/language.h"

namespace broadsheet {
namespace {

std::string language_of(const std::string& title, const std::string& body) {
    Article article;
    article.title = title;
    article.body = body;
    return recognised_language(article);
}

TEST(Language, IsRecognised) {
    EXPECT_EQ(
        language_of("Crane falls", "A crane has fallen in the harbour, and nobody knows yet why it did so."),
        "en");
    EXPECT_EQ(language_of("Kran st\u00fcrzt um",
                          "Im Hafen ist ein Kran umgest\u00fcrzt, und noch wei\u00df niemand, warum."),
              "de");
    EXPECT_EQ(language_of("Une grue tombe",
                          "Une grue est tomb\u00e9e dans le port, et personne ne sait encore pourquoi."),
              "fr");
    EXPECT_EQ(language_of("\u041a\u0440\u0430\u043d \u0443\u043f\u0430\u043b",
                          "\u0412 \u043f\u043e\u0440\u0442\u0443 \u0443\u043f\u0430\u043b "
                          "\u043a\u0440\u0430\u043d, \u0438 \u043d\u0438\u043a\u0442\u043e \u043d\u0435 "
                          "\u0437\u043d\u0430\u0435\u0442 \u043f\u043e\u0447\u0435\u043c\u0443."),
              "ru");
}

TEST(Language, IsUnknownWhereThereIsTooLittleToTell) {
    EXPECT_EQ(language_of("Oops", ""), "");
    EXPECT_EQ(language_of("4TH QTR NET", "Shr 45 cts vs 58 cts 1,234 5,678 91,011"), "");
    EXPECT_EQ(language_of("", std::string(3000, '\x80')), "");
}

// Names make a short text look like the language that they are from.
TEST(Language, NamesDoNotDecideIt) {
    const auto is_english_or_unknown = [](const std::string& code) { return code == "en" || code.empty(); };
    for (const char* title :
         {"Burundi police disperse Tutsi protest", "Bomb hits Australian embassy in Jakarta",
          "Notre Dame to interview Utah coach Urban Meyer",
          "Mayor of Rio de Janeiro visits Santa Cruz do Sul",
          "Anwar begins Malaysia comeback in Kuala Lumpur", "Silvio Berlusconi meets Giorgio Napolitano"}) {
        EXPECT_TRUE(is_english_or_unknown(language_of(title, ""))) << title << ": " << language_of(title, "");
        const std::string code = language_of(title, "More of this is expected in the course of the week.");
        EXPECT_TRUE(is_english_or_unknown(code)) << title << ": " << code;
    }
    EXPECT_EQ(language_of("Susilo Bambang Yudhoyono meets Megawati Soekarnoputri in Surabaya",
                          "JAKARTA - The president and his predecessor met in Surabaya on Monday, and "
                          "neither of them would say what they had talked about for two hours."),
              "en");
}

TEST(Language, OtherScriptsTellEvenInShort) {
    EXPECT_EQ(language_of("", "В порту упал кран, сообщили вчера городские власти"), "ru");
    EXPECT_EQ(language_of("سقطت رافعة في الميناء", "ولم يصب أحد بأذى"), "ar");
    EXPECT_EQ(language_of("港口起重机倒塌", "昨天下午没有人受伤"), "zh");
    EXPECT_EQ(language_of("Ο γερανός έπεσε στο λιμάνι", "κανείς δεν τραυματίστηκε"), "el");
}

}  // namespace
}  // namespace broadsheet
