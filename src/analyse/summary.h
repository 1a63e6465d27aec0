/* Measures of single features for cross-tables. */
#ifndef ANALYSE_SUMMARY_H
#define ANALYSE_SUMMARY_H

#include <mintu/summary.h>

#endif
