# Writes the files of the page as C++. Run with cmake -P, FOLDER, FILES (separated by commas) and OUTPUT set.

set(type_html "text/html; charset=utf-8")
set(type_css "text/css; charset=utf-8")
set(type_js "text/javascript; charset=utf-8")
set(type_svg "image/svg+xml")

string(REPLACE "," ";" FILES "${FILES}")
set(arrays "")
set(rows "")
foreach(file IN LISTS FILES)
  file(READ "${FOLDER}/${file}" hex HEX)
  file(SHA256 "${FOLDER}/${file}" hash)
  string(LENGTH "${hex}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," hex "${hex}")
  string(MAKE_C_IDENTIFIER "bytes_of_${file}" name)
  get_filename_component(extension "${file}" LAST_EXT)
  string(SUBSTRING "${extension}" 1 -1 extension)
  set(path "/assets/${file}")
  if(file STREQUAL "index.html")
    set(path "/")
  endif()
  string(APPEND arrays "constexpr char ${name}[] = {\n${hex}};\n\n")
  string(APPEND rows "    {\"${path}\", \"${type_${extension}}\", {${name}, ${length}},\n     \"${hash}\"},\n")
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
