/* The page: its size, the map frame on it, and where a place comes to stand. Lengths are CSS px: 1/96 inch on
 * paper on the page that a style is made for, more on a larger page and less on a smaller one, so that type, lines and symbols grow
 * with it. */
#ifndef CANVAS_PAGE_H
#define CANVAS_PAGE_H

#include "canvas/box.h"
#include "geometry/projection.h"
#include "geometry/validity.h"
#include "style/document.h"

#include <mintu/map.h>

#define MINTU_MM (96.0 / 25.4) /* px in a millimetre, on the page that a style is made for */

typedef struct mintu_page {
    double width, height; /* px */
    double margin;        /* px */
    double dpi;           /* of PNG */
    double type;          /* how many times 1/96 inch a px is on paper; 0, of a page that is not sized, is 1 */
    double unit;          /* size of type and furniture in px, 1 for styles made for A4 */
    double title;         /* size of the title, px; 0 as the unit has it */
    mintu_box frame;      /* the map's face */
    double spare[2];      /* px across and down that what is to be shown leaves of the frame */
    double metres[2];     /* projected coordinates of the frame's centre */
    double lonlat[2];     /* the same in degrees */
    double scale;         /* N of 1:N, true at the centre */
    double zoom;          /* of MapLibre */
    double stretch;       /* projected length divided by true length at the centre */
    double convergence;   /* degrees from grid north to true north, clockwise */
    double px_per_metre;  /* px per projected metre */
    double bearing;       /* degrees from north, clockwise, of what is up */
    double turn[2];       /* 1 less the bearing's cosine, and its sine: zero is not turned */
} mintu_page;

/* Px in a millimetre of this page. */
static inline double mintu_page_mm(const mintu_page *page)
{
    return page->type > 0 ? MINTU_MM / page->type : MINTU_MM;
}

/* Points to px of this page. */
static inline double mintu_page_pt(const mintu_page *page, double points)
{
    return points * 25.4 / 72 * mintu_page_mm(page);
}

/* Size, resolution, size of type and margins from the options, then the layout, then A4 upright; refuses what cannot be. */
mintu_status mintu_page_size(mintu_page *page, const mintu_map_options *options, const mintu_layout *layout,
                             mintu_error *error);

/* Refuses a picture that would take more memory than one should give it. */
mintu_status mintu_page_check_pixels(const mintu_page *page, mintu_error *error);

/* Projected bounds of an extent in degrees, its edges bent as the projection bends them. */
mintu_status mintu_page_bounds(mintu_projection *projection, const double extent[4], mintu_box *out, mintu_error *error);

/* The same of an extent of any size, as far as the projection is valid. */
mintu_status mintu_page_valid_bounds(mintu_projection *projection, const mintu_validity *validity, const double extent[4],
                                     mintu_box *out, mintu_error *error);

/* What of the earth the frame shows. */
typedef struct mintu_page_view {
    double extent[4]; /* west, south, east, north, about the middle of the validity */
    bool beyond;      /* there are places on it where the projection is not valid */
} mintu_page_view;

/* What the frame shows with @p grown times its half around it: the extent of places that lie close
 * together. */
mintu_status mintu_page_look(const mintu_page *page, mintu_projection *projection, const mintu_validity *validity, double grown,
                             mintu_error *error, mintu_page_view *out);

/* What a page is to show: projected bounds; @p scale is N of 1:N, or 0 for the largest round one at which the bounds keep
 * @p padding px from the frame. */
typedef struct mintu_page_wish {
    mintu_box bounds;
    double scale, padding;
    bool usual;      /* without a scale, one of those that series of maps have */
    double about[2]; /* in degrees; the scale is true there when the centre of the bounds is no place on earth */
} mintu_page_wish;

/* Gives the page scale, centre and zoom. The frame must be known, and the bearing, unless it is 0, set by mintu_page_turn(). */
mintu_status mintu_page_fit(mintu_page *page, mintu_projection *projection, const mintu_page_wish *wish, mintu_error *error);

/* What is up: degrees from grid north, clockwise. */
void mintu_page_turn(mintu_page *page, double bearing);

/* Half of what the frame shows from west to east and from south to north, as far as the frame's corners reach, in projected metres. */
void mintu_page_half(const mintu_page *page, double half[2]);

/* Projected metres to px, in place. */
static inline void mintu_page_place(const mintu_page *page, double xy[2])
{
    double east = (xy[0] - page->metres[0]) * page->px_per_metre, north = (xy[1] - page->metres[1]) * page->px_per_metre;
    xy[0] = (page->frame.x0 + page->frame.x1) / 2 + east * (1 - page->turn[0]) - north * page->turn[1];
    xy[1] = (page->frame.y0 + page->frame.y1) / 2 - east * page->turn[1] - north * (1 - page->turn[0]);
}

/* Px to projected metres, in place. */
static inline void mintu_page_unplace(const mintu_page *page, double xy[2])
{
    double right = xy[0] - (page->frame.x0 + page->frame.x1) / 2, down = xy[1] - (page->frame.y0 + page->frame.y1) / 2;
    double east = right * (1 - page->turn[0]) - down * page->turn[1];
    double north = -right * page->turn[1] - down * (1 - page->turn[0]);
    xy[0] = page->metres[0] + east / page->px_per_metre;
    xy[1] = page->metres[1] + north / page->px_per_metre;
}

/* The smallest round number that is not below @p value: 1, 1.2, 1.25, 1.5, … times a power of ten. */
double mintu_page_round_up(double value);

#endif
