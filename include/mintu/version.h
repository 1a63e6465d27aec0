/** @file version.h
 *  Which version a program is built with and which one it runs with.
 *
 *  Versions are semantic (semver.org). Within a major version nothing that these headers promise is taken away: a program built with
 *  1.2 runs with the shared library of 1.2 and of everything up to 2.0, without being built again. The major version is in the shared
 *  library's name (libmintu.so.MAJOR) and in the version of each of its symbols (MINTU_MAJOR). A new minor version adds functions,
 *  values of enums and members of structs; a patch adds nothing.
 *
 *  What a program may build on, so that this holds:
 *  - Structs that the program makes (options, queries, and results that it gives room for) keep their size. New members take the place
 *    of reserved ones, and 0 in them means what was done before. So: zero-initialise them (`= {0}`, or with the members named), and
 *    leave `reserved` alone. A reserved member that is not zero is MINTU_STATUS_USAGE: the program was built with a newer version than
 *    it runs with, and asks for what this one does not have.
 *  - Structs that the library makes and lends (mintu_place, mintu_mention, …) may grow at their end: read them through the pointer, and
 *    do not count on their size. mintu_bytes, mintu_nearest_hit and mintu_place_then stay as they are.
 *  - Enums get new values before their sentinel MINTU_…_END, which so is another number in another version; no other value changes. */
#ifndef MINTU_VERSION_H
#define MINTU_VERSION_H

/* Read by the build, which takes the version from here. */
#define MINTU_VERSION_MAJOR 0
#define MINTU_VERSION_MINOR 1
#define MINTU_VERSION_PATCH 0

#define MINTU_VERSION_TEXT_(number)  #number
#define MINTU_VERSION_JOIN_(a, b, c) MINTU_VERSION_TEXT_(a) "." MINTU_VERSION_TEXT_(b) "." MINTU_VERSION_TEXT_(c)

/** Version of these headers as text: "0.1.0". */
#define MINTU_VERSION_STRING MINTU_VERSION_JOIN_(MINTU_VERSION_MAJOR, MINTU_VERSION_MINOR, MINTU_VERSION_PATCH)

/** A version as a number that later ones exceed: MAJOR · 1,000,000 + MINOR · 1000 + PATCH. */
#define MINTU_VERSION_NUMBER_OF(major, minor, patch) ((major)*1000000 + (minor)*1000 + (patch))

/** Version of these headers as such a number. */
#define MINTU_VERSION_NUMBER MINTU_VERSION_NUMBER_OF(MINTU_VERSION_MAJOR, MINTU_VERSION_MINOR, MINTU_VERSION_PATCH)

/** True in `#if` when these headers are of this version or a later one. */
#define MINTU_VERSION_AT_LEAST(major, minor, patch) (MINTU_VERSION_NUMBER >= MINTU_VERSION_NUMBER_OF(major, minor, patch))

#if defined(__GNUC__)
#define MINTU_API __attribute__((visibility("default")))
#else
#define MINTU_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Version of the library that the program runs with, as "MAJOR.MINOR.PATCH" and as a number like MINTU_VERSION_NUMBER, with which it
 *  may be compared. Static storage. Any thread may call them at any time. */
MINTU_API const char *mintu_version(void);
MINTU_API int mintu_version_number(void);

#ifdef __cplusplus
}
#endif
#endif
