// The codes of Reuters-21578 as people write the names.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

std::string reuters_place(std::string_view code);  // el-salvador: El Salvador; usa: USA
std::string reuters_person(
    std::string_view code);  // james-miller: James Miller; perez-de-cuellar: Perez de Cuellar
std::string reuters_organisation(std::string_view code);  // opec: OPEC; worldbank: World Bank

}  // namespace broadsheet
