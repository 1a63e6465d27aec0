/* The coordinates of a MapInfo interchange file (MIF), looked through before its driver takes what is no number for 0. */
#ifndef FORMAT_MIF_CHECK_H
#define FORMAT_MIF_CHECK_H

#include <mintu/status.h>

/* MINTU_STATUS_INPUT with line and word where a number is expected behind `Data` and none stands there. */
mintu_status mintu_mif_check(const char *path, mintu_error *error);

#endif
