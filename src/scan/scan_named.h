/* The units that a text has named last, here and elsewhere, and which of them has a town of a name: below 浙江省建德市, 梅城镇 is that
 * of 建德市 until a unit is named that has one, too. */
#ifndef SCAN_SCAN_NAMED_H
#define SCAN_SCAN_NAMED_H

#include "scan/scan_parts.h"

enum { MINTU_SCAN_NAMED = 16 };

/* Zero-initialise. */
typedef struct mintu_scan_named {
    struct {
        const mintu_elsewhere_name *elsewhere; /* NULL: one of the package */
        size_t kept;                           /* its number among the hits that are kept */
        bool title;                            /* it is in a title */
    } units[MINTU_SCAN_NAMED];                 /* a ring */
    size_t count, elsewhere;
} mintu_scan_named;

void mintu_scan_named_add(const mintu_scan_work *work, const mintu_scan_hit *hit, size_t kept, mintu_scan_named *named);
void mintu_scan_named_add_elsewhere(const mintu_scan_work *work, const mintu_scan_hit *hit, mintu_scan_named *named);

/* Whether the town of the hit, which hit @p next follows, is by its name one of a unit elsewhere that was named last, or that the
 * paragraph names behind it when none was named before. False when memory runs out. */
bool mintu_scan_named_elsewhere(mintu_scan_work *work, const mintu_scan_hit *hit, size_t next, const mintu_scan_named *named,
                                bool *out);

/* The unit of the package that the paragraph or a title above it names last and that has a town of this name, in hit->owner. *out
 * becomes true when there is none though a title names one. False when memory runs out. */
bool mintu_scan_named_owner(mintu_scan_work *work, mintu_scan_hit *hit, const mintu_scan_named *named, bool *out);

#endif
