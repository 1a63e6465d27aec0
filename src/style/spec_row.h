/* Words that the tables of the specification are written in; for the sources of these tables only. */
#ifndef STYLE_SPEC_ROW_H
#define STYLE_SPEC_ROW_H

#include "style/spec_table.h"

#include <float.h>

#define ANY                MINTU_SPEC_ANY
#define NUMBER             MINTU_SPEC_NUMBER
#define BOOLEAN            MINTU_SPEC_BOOLEAN
#define STRING             MINTU_SPEC_STRING
#define COLOR              MINTU_SPEC_COLOR
#define ENUM               MINTU_SPEC_ENUM
#define FORMATTED          MINTU_SPEC_FORMATTED
#define IMAGE              MINTU_SPEC_IMAGE
#define ARRAY              MINTU_SPEC_ARRAY
#define STRINGS            MINTU_SPEC_STRINGS
#define ENUMS              MINTU_SPEC_ENUMS
#define PADDING            MINTU_SPEC_PADDING
#define NUMBERS            MINTU_SPEC_NUMBERS
#define COLORS             MINTU_SPEC_COLORS
#define ANCHORS            MINTU_SPEC_ANCHORS
#define PROJECTED          MINTU_SPEC_PROJECTION
#define COORDINATES        MINTU_SPEC_COORDINATES
#define FILTER             MINTU_SPEC_FILTER
#define GLYPHS             MINTU_SPEC_GLYPHS
#define SPRITE             MINTU_SPEC_SPRITE
#define FONTS              MINTU_SPEC_FONTS
#define PROMOTE            MINTU_SPEC_PROMOTE
#define STATE              MINTU_SPEC_STATE
#define OBJECT             MINTU_SPEC_OBJECT
#define BY                 MINTU_SPEC_BY
#define MIXED              MINTU_SPEC_MIXED
#define EASED              MINTU_SPEC_EASED
#define TOKENS             MINTU_SPEC_TOKENS
#define NEEDED             MINTU_SPEC_NEEDED
#define QUIET              MINTU_SPEC_QUIET
#define STEPPED            (MINTU_SPEC_BY | MINTU_SPEC_ZOOM)
#define SCALED             (STEPPED | MINTU_SPEC_MIXED)
#define VARIED             (STEPPED | MINTU_SPEC_DATA)
#define CURVED             (VARIED | MINTU_SPEC_MIXED)
#define LEAST(low)         .least = (low), .most = DBL_MAX
#define BETWEEN(low, high) .least = (low), .most = (high)

#endif
