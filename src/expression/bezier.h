/* Easing along a cubic Bézier curve from (0, 0) to (1, 1), as CSS defines cubic-bezier(). */
#ifndef EXPRESSION_BEZIER_H
#define EXPRESSION_BEZIER_H

/* y at @p x for the control points (x1, y1) and (x2, y2). */
double mintu_bezier_ease(const double points[4], double x);

#endif
