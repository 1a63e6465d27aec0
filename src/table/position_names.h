/* Which columns of a table hold positions, by their names: 经度 and 纬度, lon and lat, X坐标 and Y坐标, 东经 and 北纬, … */
#ifndef TABLE_POSITION_NAMES_H
#define TABLE_POSITION_NAMES_H

#include "base/array.h"

#define MINTU_POSITION_NONE ((size_t)-1)

typedef struct mintu_position_columns {
    size_t lon, lat; /* MINTU_POSITION_NONE: there is none */
    bool many;       /* more than one is as good, so that none was taken */
    bool plain;      /* they are but x and y: which of them is east is only found out by what is in them */
} mintu_position_columns;

/* @p name gives the name of a column. A pair that is called alike, else the surest of each. */
typedef const char *mintu_column_name_fn(const void *table, size_t column);
mintu_position_columns mintu_position_columns_find(const void *table, size_t count, mintu_column_name_fn *name);

/* The names that are looked for, in words. */
#define MINTU_POSITION_NAMES "lon and lat, longitude and latitude, 经度 and 纬度, 东经 and 北纬, x and y"

#endif
