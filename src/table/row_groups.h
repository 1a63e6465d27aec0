/* Rows of a table with something about them, gathered by what it is: one message for each kind, which names the rows. */
#ifndef TABLE_ROW_GROUPS_H
#define TABLE_ROW_GROUPS_H

#include <stdbool.h>
#include <stddef.h>

enum { MINTU_ROW_GROUPS = 40, MINTU_GROUP_ROWS = 8, MINTU_GROUP_WORD = 48, MINTU_GROUP_LIST = 256 };

typedef struct mintu_row_group {
    int kind;
    char word[MINTU_GROUP_WORD];          /* what the rows say, where each word is a kind of its own; "" where none is */
    size_t count, rows[MINTU_GROUP_ROWS]; /* the first of them, as they were given */
} mintu_row_group;

/* In the order in which the kinds came first. */
typedef struct mintu_row_groups {
    mintu_row_group items[MINTU_ROW_GROUPS];
    size_t count;
} mintu_row_groups;

/* Puts a row to its kind and word, and gives the group, whose count is 1 when it is new. From the thirteenth group on words are one group of
 * their kind, whose word is "…". Kinds are 0 to 9. */
mintu_row_group *mintu_row_groups_add(mintu_row_groups *groups, int kind, const char *word, size_t row);

/* " (lines 4, 7, 9, …)", or " (rows …)"; "" for one row, which the message begins with. */
const char *mintu_row_group_list(const mintu_row_group *group, bool lines, char out[MINTU_GROUP_LIST]);

#endif
