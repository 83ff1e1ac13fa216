# Tells ctest the tests of a GoogleTest program, a suite as one test: PROGRAM is run in FOLDER, OUTPUT is what ctest includes.
# A process for each case would take longer to start than most cases take, and make again what a suite's cases share.
execute_process(COMMAND ${PROGRAM} --gtest_list_tests WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE listed
                COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "(^|\n)[^ \n][^\n]*\\.[ \n]" suites "${listed}")
set(tests "")
foreach(suite IN LISTS suites)
  string(REGEX REPLACE "\\.[ \n]$" "" suite "${suite}")
  string(STRIP "${suite}" suite)
  string(APPEND tests "add_test([==[${suite}]==] \"${PROGRAM}\" [==[--gtest_filter=${suite}.*]==])\n"
    "set_tests_properties([==[${suite}]==] PROPERTIES WORKING_DIRECTORY \"${FOLDER}\" TIMEOUT ${TIMEOUT})\n")
endforeach()
if(tests STREQUAL "")
  message(FATAL_ERROR "${PROGRAM} lists no tests")
endif()
file(WRITE ${OUTPUT} "${tests}")
