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
    /* Where the day of a change is not known: it lies after the one and no later than the other. 0: the day is known, or, of
     * `after` alone, nothing earlier is. */
    int from_after, from_by, to_after, to_by;
} mintu_name;

/* One line of a roster, or of the other places that the notice names. Texts are never NULL. */
typedef struct mintu_entry {
    size_t place;
    unsigned roster; /* the bit of its roster; 0: a place named without being on one */
    const char *number, *notice_name, *batch, *certainty, *source, *note, *item, *role;
} mintu_entry;

/* Who belongs to a class of places. */
typedef enum mintu_class_members {
    MINTU_CLASS_NAMED = 0, /* the place that is named */
    MINTU_CLASS_ROSTER,
    MINTU_CLASS_UNITS,   /* units of a level, of any or some types, that are in force */
    MINTU_CLASS_UNKNOWN, /* no table lists them */
    MINTU_CLASS_END      /* sentinel */
} mintu_class_members;

/* A row of place_classes.csv. */
typedef struct mintu_place_class {
    const char *name, *titles[2]; /* in Chinese and English */
    const char *types;            /* with spaces between; "": any */
    const char *quota;            /* its word in the ledger of the land quota; "": it can have none */
    mintu_class_members members;
    mintu_level level;
    unsigned roster; /* the bit of its roster; 0: it is of none */
} mintu_place_class;

enum { MINTU_TABLE_PLACES, MINTU_TABLE_NAMES, MINTU_TABLE_ROSTERS, MINTU_TABLE_CLASSES, MINTU_TABLE_NAMED, MINTU_TABLE_END };

typedef struct mintu_schematic mintu_schematic; /* src/gazetteer/schematic.h */

struct mintu_gazetteer {
    mintu_schematic *schematic; /* filled when first asked for */
    mintu_package package;
    mintu_context *context; /* that it was opened with: only whether it is cancelled is asked of it, by whichever thread */
    char *titles[2];        /* zh, en */
    mintu_table *tables[MINTU_TABLE_END]; /* NULL where the package has none */
    mintu_place *places;
    size_t count;
    mintu_textmap by_code;
    int covered_from[MINTU_LEVEL_END]; /* first day for which units of a level are known from lists; 0: it is not said */
    bool tells_heirs;                  /* places.csv says which unit took over which */
    mintu_name *names;                 /* grouped by place */
    size_t *first_name;                /* of place i; first_name[count] is the number of names */
    mintu_roster rosters[MINTU_ROSTERS_MOST];
    mintu_table *roster_tables[MINTU_ROSTERS_MOST]; /* NULL where the package has none of a roster */
    size_t roster_count;
    mintu_entry *entries; /* those of the rosters, one after the other, then named places */
    size_t entry_count, entry_room;
    mintu_place_class *classes;
    size_t class_count;
};

#endif
