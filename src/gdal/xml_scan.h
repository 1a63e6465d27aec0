/* An XML file looked through before GDAL reads it, with bounds of depth and names and without entities. For this room only. */
#ifndef GDAL_XML_SCAN_H
#define GDAL_XML_SCAN_H

#include "layer/read_limits.h"

#include <stdbool.h>

/* What looks on. Names come as the file has them, with prefixes; attributes as names and values in turn, NULL at the end, or NULL
 * when there are none. A callback stops the scan by setting @p stop. Any may be NULL. */
typedef struct mintu_xml_watch {
    void (*start)(void *user, const char *name, const char *const *attributes);
    void (*end)(void *user, const char *name);
    void (*text)(void *user, const char *text, size_t size);
    void *user;
    const char *path;    /* for messages */
    const bool *stop;    /* NULL: never */
    size_t bytes, depth; /* read of all files so far, and the depth now */
    const mintu_limits *limits;
    int line; /* where the element that begins ends its first tag */
} mintu_xml_watch;

/* Looks through the file that GDAL knows as @p file; what is not well-formed, has entities or is over a limit is refused. */
mintu_status mintu_xml_scan(const char *file, mintu_xml_watch *watch, mintu_error *error);

#endif
