/* Where a document is from, and the data that it names. */
#ifndef STYLE_STYLE_SOURCE_H
#define STYLE_STYLE_SOURCE_H

#include <mintu/style.h>

const char *mintu_style_folder(const mintu_style *style);

const char *mintu_style_file(const mintu_style *style); /* the file's name without its folder; "" for standard input */

#endif
