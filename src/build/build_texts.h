/* What goes beside a map: NAME.md, NAME.html and NAME.tex, to be pasted where it is shown. */
#ifndef BUILD_BUILD_TEXTS_H
#define BUILD_BUILD_TEXTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cli_build_picture {
    const char *screen, *print;                /* the file for pages on a screen and for LaTeX; NULL: there is none */
    const char *title, *description, *sources; /* lines of the map's caption; the description is the alternative text */
    double width_mm;                           /* 0: not known */
} cli_build_picture;

typedef struct cli_build_text_form {
    const char *ending;                               /* "md" */
    char *(*write)(const cli_build_picture *picture); /* on the heap; NULL when memory ran out */
} cli_build_text_form;

enum { CLI_BUILD_TEXT_FORMS = 3 };
extern const cli_build_text_form cli_build_text_forms[CLI_BUILD_TEXT_FORMS];

/* Width in millimetres that a PNG, SVG or PDF says of itself; 0 when it says none. */
double cli_build_picture_width(const char *path);

#endif
