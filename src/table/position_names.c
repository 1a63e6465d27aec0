#include "table/position_names.h"

#include "base/ascii.h"
#include "table/cell_value.h"

#include <stdint.h>
#include <string.h>
#include <unicode/utf8.h>

enum { NAME = 96, RANKS = 4 };

/* Names in use, the surest first: those of the first rank are the whole name, those of the second are at its beginning or end. */
static const char *const lon_whole[] = {"lon", "lng", "long", "longitude", "longitud", "经度", "經度", "东经", "東經", NULL};
static const char *const lat_whole[] = {"lat", "latitude", "latitud", "纬度", "緯度", "北纬", "北緯", NULL};
static const char *const lon_part[] = {"经度", "經度", "东经", "東經", "longitude", "lng", "lon", NULL};
static const char *const lat_part[] = {"纬度", "緯度", "北纬", "北緯", "latitude", "lat", NULL};
static const char *const x_whole[] = {"x",      "x坐标",  "坐标x",  "x座标",       "x座標",  "x坐標",
                                      "pointx", "xcoord", "coordx", "xcoordinate", "横坐标", NULL};
static const char *const y_whole[] = {"y",      "y坐标",  "坐标y",  "y座标",       "y座標",  "y坐標",
                                      "pointy", "ycoord", "coordy", "ycoordinate", "纵坐标", NULL};

/* Positions in these are others, and only a declaration of the datum makes them right. */
static const char *const shifted[] = {"gcj", "bd09", "bd-09", "火星", "百度", "高德", "腾讯", NULL};

static bool has(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strstr(text, *words))
            return true;
    return false;
}

/* Small letters, no full-width ones, without blanks, underscores and what stands in brackets behind. */
static void simplify(const char *name, char out[NAME])
{
    size_t size = 0;
    for (int32_t at = 0, before; name[at] && size + U8_MAX_LENGTH + 1 < NAME;) {
        before = at;
        UChar32 letter;
        U8_NEXT((const uint8_t *)name, at, -1, letter);
        if (letter >= 0xFF01 && letter <= 0xFF5E)
            letter -= 0xFEE0;
        if (size && (letter == '(' || letter == '[' || letter == 0x3010))
            break;
        if (letter < 0x80 && letter > 0) {
            char small = mintu_ascii_lower((char)letter);
            if (!mintu_ascii_is_space(small) && small != '_' && small != '.' && small != '-' && small != '"')
                out[size++] = small;
        } else if (letter != 0x3000 && letter != 0xA0 && letter != 0xFEFF && letter != '*' && letter > 0) {
            memcpy(out + size, name + before, (size_t)(at - before));
            size += (size_t)(at - before);
        }
    }
    out[size] = '\0';
}

/* Latin words are parts of others (along, latest); only what is no letter may be beside them. */
static bool is_part(const char *text, const char *name, const char *word)
{
    const char *at = strstr(text, word);
    size_t size = strlen(word), length = strlen(text);
    if (!at || (at != text && at + size != text + length))
        return false;
    if ((unsigned char)word[0] >= 0x80)
        return true;
    char before = at > text ? at[-1] : ' ', behind = at[size] ? at[size] : ' ';
    bool apart = strpbrk(name, "_ .-") != NULL;
    return apart || (!mintu_ascii_is_alnum(before) && !mintu_ascii_is_alnum(behind));
}

/* 0 for the surest, RANKS when the name is none of a longitude (or latitude). */
static int rank(const char *name, bool longitude)
{
    char text[NAME];
    simplify(name, text);
    const char *const *parts = longitude ? lon_part : lat_part;
    if (has(name, shifted) || !text[0])
        return RANKS;
    if (mintu_text_listed(text, longitude ? lon_whole : lat_whole))
        return 0;
    if (mintu_text_listed(text, longitude ? x_whole : y_whole))
        return 2;
    for (; *parts; parts++)
        if (is_part(text, name, *parts))
            return 1;
    return RANKS;
}

static size_t find(const void *table, size_t count, mintu_column_name_fn *name, bool longitude, int wanted, bool *many)
{
    size_t found = MINTU_POSITION_NONE;
    for (size_t i = 0; i < count; i++) {
        if (!name(table, i) || rank(name(table, i), longitude) != wanted)
            continue;
        *many = *many || (wanted == 1 && found != MINTU_POSITION_NONE);
        found = found == MINTU_POSITION_NONE ? i : found;
    }
    return found;
}

mintu_position_columns mintu_position_columns_find(const void *table, size_t count, mintu_column_name_fn *name)
{
    mintu_position_columns out = {MINTU_POSITION_NONE, MINTU_POSITION_NONE, false, false};
    size_t lone[2] = {MINTU_POSITION_NONE, MINTU_POSITION_NONE};
    for (int wanted = 0; wanted < 3; wanted++) {
        bool many = false;
        size_t lon = find(table, count, name, true, wanted, &many), lat = find(table, count, name, false, wanted, &many);
        lone[0] = lone[0] == MINTU_POSITION_NONE ? lon : lone[0];
        lone[1] = lone[1] == MINTU_POSITION_NONE ? lat : lone[1];
        if (lon == MINTU_POSITION_NONE || lat == MINTU_POSITION_NONE)
            continue;
        if (many)
            out.many = true;
        else
            return (mintu_position_columns){lon, lat, false, wanted == 2};
    }
    if (!out.many) {
        out.lon = lone[0];
        out.lat = lone[1];
    }
    return out;
}
