#include <gtest/gtest.h>

#include <limits>

#include "corpus/dates.h"
#include "corpus_support.h"

namespace broadsheet {
namespace {

std::string read(std::string_view text) {
    const std::optional<Seconds> date = parse_date(text);
    return date ? iso_8601(*date) : "nothing";
}

struct Spelling {
    std::string_view text;
    std::string_view iso;

    // The name of the test; without it GoogleTest prints addresses, which differ from run to run.
    friend std::ostream& operator<<(std::ostream& out, const Spelling& spelling) {
        return out << spelling.text;
    }
};

class SpeltDates : public ::testing::TestWithParam<Spelling> {};

TEST_P(SpeltDates, AreRead) {
    EXPECT_EQ(read(GetParam().text), GetParam().iso) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Iso, SpeltDates,
                         ::testing::Values(Spelling{"2024-01-24", "2024-01-24T00:00:00Z"},
                                           Spelling{"2024/01/24", "2024-01-24T00:00:00Z"},
                                           Spelling{"2024.1.4", "2024-01-04T00:00:00Z"},
                                           Spelling{"20240124", "2024-01-24T00:00:00Z"},
                                           Spelling{"2024-01", "2024-01-01T00:00:00Z"},
                                           Spelling{"2024", "2024-01-01T00:00:00Z"},
                                           Spelling{"  2024-01-24\n", "2024-01-24T00:00:00Z"},
                                           Spelling{"2024-01-24T10:15:30Z", "2024-01-24T10:15:30Z"},
                                           Spelling{"2024-01-24T10:15:30.123456Z", "2024-01-24T10:15:30Z"},
                                           Spelling{"2024-01-24T10:15:30,5+01:00", "2024-01-24T09:15:30Z"},
                                           Spelling{"2024-01-24t10:15z", "2024-01-24T10:15:00Z"},
                                           Spelling{"2024-01-24 10:15", "2024-01-24T10:15:00Z"},
                                           Spelling{"2024-01-24 10:15:30 +0000 UTC", "2024-01-24T10:15:30Z"},
                                           Spelling{"2024-01-24 10:15:30-05:00", "2024-01-24T15:15:30Z"},
                                           Spelling{"2024-01-24T10:15:30-0530", "2024-01-24T15:45:30Z"},
                                           Spelling{"2024-01-24T10Z", "2024-01-24T10:00:00Z"},
                                           Spelling{"20240124T101530", "2024-01-24T10:15:30Z"},
                                           Spelling{"20240124T1015+0100", "2024-01-24T09:15:00Z"},
                                           Spelling{"20240124101530", "2024-01-24T10:15:30Z"},
                                           Spelling{"2024-01-24T24:00:00", "2024-01-25T00:00:00Z"},
                                           Spelling{"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
                                           Spelling{"2024-02-29", "2024-02-29T00:00:00Z"},
                                           Spelling{"1605-06-05", "1605-06-05T00:00:00Z"},
                                           Spelling{"2024-Jan-24", "2024-01-24T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(
    Mail, SpeltDates,
    ::testing::Values(Spelling{"Wed, 24 Jan 2024 10:15:30 +0000", "2024-01-24T10:15:30Z"},
                      Spelling{"Wed, 24 Jan 2024 10:15:30 GMT", "2024-01-24T10:15:30Z"},
                      Spelling{"24 Jan 24 10:15 EST", "2024-01-24T15:15:00Z"},
                      Spelling{"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
                      Spelling{"Wed Jan 24 10:15:30 2024", "2024-01-24T10:15:30Z"},
                      Spelling{"Wed Jan 24 10:15:30 +0100 2024", "2024-01-24T09:15:30Z"},
                      Spelling{"Wed Jan 24 10:15:30 PST 2024", "2024-01-24T18:15:30Z"},
                      Spelling{"Wed Jan 24 2024 10:15:30 GMT+0100 (Central European Standard Time)",
                               "2024-01-24T09:15:30Z"}));

INSTANTIATE_TEST_SUITE_P(Words, SpeltDates,
                         ::testing::Values(Spelling{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z"},
                                           Spelling{" 9-APR-1987 12:00:00.00", "1987-04-09T12:00:00Z"},
                                           Spelling{"January 24, 2024", "2024-01-24T00:00:00Z"},
                                           Spelling{"24 January 2024", "2024-01-24T00:00:00Z"},
                                           Spelling{"Jan. 24, 2024", "2024-01-24T00:00:00Z"},
                                           Spelling{"JANUARY 24TH 2024", "2024-01-24T00:00:00Z"},
                                           Spelling{"the 2nd of March, 1999", "1999-03-02T00:00:00Z"},
                                           Spelling{"Sept. 3, 2001", "2001-09-03T00:00:00Z"},
                                           Spelling{
                                               "Published on Wednesday, January 24, 2024 at 10:15 p.m. EST",
                                               "2024-01-25T03:15:00Z"},
                                           Spelling{"January 24, 2024 12:05 AM", "2024-01-24T00:05:00Z"},
                                           Spelling{"January 24, 2024 12:05pm", "2024-01-24T12:05:00Z"},
                                           Spelling{"24 January 2024, 7 pm", "2024-01-24T19:00:00Z"},
                                           Spelling{"January 2024", "2024-01-01T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(Numbers, SpeltDates,
                         ::testing::Values(Spelling{"03/04/2024", "2024-03-04T00:00:00Z"},
                                           Spelling{"24/01/2024", "2024-01-24T00:00:00Z"},
                                           Spelling{"1/24/24", "2024-01-24T00:00:00Z"},
                                           Spelling{"03-04-1999", "1999-03-04T00:00:00Z"},
                                           Spelling{"03.04.2024", "2024-04-03T00:00:00Z"},
                                           Spelling{"24.1.2024 10:15", "2024-01-24T10:15:00Z"},
                                           Spelling{"1706091330", "2024-01-24T10:15:30Z"},
                                           Spelling{"1706091330000", "2024-01-24T10:15:30Z"},
                                           Spelling{"1706091330.25", "2024-01-24T10:15:30Z"}));

class NoDates : public ::testing::TestWithParam<std::string_view> {};

TEST_P(NoDates, AreRefused) {
    EXPECT_EQ(read(GetParam()), "nothing") << GetParam();
}

INSTANTIATE_TEST_SUITE_P(All, NoDates,
                         ::testing::Values("", " ", "yesterday", "2023-02-29", "2024-13-01", "2024-00-10",
                                           "2024-01-32", "31 June 2024", "13/13/2024", "0999-01-01",
                                           "10000-01-01", "999", "24 2024", "24:00:01 24 January 2024",
                                           "2024-01-24T25:00", "2024-01-24T10:60", "2024-01-24T10:15+15:00",
                                           "January 24", "January February 2024", "2024-01-24 2025-01-24",
                                           "Iraq", "The year 2024 began with rain", "2024-01-24T",
                                           "(2024-01-24", "12 oranges", "9999-12-31T23:00-05:00",
                                           "1000-01-01T00:00+05:00", "605:12:19 31-MAR-1987", "46843",
                                           "12345678", "4684843"));

TEST(Dates, OfNumbers) {
    EXPECT_EQ(date_of_number(20240124), parse_date("2024-01-24"));
    EXPECT_EQ(date_of_number(2024), parse_date("2024-01-01"));
    EXPECT_EQ(date_of_number(1706091330), parse_date("2024-01-24T10:15:30Z"));
    EXPECT_EQ(date_of_number(1706091330.75), parse_date("2024-01-24T10:15:30Z"));
    EXPECT_EQ(date_of_number(1706091330000), parse_date("2024-01-24T10:15:30Z"));
    EXPECT_EQ(date_of_number(1706091330000000), parse_date("2024-01-24T10:15:30Z"));
    EXPECT_EQ(date_of_number(-86400.0 * 365), parse_date("1969-01-01"));
    for (const double none : {0.0, -1.0, 12.0, 1e300, -1e300, std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_EQ(date_of_number(none), std::nullopt) << none;
    }
}

TEST(Dates, AnyBytesGiveADateInRangeOrNone) {
    const Seconds first = start_of({1000, 1, 1});
    const Seconds last = start_of({9999, 12, 31}) + 86400;
    int read = 0;
    for (unsigned seed = 0; seed < 20000; ++seed) {
        const std::string text =
            testing::random_bytes(seed, seed % 24, seed % 3 == 0 ? "" : "0123456789-/:. TZ+,janpmMARfebEST");
        const std::optional<Seconds> date = parse_date(text);
        if (!date) continue;
        ++read;
        EXPECT_GE(*date, first) << text;
        EXPECT_LT(*date, last) << text;
    }
    EXPECT_GT(read, 0);
}

TEST(Dates, EveryDayOfTwoYearsComesBackFromItsIsoForm) {
    for (Seconds day = start_of({2023, 1, 1}); day < start_of({2025, 1, 1}); day += 86400) {
        EXPECT_EQ(parse_date(iso_day(day)), day);
        EXPECT_EQ(parse_date(iso_8601(day + 43200)), day + 43200);
    }
}

TEST(Dates, OtherLanguages) {
    for (const char* const text :
         {"24. Januar 2024", "24 janvier 2024", "24 de enero de 2024", "24 gennaio 2024",
          "24 de janeiro de 2024", "24 januari 2024", "24 Jan. 2024"}) {
        EXPECT_EQ(parse_date(text), parse_date("2024-01-24")) << text;
    }
    EXPECT_EQ(parse_date("1er ao\u00fbt 2024"), parse_date("2024-08-01"));
    EXPECT_EQ(parse_date("7. M\u00e4rz 2024, 13:41 Uhr"), parse_date("2024-03-07 13:41"));
    EXPECT_EQ(parse_date("07 Okt 2015 13:41 GMT"), parse_date("2015-10-07T13:41Z"));
    EXPECT_EQ(parse_date("31 f\u00e9vrier 2024"), std::nullopt);
    EXPECT_EQ(parse_date("24 de febrero 2024, 14h30"), parse_date("2024-02-24 14:30"));
    EXPECT_EQ(parse_date("le 24 janvier 2024 à 7h"), parse_date("2024-01-24 07:00"));
}

TEST(Dates, WithTheWeekdaysOfOtherLanguages) {
    for (const char* const text :
         {"Mittwoch, 24. Januar 2024", "Mi, 24.01.2024", "mercredi 24 janvier 2024",
          "miércoles, 24 enero 2024", "mercoledì 24 gennaio 2024", "quarta-feira, 24 de janeiro de 2024",
          "woensdag 24 januari 2024", "onsdag 24. januar 2024", "среда, 24 января 2024 г",
          "الأربعاء، 24 يناير 2024"}) {
        EXPECT_EQ(parse_date(text), parse_date("2024-01-24")) << text;
    }
}

TEST(Dates, OfLanguagesThatDeclineTheirMonths) {
    for (const char* const text :
         {"24. září 2024", "24 września 2024", "24 сентября 2024", "24 вересня 2024", "24. syyskuuta 2024",
          "24 Eylül 2024", "2024. szeptember 24.", "24 septembrie 2024", "24 Σεπτεμβρίου 2024",
          "24 בספטמבר 2024", "24 सितंबर 2024", "24 أيلول/سبتمبر 2024"}) {
        EXPECT_EQ(parse_date(text), parse_date("2024-09-24")) << text;
    }
    EXPECT_EQ(parse_date("24 أيلول/يناير 2024"), std::nullopt) << "two months";
}

TEST(Dates, OfChineseJapaneseAndKorean) {
    for (const char* const text :
         {"2024年1月24日", "2024年01月24号", "2024年 1月 24日 (水)", "2024年1月24日（水曜日）",
          "2024年1月24日 星期三", "2024년 1월 24일", "2024년 1월 24일 수요일", "发布时间：2024-01-24",
          "２０２４年１月２４日"}) {
        EXPECT_EQ(parse_date(text), parse_date("2024-01-24")) << text;
    }
    for (const char* const text : {"2024年1月24日07:17", "2024年1月24日 7時17分", "2024年01月24日上午7点17分",
                                   "2024년 1월 24일 오전 7:17", "2024年1月24日　07：17"}) {
        EXPECT_EQ(parse_date(text), parse_date("2024-01-24 07:17")) << text;
    }
    EXPECT_EQ(parse_date("2024年1月24日下午3:05"), parse_date("2024-01-24 15:05"));
    EXPECT_EQ(parse_date("2024년 1월 24일 오후 12시"), parse_date("2024-01-24 12:00"));
    EXPECT_EQ(parse_date("2024年1月"), parse_date("2024-01"));
    for (const char* const none : {"2024年13月24日", "2024年2月30日", "24日", "1月24日", "20241年1月24日",
                                   "2024年1月24日24日", "2024年1月24日25時", "12分"}) {
        EXPECT_EQ(parse_date(none), std::nullopt) << none;
    }
}

TEST(Dates, InDigitsOfOtherAlphabets) {
    EXPECT_EQ(parse_date("٢٤ يناير ٢٠٢٤"), parse_date("2024-01-24"));
    EXPECT_EQ(parse_date("۲۰۲۴-۰۱-۲۴"), parse_date("2024-01-24"));
}

TEST(Dates, WithAnHourAfterNoonAndPm) {
    EXPECT_EQ(parse_date("2024-01-24 at 21:00:00PM EST"), parse_date("2024-01-25T02:00:00Z"));
}

}  // namespace
}  // namespace broadsheet
