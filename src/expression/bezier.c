#include "expression/bezier.h"

#include <math.h>

/* The curve's coordinate at parameter t, for the coordinates a and b of its control points. */
static double coordinate(double a, double b, double t)
{
    double c = 3 * a, d = 3 * (b - a) - c;
    return ((1 - c - d) * t + d) * t * t + c * t;
}

static double slope(double a, double b, double t)
{
    double c = 3 * a, d = 3 * (b - a) - c;
    return (3 * (1 - c - d) * t + 2 * d) * t + c;
}

/* Newton first, which nearly always settles it, then bisection. */
static double parameter(double a, double b, double x)
{
    const double enough = 1e-9;
    double t = x;
    for (int i = 0; i < 8; i++) {
        double off = coordinate(a, b, t) - x, rise = slope(a, b, t);
        if (fabs(off) < enough)
            return t;
        if (fabs(rise) < 1e-6)
            break;
        t -= off / rise;
    }
    double low = 0, high = 1;
    for (int i = 0; i < 60; i++) {
        t = (low + high) / 2;
        *(coordinate(a, b, t) < x ? &low : &high) = t;
    }
    return t;
}

double mintu_bezier_ease(const double points[4], double x)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    return coordinate(points[1], points[3], parameter(points[0], points[2], x));
}
