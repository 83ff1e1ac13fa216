#include "corpus/date_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 20> fillers{
    "at",      "on", "of",  "the", "published", "posted", "updated", "date", "last", "first",
    "created", "de", "del", "le",  "el",        "um",     "uhr",     "den",  "der",  "am"};

// Weekdays of other languages, as they stand before dates; in Chinese, Japanese and Korean they are told by a
// part of them.
constexpr std::array<std::string_view, 102> foreign_weekdays{
    "pondělí",      "úterý",       "středa",      "čtvrtek",     "pátek",     "sobota",    "neděle",
    "poniedziałek", "wtorek",      "środa",       "czwartek",    "piątek",    "niedziela", "maanantai",
    "tiistai",      "keskiviikko", "torstai",     "perjantai",   "lauantai",  "sunnuntai", "pazartesi",
    "salı",         "çarşamba",    "perşembe",    "cuma",        "cumartesi", "pazar",     "sonntag",
    "montag",       "dienstag",    "mittwoch",    "donnerstag",  "freitag",   "samstag",   "sonnabend",
    "mo",           "di",          "mi",          "do",          "fr",        "sa",        "so",
    "lundi",        "mardi",       "mercredi",    "jeudi",       "vendredi",  "samedi",    "dimanche",
    "lunes",        "martes",      "miércoles",   "jueves",      "viernes",   "sábado",    "domingo",
    "lunedì",       "martedì",     "mercoledì",   "giovedì",     "venerdì",   "sabato",    "domenica",
    "segunda",      "terça",       "quarta",      "quinta",      "sexta",     "feira",     "maandag",
    "dinsdag",      "woensdag",    "donderdag",   "vrijdag",     "zaterdag",  "zondag",    "mandag",
    "tirsdag",      "onsdag",      "torsdag",     "fredag",      "lørdag",    "søndag",    "måndag",
    "tisdag",       "lördag",      "söndag",      "понедельник", "вторник",   "среда",     "четверг",
    "пятница",      "суббота",     "воскресенье", "الأحد",       "الاثنين",   "الإثنين",   "الثلاثاء",
    "الأربعاء",     "الخميس",      "الجمعة",      "السبت"};
constexpr std::array<std::string_view, 5> parts_of_weekdays{"星期", "周", "週", "曜日", "요일"};

// Other small words, and what stands for "published" before dates.
constexpr std::array<std::string_view, 30> foreign_fillers{
    "آخر",  "تحديث", "à",        "às",     "a",      "alle",   "ore",  "kl",       "klo",      "em",
    "om",   "uur",   "vom",      "г",      "года",   "року",   "في",   "发布时间", "发表时间", "发布日期",
    "时间", "日期",  "發布時間", "公開日", "掲載日", "投稿日", "配信", "최초입력", "입력",     "등록"};

