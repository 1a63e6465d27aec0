/* The nine anchors of a text or an icon, and how far it is moved for each. */
#ifndef LABEL_LABEL_ANCHOR_H
#define LABEL_LABEL_ANCHOR_H

/* How much of the width and the height lies right of the place and below it, less what lies left and above: -1, 0 or 1 each; 0 and 0
 * for "center" and for what is no anchor. */
void mintu_anchor_side(const char *anchor, double side[2]);

/* Turns a vector clockwise on the page. */
void mintu_turn(double xy[2], double angle);

#endif
