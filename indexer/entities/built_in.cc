// The model, the gazetteer and the aliases, as bytes of the program: whoever has the program has them, and
// there is no path to get wrong.
#include "indexer/entities/annotator.h"

// NOLINTBEGIN(readability-identifier-naming)
__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    "broadsheet_model_begin: .incbin \"" BROADSHEET_ENTITY_DATA
    "/entities.zst\"\n"
    "broadsheet_model_end:\n"
    ".balign 16\n"
    "broadsheet_gazetteer_begin: .incbin \"" BROADSHEET_ENTITY_DATA
    "/gazetteer.zst\"\n"
    "broadsheet_gazetteer_end:\n"
    "broadsheet_aliases_begin: .incbin \"" BROADSHEET_ENTITY_DATA
    "/aliases.tsv\"\n"
    "broadsheet_aliases_end:\n"
    ".text\n");

extern "C" {
extern const char broadsheet_model_begin[];
extern const char broadsheet_model_end[];
extern const char broadsheet_gazetteer_begin[];
extern const char broadsheet_gazetteer_end[];
extern const char broadsheet_aliases_begin[];
extern const char broadsheet_aliases_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace broadsheet::entities {

namespace {

std::string_view bytes(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

Knowledge built_in_knowledge() {
    Knowledge knowledge{
        Model::unpack(bytes(broadsheet_model_begin, broadsheet_model_end), "the built-in model"),
        Gazetteer::unpack(bytes(broadsheet_gazetteer_begin, broadsheet_gazetteer_end),
                          "the built-in gazetteer"),
        {}};
    knowledge.aliases.add(bytes(broadsheet_aliases_begin, broadsheet_aliases_end), "the built-in aliases");
    return knowledge;
}

}  // namespace broadsheet::entities
