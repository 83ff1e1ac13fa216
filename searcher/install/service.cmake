# Run when the project is installed, with `broadsheet_install` (this folder), `broadsheet_built` and
# `broadsheet_bindir`: only then is it known where to. Programs below /usr have their settings in /etc, others below
# their own prefix.
function(install_service)
  if(CMAKE_INSTALL_PREFIX MATCHES "^/usr/?$")
    set(settings /etc/broadsheet)
    file(MAKE_DIRECTORY $ENV{DESTDIR}/var/lib/broadsheet)
  else()
    set(settings ${CMAKE_INSTALL_PREFIX}/etc/broadsheet)
  endif()
  set(programs ${CMAKE_INSTALL_PREFIX}/${broadsheet_bindir})
  configure_file(${broadsheet_install}/broadsheet@.service.in ${broadsheet_built}/broadsheet@.service @ONLY)
  file(INSTALL ${broadsheet_built}/broadsheet@.service DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/systemd/system)
  file(INSTALL ${broadsheet_install}/serve.conf DESTINATION ${settings})
endfunction()
install_service()
