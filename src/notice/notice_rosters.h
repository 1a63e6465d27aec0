/* The rosters of a notice that is written as a data package. */
#ifndef NOTICE_NOTICE_ROSTERS_H
#define NOTICE_NOTICE_ROSTERS_H

#include "notice/notice_data.h"

/* Roster @p index of the package at hand as the notice has it, with the columns that the package describes: the table as CSV, its
 * rows, and how many places the notice says that there are (-1: it does not say). */
size_t mintu_notice_roster(const mintu_notice *notice, size_t index, mintu_buffer *text, long *stated);

/* True for a place that the notice puts on a roster. */
bool mintu_notice_on_roster(const mintu_notice *notice, const mintu_named *named);

/* What the places on the rosters that are filled are called. The package at hand says what all of its rosters are together. */
json_t *mintu_notice_rosters_called(const mintu_gazetteer *gazetteer, const bool filled_rosters[]);

/* A title in Chinese and English, which begins with a capital letter. */
json_t *mintu_notice_languages(const char *chinese, const char *english);

#endif