// Months that other languages write otherwise than English does, in the form that dates have, in full and
// short, with a blank on either side: of German, French, Spanish, Italian, Portuguese, Dutch, Swedish,
// Danish, Norwegian, Indonesian, Finnish, Turkish, Polish, Czech, Hungarian, Romanian, Russian, Ukrainian,
// Greek, Arabic, Hebrew and Hindi.
constexpr std::array<std::string_view, 12> foreign_months{
    " januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuuta ocak "
    "stycznia ledna január ianuarie января янв січня Ιανουαρίου يناير בינואר ינואר जनवरी ",
    " februar février févr febrero febbraio fevereiro fev februari helmikuuta şubat "
    "lutego února február februarie февраля фев лютого Φεβρουαρίου فبراير شباط בפברואר "
    "פברואר फ़रवरी फरवरी ",
    " märz mär mars marzo março maart mrt marts maret maaliskuuta mart marca března "
    "március martie марта мар березня Μαρτίου مارس آذار במרץ מרץ मार्च ",
    " avril avr abril abr aprile huhtikuuta nisan kwietnia dubna április aprilie апреля "
    "апр квітня Απριλίου أبريل ابريل نيسان באפריל אפריל अप्रैल ",
    " mai mayo maggio mag maio mei maj toukokuuta mayıs maja května május мая май травня "
    "Μαΐου مايو أيار ايار במאי מאי मई ",
    " juni juin junio giugno giu junho kesäkuuta haziran czerwca června június iunie июня "
    "июн червня Ιουνίου يونيو حزيران ביוני יוני जून ",
    " juli juillet juil julio luglio lug julho heinäkuuta temmuz lipca července július "
    "iulie июля июл липня Ιουλίου يوليو تموز ביולי יולי जुलाई ",
    " août agosto ago augustus augusti agustus elokuuta ağustos sierpnia srpna augusztus "
    "августа авг серпня Αυγούστου أغسطس اغسطس آب באוגוסט אוגוסט अगस्त ",
    " septembre septiembre setiembre settembre set setembro syyskuuta eylül września září "
    "szeptember septembrie сентября сен вересня Σεπτεμβρίου سبتمبر أيلول ايلول בספטמבר "
    "ספטמבר सितंबर सितम्बर ",
    " oktober okt octobre octubre ottobre ott outubro out lokakuuta ekim października "
    "října október octombrie октября окт жовтня Οκτωβρίου أكتوبر اكتوبر באוקטובר אוקטובר "
    "अक्टूबर ",
    " novembre noviembre novembro marraskuuta kasım listopada listopadu noiembrie ноября "
    "ноя листопада Νοεμβρίου نوفمبر בנובמבר נובמבר नवंबर नवम्बर ",
    " dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuuta "
    "aralık grudnia prosince december decembrie декабря дек грудня Δεκεμβρίου ديسمبر "
    "בדצמבר דצמבר दिसंबर दिसम्बर "};

struct Zone {
    std::string_view name;
    int minutes;
};

constexpr std::array<Zone, 37> zones{{
    {"z", 0},      {"gmt", 0},    {"utc", 0},    {"ut", 0},     {"wet", 0},    {"bst", 60},   {"cet", 60},
    {"cest", 120}, {"west", 60},  {"eet", 120},  {"eest", 180}, {"sast", 120}, {"msk", 180},  {"pkt", 300},
    {"ist", 330},  {"hkt", 480},  {"sgt", 480},  {"awst", 480}, {"jst", 540},  {"kst", 540},  {"aest", 600},
    {"aedt", 660}, {"nzst", 720}, {"nzdt", 780}, {"brt", -180}, {"art", -180}, {"ast", -240}, {"adt", -180},
    {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
    {"pdt", -420}, {"et", -300},
}};

}  // namespace

int month_of(std::string_view word) {
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || word == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
    }
    const std::string wanted = ' ' + std::string(word) + ' ';
    for (std::size_t i = 0; i < foreign_months.size(); ++i) {
        if (foreign_months[i].find(wanted) != std::string_view::npos) return static_cast<int>(i) + 1;
    }
    return 0;
}

bool is_filler(std::string_view word) {
    const auto weekday = [&](std::string_view name) {
        return word == name || word == name.substr(0, 3) || (word.size() == 4 && name.starts_with(word)) ||
               (word == "thur" || word == "thurs");
    };
    const auto among = [&](const auto& words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    const auto holds = [&](std::string_view part) { return word.find(part) != std::string_view::npos; };
    return std::any_of(weekdays.begin(), weekdays.end(), weekday) || among(fillers) ||
           among(foreign_weekdays) || among(foreign_fillers) ||
           (word.size() <= 9 && std::any_of(parts_of_weekdays.begin(), parts_of_weekdays.end(), holds));
}

std::optional<int> zone_offset(std::string_view word) {
    const auto* const found =
        std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.name == word; });
    if (found == zones.end()) return std::nullopt;
    return found->minutes * 60;
}

}  // namespace broadsheet
