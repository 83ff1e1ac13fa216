# One file of the page out of several, for every request costs time before the first answer is on the screen.

# Puts the scripts in FOLDER, which are ES modules with imports of the form `import { a, b } from "./c.js";` and exports
# of declarations, into one classic script: each module is a function's scope that gives what it exports. The modules
# are ordered such that each comes after those that it imports. Lines that are comments stay behind.
function(bundle_scripts folder modules output)
  set(bundle "(() => {\n\"use strict\";\n")
  set(declaration "export (async function|function|const|class) ")
  foreach(module IN LISTS modules)
    file(READ "${folder}/${module}.js" text)
    string(REGEX MATCHALL "${declaration}[A-Za-z_]+" exported "${text}")
    list(TRANSFORM exported REPLACE "^.* " "")
    list(JOIN exported ", " exported)
    string(REGEX REPLACE "\n *//[^\n]*" "" text "\n${text}")
    string(REGEX REPLACE "import ({[^}]*}) from \"\\./([a-z_]+)\\.js\";" "const \\1 = module_\\2;" text "${text}")
    string(REGEX REPLACE "(^|\n)${declaration}" "\\1\\2 " text "${text}")
    if(text MATCHES "(^|\n)(import|export) ")
      message(FATAL_ERROR "${module}.js imports or exports in a form that cannot be bundled")
    endif()
    string(APPEND bundle "\nconst module_${module} = (() => {\n${text}\nreturn { ${exported} };\n})();\n")
  endforeach()
  file(WRITE "${output}" "${bundle}})();\n")
endfunction()

function(bundle_styles folder styles output)
  set(bundle "")
  foreach(style IN LISTS styles)
    file(READ "${folder}/${style}.css" text)
    string(APPEND bundle "${text}")
  endforeach()
  file(WRITE "${output}" "${bundle}")
endfunction()
