/* Degrees as people write them: 118.05, 118.05°E, 东经118°3′0″, 118°03'00.5", 118度3分0秒, 118 03 00. */
#ifndef TABLE_DEGREES_H
#define TABLE_DEGREES_H

#include <stdbool.h>

/* The degrees that the whole text says, west and south below 0. False when it says none, or others than longitude (@p longitude) or
 * latitude: 北纬 is no longitude. */
bool mintu_degrees_read(const char *text, bool longitude, double *degrees);

#endif
