# Writes the page as C++. MODULES become page.js, STYLES page.css; these and theme.js are put into index.html where it names
# them, for every request costs time before the first answer is on the screen. The other FILES are embedded as they are.
# Run with cmake -P; FOLDER has the files, the lists are separated by commas, OUTPUT is the C++ file.
include(${CMAKE_CURRENT_LIST_DIR}/bundle.cmake)

set(type_html "text/html; charset=utf-8")
set(type_svg "image/svg+xml")

foreach(name FILES MODULES STYLES)
  string(REPLACE "," ";" ${name} "${${name}}")
endforeach()
get_filename_component(made "${OUTPUT}" DIRECTORY)
bundle_scripts("${FOLDER}" "${MODULES}" "${made}/page.js")
bundle_styles("${FOLDER}" "${STYLES}" "${made}/page.css")
list(REMOVE_ITEM FILES index.html theme.js)
put_inside("${FOLDER}/index.html" "${made}/index.html" "${made}/page.css" "${FOLDER}/theme.js" "${made}/page.js")
set(paths "${made}/index.html")
foreach(file IN LISTS FILES)
  list(APPEND paths "${FOLDER}/${file}")
endforeach()
set(arrays "")
set(rows "")
foreach(path IN LISTS paths)
  file(READ "${path}" hex HEX)
  file(SHA256 "${path}" hash)
  get_filename_component(file "${path}" NAME)
  string(LENGTH "${hex}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," hex "${hex}")
  string(MAKE_C_IDENTIFIER "bytes_of_${file}" name)
  get_filename_component(extension "${file}" LAST_EXT)
  string(SUBSTRING "${extension}" 1 -1 extension)
  set(address "/assets/${file}")
  set(inside "\"\", \"\"")
  if(file STREQUAL "index.html")
    set(address "/")
    set(inside "\"${scripts_inside}\",\n     \"${styles_inside}\"")
  endif()
  string(APPEND arrays "constexpr char ${name}[] = {\n${hex}};\n\n")
  string(APPEND rows "    {\"${address}\", \"${type_${extension}}\", {${name}, ${length}},\n     \"${hash}\",\n     ${inside}},\n")
endforeach()

file(WRITE "${OUTPUT}" "// Made by embed.cmake from the files of the page.
#include \"searcher/page/assets.h\"

namespace broadsheet {

namespace {

${arrays}constexpr Asset all[] = {
${rows}};

}  // namespace

std::span<const Asset> assets() {
    return all;
}

}  // namespace broadsheet
")
