#include "label/label_anchor.h"

#include <math.h>
#include <string.h>

void mintu_anchor_side(const char *anchor, double side[2])
{
    side[0] = strstr(anchor, "left") ? 1 : strstr(anchor, "right") ? -1 : 0;
    side[1] = strncmp(anchor, "top", 3) == 0 ? 1 : strncmp(anchor, "bottom", 6) == 0 ? -1 : 0;
}

void mintu_turn(double xy[2], double angle)
{
    double x = xy[0], along = cos(angle), across = sin(angle);
    xy[0] = x * along - xy[1] * across;
    xy[1] = x * across + xy[1] * along;
}
