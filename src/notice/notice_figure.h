/* Figures that count nothing by what stands around them. */
#ifndef NOTICE_NOTICE_FIGURE_H
#define NOTICE_NOTICE_FIGURE_H

#include "notice/notice_target_reader.h"

/* True for a number of the clause from @p at to @p end that is one of a list of names (1、2号线), that is left out of what is meant
 * (除…4项外), or that one calls (12345热线). */
bool mintu_figure_counts_nothing(const mintu_target_reader *r, size_t at, size_t end);

#endif
