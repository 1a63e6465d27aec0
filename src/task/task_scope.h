/* Classes of places, and the units that belong to one on a day. */
#ifndef TASK_TASK_SCOPE_H
#define TASK_TASK_SCOPE_H

#include "gazetteer/gazetteer_data.h"

typedef struct mintu_member {
    const mintu_place *place;
    const char *certainty, *source; /* of the roster's entry; "" for units of a level */
} mintu_member;

typedef struct mintu_scope {
    const mintu_place_class *class;
    mintu_member *members;
    size_t count, room, stated; /* stated: 0 when the package does not say */
    mintu_buffer rule[2];       /* in Chinese and English */
} mintu_scope;

/* True when a place is in the class because it is named or on a roster. */
bool mintu_scope_names(const mintu_place_class *class);

/* The table set_apart, or NULL when the package has none. */
mintu_status mintu_scope_apart(mintu_context *context, const mintu_gazetteer *gazetteer, mintu_error *error, mintu_layer **out);
bool mintu_scope_is_apart(const mintu_layer *apart, const mintu_place *place);

/* Members of a class on a day (not 0). That of named places has none of its own. */
mintu_status mintu_scope_find(const mintu_gazetteer *gazetteer, const mintu_layer *apart, const mintu_place_class *class,
                              int date, mintu_error *error, mintu_scope *out);
void mintu_scope_free(mintu_scope *scope);

#endif
