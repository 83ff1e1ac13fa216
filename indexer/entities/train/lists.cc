#include "indexer/entities/train/lists.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>

#include "indexer/entities/tagging/tokens.h"
#include "indexer/entities/tagging/words.h"
#include "schema/files.h"

namespace broadsheet::entities::train {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

void for_each_line(const fs::path& path, const std::function<void(std::string_view)>& use) {
    const std::string text = read_file(path);
    for (std::string_view line : split(text, '\n')) {
        if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) use(line);
    }
}

class Compiler {
public:
    void cluster(std::string_view word, std::uint16_t number, bool fine) {
        WordEntry& entry = entries_[hash(word)];
        std::uint16_t& cluster = fine ? entry.fine : entry.coarse;
        if (cluster == 0)
            cluster = static_cast<std::uint16_t>(number + 1);  // the files list frequent words first
    }

    void name(std::string_view text, std::uint16_t flag) {
        tokens_.clear();
        tokenise(text, tokens_);
        if (tokens_.empty() || tokens_.size() > longest_name) return;
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::string_view word = text.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
            if (i == 0 && word.size() == 1) return;
            key = i == 0 ? hash(word) : name_hash(key, hash(word));
            entries_[key].flags |= i + 1 < tokens_.size() ? static_cast<std::uint16_t>(name_prefix) : flag;
        }
    }

    std::vector<Lexicon::Item> items() const {
        std::vector<Lexicon::Item> all;
        all.reserve(entries_.size());
        for (const auto& [key, entry] : entries_)
            all.push_back({key, entry});
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        return all;
    }

private:
    std::uint64_t hash(std::string_view word) {
        if (words_.full()) words_.clear();
        return words_[words_.intern(word)].lower;
    }

    Lexicon none_;
    Words words_{none_};
    std::vector<Token> tokens_;
    std::unordered_map<std::uint64_t, WordEntry> entries_;
};

constexpr std::string_view organisation_words =
    "inc inc. corp corp. corporation co co. company companies ltd ltd. limited plc llc ag sa spa nv gmbh bhd "
    "group holdings "
    "industries partners capital bank banking insurance airlines airways motors energy oil gas petroleum "
    "steel "
    "pharmaceuticals technologies systems software media news times post journal gazette herald press "
    "television radio "
    "ministry department agency authority commission committee council parliament congress senate assembly "
    "court tribunal "
    "bureau office board service services administration police army navy force forces guard command brigade "
    "regiment "
    "party front movement union federation confederation association society league alliance coalition "
    "organisation "
    "organization foundation fund trust institute institution academy university college school schools "
    "hospital clinic "
    "church diocese club fc united city athletic rovers wanderers team committee center centre laboratory "
    "laboratories "
    "museum library network exchange securities investments management consulting studios records "
    "entertainment";
constexpr std::string_view titles =
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president vice-president "
    "premier minister "
    "chancellor secretary ambassador senator sen sen. rep rep. representative congressman congresswoman "
    "governor gov gov. "
    "mayor judge justice general gen gen. lieutenant lt lt. colonel col col. major maj maj. captain capt "
    "capt. sergeant sgt "
    "sgt. corporal commander admiral adm adm. brigadier marshal sheikh sheik king queen prince princess emir "
    "sultan pope "
    "cardinal archbishop bishop reverend rev rev. father sister brother rabbi imam ayatollah mullah chairman "
    "chairwoman "
    "chief director coach manager spokesman spokeswoman officer inspector superintendent detective agent "
    "deputy leader "
    "analyst economist attorney lawyer prosecutor actor actress singer author comrade honourable excellency "
    "highness hon hon.";
constexpr std::string_view place_words =
    "river lake sea ocean bay gulf strait straits canal island islands isle isles mount mountain mountains "
    "hill hills valley "
    "desert forest park peninsula cape coast beach county province state district region territory "
    "prefecture governorate "
    "municipality township village town street st avenue ave road rd boulevard highway square bridge airport "
    "port harbour "
    "harbor station stadium arena plaza tower palace temple mosque cathedral camp base north south east west "
    "northern "
    "southern eastern western central upper lower fort falls creek springs heights republic kingdom emirates";

