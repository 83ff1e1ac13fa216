# Debian packages, by `cpack`: programs, the library, and what building with it takes.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME broadsheet)
set(CPACK_PACKAGE_VENDOR Broadsheet)
# Whoever builds packages says who answers for them, in the way that Debian's own tools are told; an address that cannot
# exist stands for nobody.
set(maintainer "Broadsheet <nobody@broadsheet.invalid>")
if(DEFINED ENV{DEBEMAIL})
  set(maintainer "$ENV{DEBEMAIL}")
  if(DEFINED ENV{DEBFULLNAME} AND NOT maintainer MATCHES "<")
    set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
  endif()
endif()
set(BROADSHEET_MAINTAINER "${maintainer}" CACHE STRING "Maintainer of the Debian packages")
set(CPACK_PACKAGE_CONTACT "${BROADSHEET_MAINTAINER}")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL programs library development)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME broadsheet)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION text)
set(CPACK_COMPONENT_PROGRAMS_DESCRIPTION "full-text search over news articles
Indexes collections of articles of many formats, finds the people,
organisations and places in them, and answers ranked, faceted queries on the
command line, over HTTP and on a search page.")
set(maintainer_scripts ${CMAKE_CURRENT_LIST_DIR}/debian)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_CONTROL_EXTRA
    ${CMAKE_CURRENT_BINARY_DIR}/conffiles
    ${maintainer_scripts}/postinst ${maintainer_scripts}/prerm ${maintainer_scripts}/postrm)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/conffiles "/etc/broadsheet/serve.conf\n")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libbroadsheet-searcher0)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "full-text search over news articles - library
Opens an index that the package broadsheet has made, and searches it.")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
# The trigger is all that a library needs. CPack makes scripts that run ldconfig as well, unless it is told of others; what
# is not there it leaves out.
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_BINARY_DIR}/triggers
    ${CMAKE_CURRENT_BINARY_DIR}/no-script/postinst ${CMAKE_CURRENT_BINARY_DIR}/no-script/postrm)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/triggers "activate-noawait ldconfig\n")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libbroadsheet-searcher-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libbroadsheet-searcher0 (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "full-text search over news articles - development files
The header, the CMake package and an example for programs that search an
index of the package broadsheet.")

# Every package says whose it is and what changed.
string(TIMESTAMP date_of_changelog "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${CMAKE_CURRENT_BINARY_DIR}/changelog @ONLY)
execute_process(COMMAND ${GZIP_PROGRAM} -9nkf ${CMAKE_CURRENT_BINARY_DIR}/changelog COMMAND_ERROR_IS_FATAL ANY)
foreach(component programs library development)
  string(TOUPPER ${component} capitals)
  set(documents ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${capitals}_PACKAGE_NAME})
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz
          DESTINATION ${documents} COMPONENT ${component})
endforeach()

include(CPack)
