#include "notice/join_rows.h"

#include "notice/task_links.h"

const char *mintu_join_name(const mintu_matrix *m, const mintu_place *place)
{
    return mintu_gazetteer_then(m->gazetteer, place, m->date).name;
}

const char *mintu_join_unit(const mintu_matrix *m, const mintu_place *place, mintu_level level)
{
    const mintu_place *unit = mintu_gazetteer_within(m->gazetteer, place, level, m->date);
    return unit ? mintu_join_name(m, unit) : "";
}

bool mintu_join_wants(const mintu_matrix *m, const mintu_join_choice *choice, const mintu_link *link)
{
    return (!choice->named || mintu_scope_names(link->class)) &&
           (!choice->agency || mintu_matrix_charges(m, link->task, choice->agency));
}