std::uint16_t city_flag(std::uint64_t population) {
    if (population >= 1'000'000) return name_city_million;
    if (population >= 100'000) return name_city_large;
    if (population >= 15'000) return name_city_middle;
    return name_city_small;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void add_places(const fs::path& folder, Compiler& compiler) {
    for_each_line(folder / "cities500.txt", [&](std::string_view line) {
        const auto fields = split(line, '\t');
        if (fields.size() < 15) return;
        const std::uint64_t population = std::strtoull(std::string(fields[14]).c_str(), nullptr, 10);
        const std::uint16_t flag = city_flag(population);
        compiler.name(fields[1], flag);
        compiler.name(fields[2], flag);
        if (population < 200'000) return;
        for (const std::string_view other : split(fields[3], ','))
            if (is_ascii(other) && other.size() > 3) compiler.name(other, flag);
    });
    for (const auto& [file, flag] :
         {std::pair("admin1CodesASCII.txt", name_region), std::pair("admin2Codes.txt", name_district)})
        for_each_line(folder / file, [&, flag = flag](std::string_view line) {
            const auto fields = split(line, '\t');
            if (fields.size() < 3) return;
            compiler.name(fields[1], flag);
            compiler.name(fields[2], flag);
        });
    for_each_line(folder / "countryInfo.txt", [&](std::string_view line) {
        const auto fields = split(line, '\t');
        if (line.starts_with('#') || line.starts_with("ISO\t") || fields.size() < 6) return;
        compiler.name(fields[4], name_country);
    });
    for (const std::string_view name : {"U.S.",         "US",
                                        "USA",          "U.S.A.",
                                        "U.K.",         "UK",
                                        "UAE",          "United States of America",
                                        "Britain",      "England",
                                        "Scotland",     "Wales",
                                        "Russia",       "Czech Republic",
                                        "Burma",        "Holland",
                                        "Ivory Coast",  "Yugoslavia",
                                        "Soviet Union", "Zaire",
                                        "America",      "Great Britain"})
        compiler.name(name, name_country);
    for_each_line(folder / "demonyms.txt",
                  [&](std::string_view line) { compiler.name(split(line, '\t')[0], name_demonym); });
}

void add_names(const fs::path& folder, Compiler& compiler) {
    const auto list = [&](const char* file, std::uint16_t flag) {
        for_each_line(folder / file, [&](std::string_view line) { compiler.name(line, flag); });
    };
    for (const std::string_view word : split(organisation_words, ' '))
        compiler.name(word, name_organisation_word);
    for (const std::string_view word : split(titles, ' '))
        compiler.name(word, name_title);
    for (const std::string_view word : split(place_words, ' '))
        compiler.name(word, name_place_word);
    list("first-names.txt", name_first);
    list("first.txt", name_first);
    list("surnames.txt", name_last);
    list("last.txt", name_last);
    list("person.txt", name_person);
    list("org.txt", name_organisation);
    for_each_line(folder / "sp500.csv", [&](std::string_view line) {
        const auto fields = split(line, ',');
        if (fields.size() < 2 || fields[1] == "Security") return;
        std::string_view name = fields[1];
        if (name.size() > 2 && name.front() == '"')
            name = name.substr(1, name.size() - (name.back() == '"' ? 2 : 1));
        compiler.name(name, name_organisation);
    });
    for (const auto& university : nlohmann::json::parse(read_file(folder / "universities.json")))
        compiler.name(university.at("name").get<std::string>(), name_organisation);
}

}  // namespace

std::vector<Lexicon::Item> compile_lists(const fs::path& data) {
    Compiler compiler;
    for (const bool fine : {false, true})
        for_each_line(data / "entities" / "clusters" / (fine ? "clus1024.tsv" : "clus256.tsv"),
                      [&](std::string_view line) {
                          const auto fields = split(line, '\t');
                          if (fields.size() == 2)
                              compiler.cluster(fields[0],
                                               static_cast<std::uint16_t>(std::stoi(std::string(fields[1]))),
                                               fine);
                      });
    add_names(data / "entities" / "names", compiler);
    add_places(data / "gazetteer", compiler);
    return compiler.items();
}

}  // namespace broadsheet::entities::train
