/* Texts of a drawing. GDAL's driver writes them as \U+XXXX, and names of layers as bytes of UTF-8, into a file of a time when these were
 * in a code page: what AutoCAD 2004 and later, GDAL and others read alike is that of Chinese, GBK. For this room only. */
#ifndef GDAL_DXF_TEXT_H
#define GDAL_DXF_TEXT_H

#include "base/array.h"

#include <mintu/status.h>

/* Adds a text as it goes to the driver; true when it was cut, or has characters that the format lacks, which become 〓. */
bool mintu_dxf_text_add(const char *text, mintu_buffer *out);

/* Adds a name of a drawing's layer, without the characters that none may have. */
void mintu_dxf_name_add(const char *name, mintu_buffer *out);

/* The driver's file in the code page. */
mintu_status mintu_dxf_encode(const char *bytes, size_t size, mintu_error *error, mintu_buffer *out);

#endif
