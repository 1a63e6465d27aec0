/* Paths that a document gives: a style, a data package, the data in them. What stands in them is a stranger's word, so that they
 * lead only beneath the document's own folder. */
#ifndef BASE_PATH_BENEATH_H
#define BASE_PATH_BENEATH_H

#include <mintu/status.h>
#include <stdbool.h>
#include <stddef.h>

/* What follows the last dot of the file's own name, "" when nothing does; part of @p path. */
const char *mintu_path_ending(const char *path);

/* FILE|layername=NAME names a layer of a file, as QGIS has it: the bytes of FILE, all of @p path where no layer is named. */
#define MINTU_LAYER_MARK "|layername="
size_t mintu_layer_path_size(const char *path);

/* Why @p name may not stand in a document as the path of a file, NULL when it may: it must be no address, no name of GDAL's
 * virtual file systems (which may be the network), and, unless files @p elsewhere are allowed, relative and without "..". Static
 * storage. */
const char *mintu_path_fault(const char *name, bool elsewhere);

/* Refuses @p path when the file that it leads to, links resolved, lies outside @p folder (NULL: anywhere may it lie), or is a pipe
 * or a device, which might never end. A file that is not there is for whoever opens it to tell. @p doing begins the message. */
mintu_status mintu_path_check(const char *folder, const char *path, const char *doing, mintu_error *error);

/* The same for what lies beside @p path under the same name with other endings (x.dbf beside x.shp), and in it when it is a
 * folder (x.gdb): libraries read these without being asked. Without a @p folder it is a file that a person typed, which may lie
 * anywhere; what is read beside it lies in its own folder: that of the name, or of the file that the name is a link to. */
mintu_status mintu_path_check_siblings(const char *folder, const char *path, const char *doing, mintu_error *error);

#endif
