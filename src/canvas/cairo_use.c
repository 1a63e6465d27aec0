#include "canvas/cairo_use.h"

#include "base/loaded_library.h"

struct mintu_cairo_functions mintu_cairo;

mintu_status mintu_cairo_begin(const char *doing, mintu_error *error)
{
    static const char *const names[] = {MINTU_CAIRO_NAMES};
    static mintu_loaded_library library = {.file = MINTU_CAIRO_FILE, .names = names, .functions = &mintu_cairo};
    return mintu_library_load(&library, doing, error);
}
