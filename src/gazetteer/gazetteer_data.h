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

/* Readers of the tables, in the order in which mintu_gazetteer_open() calls them. */
mintu_status mintu_gazetteer_read_places(mintu_gazetteer *gazetteer, mintu_error *error);
mintu_status mintu_gazetteer_read_names(mintu_gazetteer *gazetteer, mintu_error *error);
mintu_status mintu_gazetteer_read_rosters(mintu_gazetteer *gazetteer, mintu_error *error);

/* Index of a place that belongs to the gazetteer. */
size_t mintu_gazetteer_index(const mintu_gazetteer *gazetteer, const mintu_place *place);

/* True when the period holds the date. */
bool mintu_period_holds(int from, int to, int date);

/* The date itself, or the package's for 0. */
int mintu_gazetteer_date(const mintu_gazetteer *gazetteer, int date);

/* Names of a place: *first and the number of them. */
size_t mintu_gazetteer_names(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_name **first);

/* Type of a place under a name of another time: 永定县 was a county, though 永定区 is a district. */
const char *mintu_gazetteer_type(const mintu_place *place, const char *name);

/* The unit that took a place's ground over when it was abolished, itself while it is in force; NULL when the package does not
 * say. It is the only unit of the same level and parent that came into force on the day of abolition. */
const mintu_place *mintu_gazetteer_successor(const mintu_gazetteer *gazetteer, const mintu_place *place, int date);

/* How many entries the roster has by its own statement ("mintu:stated"); 0 when it says nothing. */
size_t mintu_gazetteer_stated(const mintu_gazetteer *gazetteer, mintu_pilot roster);
size_t mintu_gazetteer_listed(const mintu_gazetteer *gazetteer, mintu_pilot roster);

/* Unit that a text names as of a date: code, official name then or today, any other name, or a name without its last
 * character when that is a type of unit. Unknown and ambiguous are MINTU_STATUS_INPUT. */
mintu_status mintu_gazetteer_unit(const mintu_gazetteer *gazetteer, const char *text, int date, mintu_error *error,
                                  const mintu_place **out);

/* True when the place is the unit or lay in it on the date. */
bool mintu_gazetteer_is_within(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *unit, int date);

#endif
