/* Official names without their type: 安溪 for 安溪县, 水头 for 水头镇. */
#ifndef GEOCODE_SHORTEN_H
#define GEOCODE_SHORTEN_H

#include <mintu/gazetteer.h>

/* Length in bytes of the name without its type, or 0 when it has none or fewer than two characters would stay. With @p ethnic
 * the name of a nationality before the type goes too: 石圳 for 石圳畲族乡. */
size_t mintu_name_shorten(const char *name, mintu_level level, bool ethnic);

#endif
