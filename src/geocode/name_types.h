/* Official names without their type: 安溪 for 安溪县, 水头 for 水头镇, anxi for anxi county. */
#ifndef GEOCODE_NAME_TYPES_H
#define GEOCODE_NAME_TYPES_H

#include <mintu/gazetteer.h>

/* Length in bytes of the name without its type, or 0 when it has none or fewer than two characters would stay. With @p ethnic
 * the name of a nationality before the type goes too: 石圳 for 石圳畲族乡. */
size_t mintu_name_shorten(const char *name, mintu_level level, bool ethnic);

/* The last word of a unit's type: city for county-level-city. */
const char *mintu_type_word(const char *type);

/* The pinyin of such a word: zhen for town; NULL when it has none. */
const char *mintu_type_pinyin(const char *word);

/* Length in bytes of a normal Latin form without its type, English or pinyin, and the type's word in *word; 0 without one. */
size_t mintu_latin_shorten(const char *text, size_t size, const char **word);

#endif
