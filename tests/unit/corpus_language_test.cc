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

}  // namespace
}  // namespace broadsheet
