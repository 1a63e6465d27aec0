#include "table/row_groups.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { WORDS = 12 };

static mintu_row_group *find(mintu_row_groups *groups, int kind, const char *word)
{
    for (size_t i = 0; i < groups->count; i++)
        if (groups->items[i].kind == kind && strcmp(groups->items[i].word, word) == 0)
            return &groups->items[i];
    return NULL;
}

mintu_row_group *mintu_row_groups_add(mintu_row_groups *groups, int kind, const char *word, size_t row)
{
    char kept[MINTU_GROUP_WORD];
    size_t size = strlen(word);
    snprintf(kept, sizeof kept, "%.*s", (int)(size < sizeof kept ? size : mintu_utf8_cut(word, sizeof kept - 1)), word);
    mintu_row_group *group = find(groups, kind, kept);
    if (!group && *kept && groups->count >= WORDS) {
        snprintf(kept, sizeof kept, "…");
        group = find(groups, kind, kept);
    }
    if (!group) {
        group = &groups->items[groups->count < MINTU_ROW_GROUPS ? groups->count++ : MINTU_ROW_GROUPS - 1];
        *group = (mintu_row_group){.kind = kind};
        memcpy(group->word, kept, sizeof kept);
    }
    if (group->count < MINTU_GROUP_ROWS)
        group->rows[group->count] = row;
    group->count++;
    return group;
}

const char *mintu_row_group_list(const mintu_row_group *group, bool lines, char out[MINTU_GROUP_LIST])
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; group->count > 1 && i < group->count && i < MINTU_GROUP_ROWS; i++)
        used += (size_t)snprintf(out + used, MINTU_GROUP_LIST - used, "%s%zu",
                                 i       ? ", "
                                 : lines ? " (lines "
                                         : " (rows ",
                                 group->rows[i]);
    if (used)
        snprintf(out + used, MINTU_GROUP_LIST - used, group->count > MINTU_GROUP_ROWS ? ", …)" : ")");
    return out;
}
