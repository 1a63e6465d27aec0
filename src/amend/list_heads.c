#include "amend/list_heads.h"

#include "base/ascii.h"

#include <string.h>

enum { WORDS = 24 };

/* Without blanks, with ASCII brackets, and without 所属 or 所在 before them; the surest first. */
static const char *const words[MINTU_LIST_END][WORDS] = {
    {"设区市", "设区的市", "地级市", "地市", "市地", "市", "州市", "prefecture", "city", NULL},
    {"县(市、区)", "县(市区)", "县(区)", "县(市)", "县市区", "县、市、区", "县区", "区县", "市县", "县级市", "县", "区",
     "county", "district", NULL},
    {"乡镇",     "乡(镇)", "乡镇(街道)", "乡镇街道", "乡镇名称", "镇",     "镇名", "镇名称",
     "镇(街道)", "试点镇", "试点镇名称", "试点",     "试点名称", "小城镇", "城镇", "名称",
     "地名",     "单位",   "town",       "township", "place",    "name",   NULL},
    {"代码", "区划代码", "行政区划代码", "统计用区划代码", "code", NULL},
    {"批次", "批", "试点批次", "batch", NULL},
    {"备注", "说明", "注", "note", "notes", "remark", "remarks", NULL},
    {"来源", "出处", "依据", "资料来源", "数据来源", "source", NULL},
    {"确定性", "确认程度", "可信度", "certainty", NULL},
};

static bool skip(const char **at, const char *what)
{
    size_t size = strlen(what);
    bool found = strncmp(*at, what, size) == 0;
    *at += found ? size : 0;
    return found;
}

/* A head as the words above have it. */
static void simplify(const char *head, char out[64])
{
    size_t size = 0;
    while (skip(&head, "所属") || skip(&head, "所在"))
        ;
    while (*head && size < 63) {
        if (skip(&head, " ") || skip(&head, "\t") || skip(&head, "\n") || skip(&head, "\r") || skip(&head, "\u3000"))
            continue;
        if (skip(&head, "（"))
            out[size++] = '(';
        else if (skip(&head, "）"))
            out[size++] = ')';
        else
            out[size++] = *head++;
    }
    out[size] = '\0';
}

static size_t find(const mintu_heads *heads, const char *const *list)
{
    char head[64];
    for (int i = 0; i < WORDS && list[i]; i++)
        for (size_t column = 0; column < heads->count; column++) {
            simplify(heads->name(heads->table, column), head);
            if (mintu_ascii_compare(head, list[i]) == 0)
                return column;
        }
    return SIZE_MAX;
}

void mintu_list_heads(const mintu_heads *heads, size_t out[MINTU_LIST_END])
{
    for (int i = 0; i < MINTU_LIST_END; i++)
        out[i] = find(heads, words[i]);
}

void mintu_list_field(const mintu_heads *heads, const size_t columns[MINTU_LIST_END], mintu_buffer *out)
{
    const mintu_list_head last = columns[MINTU_LIST_TOWN] != SIZE_MAX ? MINTU_LIST_TOWN : MINTU_LIST_CODE;
    mintu_buffer_text(out, "");
    if (columns[last] == SIZE_MAX)
        return;
    for (int i = MINTU_LIST_PREFECTURE; i <= MINTU_LIST_COUNTY && last == MINTU_LIST_TOWN; i++) {
        const char *name = columns[i] == SIZE_MAX ? "" : heads->name(heads->table, columns[i]);
        if (name[0] && !strchr(name, ','))
            mintu_buffer_format(out, "%s,", name);
    }
    mintu_buffer_text(out, heads->name(heads->table, columns[last]));
}
