/* Who signs a text, in its last lines: what the text says of towns without their county is of towns of the signer. Below
 * 四川省金川县人民政府办公室 and a date, 河东乡 is none of the package's. */
#ifndef SCAN_SCAN_SIGN_H
#define SCAN_SCAN_SIGN_H

#include "scan/scan_parts.h"

/* Finds the line that signs the text, before names are joined. */
void mintu_scan_sign(mintu_scan_work *work);

/* Gives the hit, a town that no unit named with it has, to the unit of the package that signs, if that has such a town. False when
 * memory runs out. */
bool mintu_scan_sign_owner(mintu_scan_work *work, mintu_scan_hit *hit);

#endif
