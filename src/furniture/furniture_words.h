/* The few words that the furniture brings itself, by language. */
#ifndef FURNITURE_FURNITURE_WORDS_H
#define FURNITURE_FURNITURE_WORDS_H

#include <stddef.h>

typedef enum mintu_furniture_word {
    MINTU_WORD_LEGEND = 0,
    MINTU_WORD_SCALE,      /* before the ratio */
    MINTU_WORD_SOURCES,    /* before the source line */
    MINTU_WORD_PROJECTION, /* before the projection's name */
    MINTU_WORD_MADE_WITH,  /* before the program's name */
    MINTU_WORD_NORTH,
    MINTU_WORD_KILOMETRES,
    MINTU_WORD_METRES,
    MINTU_WORD_SAMPLE, /* stands for a name in the legend */
    MINTU_WORD_SEPARATOR,
    MINTU_WORD_COMMA,
    MINTU_WORD_COLON,
    MINTU_WORD_STOP,        /* of lists in the description */
    MINTU_WORD_SHOWN,       /* before what the legend lists */
    MINTU_WORD_REVIEW,      /* before the review number */
    MINTU_WORD_WORKING_MAP, /* said when there is none */
    MINTU_WORD_AT,          /* format: latitude at which the scale holds */
    MINTU_WORD_AT_CENTRE,   /* where the scale holds */
    MINTU_WORD_NORTH_THERE, /* of the north arrow: north at the centre */
    MINTU_WORD_NO_ARROW,    /* why there is no north arrow */
    MINTU_WORD_NO_BAR,      /* why there is no scale bar */
    MINTU_WORD_OF,          /* format: layer, count, stated count */
    MINTU_WORD_MAKER,       /* of the title block: before who made the map */
    MINTU_WORD_DATE,
    MINTU_WORD_SHEET,
    MINTU_WORD_END
} mintu_furniture_word;

const char *mintu_furniture_word_text(mintu_furniture_word word, const char *lang);

/* Writes 2500000 as 2,500,000. */
void mintu_number_grouped(double value, char *out, size_t size);

#endif
