# A library that is loaded when it is first needed, since loading it takes longer than most commands run: mintu_load_when_needed(NAME
# LIBRARY FILE) makes the header loaded_NAME.h of the functions that FILE lists, one per line. Included after the library's own
# headers, it has their calls go through a table, which base/loaded_library.h fills. A function that is used and not listed is an
# error of the linker.
function(mintu_load_when_needed name library file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  find_library(${library}_PATH ${library} REQUIRED)
  execute_process(COMMAND ${CMAKE_READELF} -d ${${library}_PATH} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
  if(NOT dynamic MATCHES "soname: \\[([^]]+)\\]")
    message(FATAL_ERROR "${${library}_PATH} has no soname; expected a shared library")
  endif()
  set(soname ${CMAKE_MATCH_1})
  file(STRINGS ${file} functions REGEX "^[A-Za-z]")
  set(members "")
  set(names "")
  set(calls "")
  foreach(function ${functions})
    string(APPEND members "    __typeof__(${function}) *${function}_;\n")
    string(APPEND names "    \"${function}\", \\\n")
    string(APPEND calls "#define ${function} mintu_${name}.${function}_\n")
  endforeach()
  string(TOUPPER ${name} upper)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/loaded/loaded_${name}.h @ONLY CONTENT
"/* Made of @file@. */
#ifndef LOADED_@upper@_H
#define LOADED_@upper@_H

#define MINTU_@upper@_FILE \"@soname@\"
#define MINTU_@upper@_NAMES \\
@names@    NULL

struct mintu_@name@_functions {
@members@};
extern struct mintu_@name@_functions mintu_@name@;

#ifndef MINTU_@upper@_LINKED /* by a test */
@calls@#endif

#endif
")
endfunction()
