/* What is inside a gazetteer. Texts are borrowed from the tables it keeps. */
#ifndef GAZETTEER_GAZETTEER_DATA_H
#define GAZETTEER_GAZETTEER_DATA_H

#include "base/textmap.h"
#include "gazetteer/package_tables.h"

#include <mintu/gazetteer.h>

/* Kinds of a row in place_names.csv. */
typedef enum mintu_name_kind {
    MINTU_NAME_KIND_OFFICIAL = 0,
    MINTU_NAME_KIND_SHORT,
    MINTU_NAME_KIND_TRADITIONAL,
    MINTU_NAME_KIND_LATIN,
    MINTU_NAME_KIND_ALIAS,
    MINTU_NAME_KIND_END /* sentinel */
} mintu_name_kind;

/* A name of a place, with code and parent in a period. "" where the row leaves them as they are today. */
typedef struct mintu_name {
    size_t place; /* index of the place */
    const char *name, *code_then, *parent;
    mintu_name_kind kind;
    int from, to; /* YYYYMMDD, from inclusive, to exclusive; 0 without limit */
} mintu_name;

/* One line of a roster, or of the other places that the notice names. Texts are never NULL. */
typedef struct mintu_entry {
    size_t place;
    mintu_pilot roster; /* MINTU_PILOT_NONE: a place named without being on a roster */
    const char *number, *notice_name, *batch, *certainty, *source, *note, *item, *role;
} mintu_entry;

enum { MINTU_TABLE_PLACES, MINTU_TABLE_NAMES, MINTU_TABLE_CITIES, MINTU_TABLE_TOWNS, MINTU_TABLE_NAMED, MINTU_TABLE_END };

typedef struct mintu_schematic mintu_schematic; /* src/gazetteer/schematic.h */

struct mintu_gazetteer {
    mintu_schematic *schematic; /* filled when first asked for */
    mintu_package package;
    char *titles[2];                      /* zh, en */
    mintu_table *tables[MINTU_TABLE_END]; /* NULL where the package has none */
    mintu_place *places;
    size_t count;
    mintu_textmap by_code;
    mintu_name *names;    /* grouped by place */
    size_t *first_name;   /* of place i; first_name[count] is the number of names */
    mintu_entry *entries; /* small cities, towns, then named places */
    size_t entry_count;
};

#endif
