#include "reverse/reverse_faults.h"

#include "reverse/reverse_findings.h"

#include <stdio.h>

void mintu_reverse_faults_add(mintu_reverse_faults *faults, const mintu_row_fault *fault)
{
    mintu_row_group *group = mintu_row_groups_add(&faults->groups, fault->kind, fault->word, (size_t)fault->line);
    char *text = faults->texts[group - faults->groups.items], column[16] = "";
    if (group->count > 1)
        return;
    if (fault->column > 0)
        snprintf(column, sizeof column, ":%d", fault->column);
    snprintf(text, sizeof faults->texts[0], "%s:%d%s: %s", fault->path, fault->line, column, fault->text);
}

void mintu_reverse_faults_tell(const mintu_reverse_faults *faults, mintu_context *context, const mintu_reverse_options *options)
{
    for (size_t i = 0; i < faults->groups.count; i++) {
        const mintu_row_group *group = &faults->groups.items[i];
        char list[MINTU_GROUP_LIST];
        if (group->count == 1)
            mintu_reverse_finding(context, options, "%s", faults->texts[i]);
        else
            mintu_reverse_finding(context, options, "%s; %zu rows are so%s", faults->texts[i], group->count,
                                  mintu_row_group_list(group, true, list));
    }
}
