#include <array>

#include "indexer/entities/places/compile/country_names.h"

namespace broadsheet::entities::places {

std::span<const Locality> localities() {
    constexpr PlaceKind region = PlaceKind::region;
    constexpr PlaceKind district = PlaceKind::district;
    constexpr PlaceKind town = PlaceKind::town;
    static constexpr auto table = std::to_array<Locality>({
        {"Yorkshire", "", "GB", "GB.ENG", district, 53.9F, -1.3F, 5000000},
        {"West Yorkshire", "", "GB", "GB.ENG", district, 53.75F, -1.67F, 2300000},
        {"South Yorkshire", "", "GB", "GB.ENG", district, 53.5F, -1.33F, 1400000},
        {"Greater Manchester", "", "GB", "GB.ENG", district, 53.5F, -2.31F, 2800000},
        {"Merseyside", "", "GB", "GB.ENG", district, 53.42F, -3.0F, 1400000},
        {"West Midlands", "the Midlands", "GB", "GB.ENG", district, 52.5F, -1.83F, 2900000},
        {"East Midlands", "", "GB", "GB.ENG", district, 52.98F, -0.75F, 4800000},
        {"Tyne and Wear", "Tyneside", "GB", "GB.ENG", district, 54.97F, -1.61F, 1100000},
        {"Northamptonshire", "", "GB", "GB.ENG", district, 52.3F, -0.85F, 750000},
        {"Bedfordshire", "", "GB", "GB.ENG", district, 52.1F, -0.45F, 670000},
        {"Berkshire", "", "GB", "GB.ENG", district, 51.45F, -1.0F, 900000},
        {"Cheshire", "", "GB", "GB.ENG", district, 53.2F, -2.5F, 1060000},
        {"East Anglia", "", "GB", "GB.ENG", district, 52.5F, 1.0F, 2400000},
        {"Sussex", "", "GB", "GB.ENG", district, 50.95F, -0.2F, 1600000},
        {"Scottish Highlands", "", "GB", "GB.SCT", district, 57.1F, -4.7F, 230000},
        {"Silicon Valley", "Santa Clara Valley", "US", "US.CA", district, 37.4F, -122.0F, 2500000},
        {"Bay Area", "San Francisco Bay Area", "US", "US.CA", district, 37.8F, -122.2F, 7000000},
        {"Southern California", "", "US", "US.CA", district, 34.0F, -117.5F, 23000000},
        {"Northern California", "", "US", "US.CA", district, 39.0F, -121.8F, 15000000},
        {"Long Island", "", "US", "US.NY", district, 40.8F, -73.2F, 2900000},
        {"Cape Cod", "", "US", "US.MA", district, 41.7F, -70.3F, 220000},
        {"Capitol Hill", "", "US", "US.DC", town, 38.89F, -77.0F, 35000},
        {"Wall Street", "", "US", "US.NY", town, 40.706F, -74.009F, 35000},
        {"Guantanamo Bay", "Guantánamo Bay", "CU", "", town, 19.92F, -75.16F, 8000},
        {"South Ossetia", "", "GE", "", region, 42.35F, 44.0F, 55000},
        {"Darfur", "", "SD", "", region, 13.0F, 25.0F, 9000000},
        {"Sinai", "Sinai Peninsula", "EG", "", region, 29.5F, 34.0F, 600000},
        {"Upper Egypt", "", "EG", "", region, 26.5F, 32.0F, 30000000},
        {"Nile Delta", "", "EG", "", region, 30.9F, 31.1F, 40000000},
        {"Golan Heights", "Golan", "SY", "", region, 33.0F, 35.75F, 50000},
        {"Galilee", "", "IL", "", district, 32.9F, 35.4F, 1200000},
        {"Negev", "Negev Desert", "IL", "", district, 30.8F, 34.8F, 700000},
        {"Bekaa Valley", "Beqaa Valley|Bekaa", "LB", "", district, 33.9F, 36.0F, 500000},
        {"Donbas", "Donbass", "UA", "", region, 48.3F, 38.0F, 6000000},
        {"Nagorno-Karabakh", "Karabakh|Artsakh", "AZ", "", region, 39.8F, 46.75F, 120000},
        {"Transnistria", "Transdniestria", "MD", "", region, 47.2F, 29.3F, 470000},
        {"Chernobyl", "Chornobyl", "UA", "", town, 51.27F, 30.22F, 1000},
        {"Anatolia", "", "TR", "", region, 39.0F, 35.0F, 40000000},
        {"Ruhr", "Ruhr Valley", "DE", "", district, 51.5F, 7.2F, 5100000},
        {"Lapland", "", "FI", "", region, 68.0F, 26.5F, 180000},
        {"Crete", "", "GR", "", region, 35.2F, 24.9F, 630000},
        {"Rhodes", "", "GR", "", district, 36.2F, 28.0F, 115000},
        {"Lesbos", "", "GR", "", district, 39.2F, 26.2F, 86000},
        {"Cornish coast", "", "GB", "GB.ENG", district, 50.3F, -5.0F, 400000},
        {"Bali", "", "ID", "", region, -8.4F, 115.2F, 4300000},
        {"Sumatra", "", "ID", "", region, 0.0F, 102.0F, 58000000},
        {"Borneo", "", "ID", "", region, 0.9F, 114.0F, 21000000},
        {"Sulawesi", "", "ID", "", region, -2.0F, 121.0F, 20000000},
        {"Java", "", "ID", "", region, -7.5F, 110.0F, 150000000},
        {"Papua", "West Papua", "ID", "", region, -4.0F, 137.5F, 4000000},
        {"Mindanao", "", "PH", "", region, 7.9F, 125.0F, 26000000},
        {"Luzon", "", "PH", "", region, 16.0F, 121.0F, 62000000},
        {"Okinawa", "", "JP", "", region, 26.5F, 127.9F, 1450000},
        {"Honshu", "", "JP", "", region, 36.0F, 138.3F, 100000000},
        {"Kyushu", "", "JP", "", region, 32.8F, 130.8F, 12600000},
        {"Siberia", "", "RU", "", region, 60.0F, 100.0F, 34000000},
        {"Caucasus Mountains", "North Caucasus", "RU", "", region, 43.3F, 45.0F, 9500000},
        {"Urals", "Ural Mountains|Ural", "RU", "", region, 57.0F, 60.0F, 12000000},
        {"Patagonia", "", "AR", "", region, -42.0F, -68.0F, 2000000},
        {"Galapagos Islands", "Galapagos|Galápagos", "EC", "", region, -0.6F, -90.4F, 33000},
        {"Outback", "", "AU", "", region, -25.0F, 133.0F, 600000},
        {"Great Barrier Reef", "", "AU", "AU.04", district, -18.3F, 147.7F, 0},
        {"Jurf al-Sakhar", "Jurf Al-Sakhr|Jurf al-Nasr|Jurf al-Naddaf", "IQ", "IQ.06", town, 32.87F, 44.22F,
         40000},
        {"Ain al-Asad", "Al-Asad|Ain Al-Assad|Ayn al-Asad|Al Asad Air Base|Ain al-Asad Air Base", "IQ",
         "IQ.01", town, 33.79F, 42.44F, 5000},
        {"Green Zone", "", "IQ", "IQ.07", town, 33.31F, 44.39F, 10000},
        {"Sadr City", "", "IQ", "IQ.07", town, 33.39F, 44.46F, 1000000},
        {"Sinjar", "Shingal", "IQ", "IQ.15", town, 36.32F, 41.86F, 80000},
        {"Diego Garcia", "", "IO", "", town, -7.3F, 72.4F, 3000},
        {"Helmand", "", "AF", "", region, 31.4F, 64.2F, 1400000},
        {"Swat Valley", "Swat", "PK", "", district, 35.2F, 72.4F, 2300000},
        {"Waziristan", "", "PK", "", district, 32.5F, 69.7F, 1200000},
        {"Tora Bora", "", "AF", "", town, 34.1F, 70.2F, 1000},
        {"Tortola", "", "VG", "", district, 18.43F, -64.62F, 24000},
    });
    return table;
}

std::span<const TownNames> town_names() {
    static constexpr auto table = std::to_array<TownNames>({
        {5368361, "LA|L.A."},
        {5128581, "NYC|New York|N.Y.C."},
        {5391959, "SF|Frisco"},
        {4140963, "DC|D.C.|Washington DC"},
        {2641673, "Newcastle"},
        {3703443, "Panama City"},
        {99072, "Mossul"},
        {1273294, "Delhi"},
        {1816670, "Peking"},
        {1566083, "Saigon"},
        {1298824, "Rangoon"},
        {703448, "Kiev"},
        {706483, "Kharkov"},
        {698740, "Odessa"},
        {498817, "Leningrad"},
        {472757, "Stalingrad"},
        {993800, "Joburg"},
        {524901, "Moskva"},
    });
    return table;
}

std::span<const RegionPeople> region_people() {
    static constexpr auto table = std::to_array<RegionPeople>({
        {"US.TX", "Texan"},           {"US.CA", "Californian"},
        {"US.OH", "Ohioan"},          {"US.FL", "Floridian"},
        {"US.NY", "New Yorker"},      {"US.VA", "Virginian"},
        {"US.PA", "Pennsylvanian"},   {"US.MI", "Michigander"},
        {"US.IA", "Iowan"},           {"US.MN", "Minnesotan"},
        {"US.NE", "Nebraskan"},       {"US.KS", "Kansan"},
        {"US.KY", "Kentuckian"},      {"US.TN", "Tennessean"},
        {"US.AK", "Alaskan"},         {"US.HI", "Hawaiian"},
        {"US.OR", "Oregonian"},       {"US.LA", "Louisianan"},
        {"US.CO", "Coloradan"},       {"US.IL", "Illinoisan"},
        {"US.AL", "Alabamian"},       {"GB.SCT", "Scottish|Scot|Scotsman"},
        {"GB.WLS", "Welsh|Welshman"}, {"GB.NIR", "Northern Irish"},
        {"CA.08", "Ontarian"},        {"CA.10", "Quebecer|Quebecois"},
        {"CA.01", "Albertan"},        {"AU.04", "Queenslander"},
        {"AU.06", "Tasmanian"},       {"ES.56", "Catalan|Catalonian"},
        {"ES.59", "Basque"},          {"DE.02", "Bavarian"},
        {"FR.94", "Corsican"},        {"FR.53", "Breton"},
        {"IT.15", "Sicilian"},        {"RU.12", "Chechen"},
        {"RU.17", "Dagestani"},       {"GE.02", "Abkhaz|Abkhazian"},
        {"UA.11", "Crimean"},         {"IN.12", "Kashmiri"},
        {"CN.14", "Tibetan"},         {"CN.13", "Uighur|Uyghur"},
        {"PS.GZ", "Gazan"},
    });
    return table;
}

}  // namespace broadsheet::entities::places
