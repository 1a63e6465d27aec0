/* Classes of places, and the units that belong to one on a day. */
#ifndef NOTICE_TASK_SCOPE_H
#define NOTICE_TASK_SCOPE_H

#include "gazetteer/gazetteer_data.h"

typedef enum mintu_scope_kind {
    MINTU_SCOPE_PLACE = 0,
    MINTU_SCOPE_SMALL_CITIES,
    MINTU_SCOPE_PILOT_TOWNS,
    MINTU_SCOPE_CITIES_AND_COUNTIES,
    MINTU_SCOPE_COUNTIES_AND_DISTRICTS,
    MINTU_SCOPE_PREFECTURES,
    MINTU_SCOPE_COUNTY_SEATS,
    MINTU_SCOPE_TOWNSHIPS,
    MINTU_SCOPE_KEY_TOWNS,
    MINTU_SCOPE_GREENWAYS,
    MINTU_SCOPE_PROVINCE,
    MINTU_SCOPE_END /* sentinel */
} mintu_scope_kind;

typedef struct mintu_member {
    const mintu_place *place;
    const char *certainty, *source; /* of the roster's entry; "" for units of a level */
} mintu_member;

typedef struct mintu_scope {
    mintu_scope_kind kind;
    mintu_member *members;
    size_t count, room, stated; /* stated: 0 when the package does not say */
    mintu_buffer rule[2];       /* in Chinese and English */
} mintu_scope;

/* The kind that a text names, MINTU_SCOPE_END for none. */
mintu_scope_kind mintu_scope_parse(const char *text);

/* True when a place is in the class because it is named or on a roster. */
bool mintu_scope_names(mintu_scope_kind kind);

/* The table set_apart, or NULL when the package has none. */
mintu_status mintu_scope_apart(mintu_context *context, const mintu_gazetteer *gazetteer, mintu_error *error, mintu_layer **out);
bool mintu_scope_is_apart(const mintu_layer *apart, const mintu_place *place);

/* Members of a class on a day (not 0). The class `place` has none of its own. */
mintu_status mintu_scope_find(const mintu_gazetteer *gazetteer, const mintu_layer *apart, mintu_scope_kind kind, int date,
                              mintu_error *error, mintu_scope *out);
void mintu_scope_free(mintu_scope *scope);

#endif
