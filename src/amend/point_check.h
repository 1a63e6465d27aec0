/* Do positions lie where their units are, and in the datum that they are said to be in? */
#ifndef AMEND_POINT_CHECK_H
#define AMEND_POINT_CHECK_H

#include "amend/point_file.h"

/* Brings the lines to WGS 84, and takes those that lie in their county, or within 300 m of it; the others are told. MINTU_STATUS_INPUT when
 * they are in another datum than @p datum. */
mintu_status mintu_point_check(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path, mintu_datum datum,
                               mintu_amend_told *told, mintu_point_file *file);

#endif
