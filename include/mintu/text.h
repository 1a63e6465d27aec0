/** @file text.h
 *  Text for people: what came from a file, a style or an argument, made safe to show. */
#ifndef MINTU_TEXT_H
#define MINTU_TEXT_H

#include <mintu/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Writes the beginning of @p text that fits to @p out, with a NUL, and returns how many bytes of the text that is; begin again
 *  behind them until *text is NUL. What a terminal would obey instead of show is written as in JSON: control characters (\n, \t,
 *  \u001b), marks that turn the direction of writing, separators of lines and paragraphs, and other invisible signs except the
 *  joiners of letters. A byte that is no UTF-8 is \xNN. @p room is at least 16. Any thread
 *  may call it. */
MINTU_API size_t mintu_text_visible(const char *text, char *out, size_t room);

#ifdef __cplusplus
}
#endif
#endif
