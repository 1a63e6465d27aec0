/* What a text says about a list of names: that it goes on, how many there are, of which class. */
#ifndef SCAN_SCAN_ENDING_H
#define SCAN_SCAN_ENDING_H

#include <mintu/gazetteer.h>
#include <stdbool.h>

/* What a list says it is of. */
typedef enum mintu_scan_class {
    MINTU_SCAN_CLASS_NONE = 0,
    MINTU_SCAN_CLASS_PLACE, /* places of no stated level: 地, 试点 */
    MINTU_SCAN_CLASS_PREFECTURE,
    MINTU_SCAN_CLASS_COUNTY,
    MINTU_SCAN_CLASS_CITY,        /* 市: prefecture or county-level city */
    MINTU_SCAN_CLASS_DISTRICT,    /* 区 */
    MINTU_SCAN_CLASS_COUNTY_ONLY, /* 县 */
    MINTU_SCAN_CLASS_TOWNSHIP,    /* 乡镇 */
    MINTU_SCAN_CLASS_TOWN,        /* 镇 */
    MINTU_SCAN_CLASS_RURAL,       /* 乡 */
    MINTU_SCAN_CLASS_STREET       /* 街道 */
} mintu_scan_class;

typedef struct mintu_scan_ending {
    bool open;   /* 等 */
    long stated; /* -1: none */
    mintu_scan_class kind;
} mintu_scan_ending;

/* Reads what follows a list that ends at @p at: 等15个中心镇. */
void mintu_scan_ending_read(const char *text, size_t size, size_t at, mintu_scan_ending *out);

/* The same for what stands before a list that begins at @p at, and its colon or bracket: 3个县：. */
void mintu_scan_heading_read(const char *text, size_t at, mintu_scan_ending *out);

/* True when a unit of this level and name is of the class. */
bool mintu_scan_class_fits(mintu_scan_class kind, mintu_level level, const char *name);

/* True when the class is of townships. */
bool mintu_scan_class_is_township(mintu_scan_class kind);

#endif
