/* Figures of a clause: numbers, ranges, and those that count nothing by what stands around them. */
#ifndef NOTICE_NOTICE_FIGURE_H
#define NOTICE_NOTICE_FIGURE_H

#include "notice/notice_target_reader.h"

/* True for a number of the clause from @p at to @p end that is one of a list of names (1、2号线), that is left out of what is meant
 * (除…4项外), or that one calls (12345热线). */
bool mintu_figure_counts_nothing(const mintu_target_reader *r, size_t at, size_t end);

/* True for a number that is changed to the next one: 由85元|提高到100元; what stands before it is kept for that one. */
bool mintu_figure_is_base(mintu_target_reader *r, size_t at, size_t end);

/* True for a figure of either width. */
bool mintu_figure_is_arabic(const char *text, size_t size);

/* A number at a byte of the clause: its length, 0 when none is there; 百, 千 and 万 alone are many, and 两三 is no number. */
size_t mintu_figure_number(const mintu_target_reader *r, size_t at, double *out);

/* 至2, -2, ～2 behind the lower end of a range, or behind its unit: the upper end. Bytes read, 0 when there is none. */
size_t mintu_figure_range_end(const mintu_target_reader *r, size_t at, double *most);

/* 2.5∶1 says how two numbers go together, and is no amount: told. Bytes, 0 when none is here. */
size_t mintu_figure_find_ratio(const mintu_target_reader *r, size_t at, size_t end);

/* Tells of a figure and a character that may be its unit, but is none that is known. */
void mintu_figure_find_unit(const mintu_target_reader *r, size_t at, size_t end);

#endif
