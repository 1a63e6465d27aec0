#include "task/join_rows.h"

#include "gazetteer/names_in_time.h"
#include "task/task_links.h"

bool mintu_join_wants(const mintu_matrix *m, const mintu_join_choice *choice, const mintu_link *link)
{
    return (!choice->named || mintu_scope_names(link->class)) &&
           (!choice->agency || mintu_matrix_charges(m, link->task, choice->agency));
}

void mintu_join_place(const mintu_gazetteer *gazetteer, const mintu_place *place, int date, mintu_row *row)
{
    static const mintu_level levels[] = {MINTU_LEVEL_COUNTY, MINTU_LEVEL_PREFECTURE};
    const char *name = mintu_gazetteer_then(gazetteer, place, date).name;
    MINTU_ROW_TEXTS(row, place->code, name, place->name_en, mintu_level_text(place->level), mintu_gazetteer_type(place, name));
    for (int i = 0; i < 2; i++) {
        const mintu_place *unit = mintu_gazetteer_within(gazetteer, place, levels[i], date);
        mintu_row_text(row, unit ? mintu_gazetteer_then(gazetteer, unit, date).name : "");
    }
}
