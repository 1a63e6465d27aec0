/* A library that is loaded when it is first needed (src/packaging/load_when_needed.cmake). */
#ifndef BASE_LOADED_LIBRARY_H
#define BASE_LOADED_LIBRARY_H

#include <mintu/status.h>
#include <stdatomic.h>
#include <stdbool.h>

/* One of them, static. The functions are pointers one after the other, in the order of their names, which end with NULL. */
typedef struct mintu_loaded_library {
    const char *file; /* as the dynamic linker finds it */
    const char *const *names;
    void *functions;
    atomic_bool loaded;
} mintu_loaded_library;

/* Loads it, once, and never unloads it. @p doing begins the message of a failure. Any thread may call it at any time. */
mintu_status mintu_library_load(mintu_loaded_library *library, const char *doing, mintu_error *error);

#endif
