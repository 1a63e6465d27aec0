/* The document's member `state`: what ["global-state", NAME] is when nobody sets it. */
#ifndef STYLE_STATE_H
#define STYLE_STATE_H

#include "style/document.h"
#include "style/member_read.h"

bool mintu_style_read_state(mintu_parser *parser, void *style, const json_t *json); /* before the layers */

/* Default of a state of the document's member `state`, NULL when it is no text. */
const char *mintu_style_state_text(const mintu_style *style, const char *name);

/* "en" or "zh": what is asked for, where it is NULL what the state `lang` is by default. */
const char *mintu_style_language(const mintu_style *style, const char *asked);

#endif
