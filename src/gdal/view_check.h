/* Formats that hold other files, or the names of other files, from which a layer could be made. For this room only. */
#ifndef GDAL_VIEW_CHECK_H
#define GDAL_VIEW_CHECK_H

#include "gdal/layer_source.h"

/* Before the file is opened: a MapInfo table that is a view or a seamless table names the tables that it shows. */
mintu_status mintu_view_check_file(const mintu_source *source, mintu_error *error);

/* Before a layer is looked at: a virtual table of a GeoPackage may be any file that its module reads. */
mintu_status mintu_view_check(const mintu_source *source, mintu_error *error);

#endif
