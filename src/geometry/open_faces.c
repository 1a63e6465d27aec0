#include "geometry/open_faces.h"

#include "base/array.h"
#include "base/message.h"
#include "geometry/handle.h"

#include <stdlib.h>

static const char DOING[] = N_("fitting polygons to their neighbours");

/* Open faces below about a square metre are not worth a cut. */
static const double LEAST_CUT = 1e-10;

static size_t beyond(const mintu_owned_faces *m, const mintu_border *border)
{
    return border->right == MINTU_FACE_NONE ? MINTU_OWNER_OUTSIDE : m->owner[border->right];
}

/* Whether an open face may be taken by this one. */
static bool may_take(const mintu_owned_faces *m, size_t owner, bool fresh_too)
{
    return owner == MINTU_OWNER_OUTSIDE || (owner != MINTU_OWNER_OPEN && (fresh_too || !m->replaced[owner]));
}

/* Those that could take it are several, of which open faces beside it may know more. */
static bool is_divided(const mintu_owned_faces *m, size_t face)
{
    size_t first = MINTU_OWNER_NONE;
    for (size_t i = m->faces.first_border[face]; i < m->faces.first_border[face + 1]; i++) {
        size_t owner = beyond(m, &m->faces.borders[i]);
        if (owner != MINTU_OWNER_OPEN && !may_take(m, owner, false))
            continue;
        if (first != MINTU_OWNER_NONE && owner != first)
            return true;
        first = owner;
    }
    return false;
}

/* One open face after the other that are connected: their area and the border around them. */
static mintu_gap gather(const mintu_owned_faces *m, size_t face, bool *seen, size_t *stack)
{
    mintu_gap sum = {face, 0, 0};
    size_t count = 0;
    stack[count++] = face;
    seen[face] = true;
    while (count) {
        size_t at = stack[--count];
        sum.area += m->faces.area[at];
        for (size_t i = m->faces.first_border[at]; i < m->faces.first_border[at + 1]; i++) {
            const mintu_border *border = &m->faces.borders[i];
            bool open = beyond(m, border) == MINTU_OWNER_OPEN;
            sum.perimeter += open ? 0 : border->length;
            if (open && !seen[border->right]) {
                seen[border->right] = true;
                stack[count++] = border->right;
            }
        }
    }
    return sum;
}

mintu_status mintu_open_gaps(const mintu_owned_faces *m, mintu_error *error, mintu_gap **out, size_t *count)
{
    size_t *stack = malloc((m->faces.count + 1) * sizeof *stack), room = 0;
    bool *seen = calloc(m->faces.count + 1, sizeof *seen), good = stack && seen;
    *out = NULL;
    *count = 0;
    for (size_t face = 0; face < m->faces.count && good; face++) {
        if (m->owner[face] != MINTU_OWNER_OPEN || seen[face])
            continue;
        good = MINTU_ARRAY_RESERVE(*out, room, *count + 1);
        if (good)
            (*out)[(*count)++] = gather(m, face, seen, stack);
    }
    free(stack);
    free(seen);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
}

mintu_status mintu_open_divide(mintu_context *context, mintu_owned_faces *m, mintu_error *error)
{
    bool *apart = calloc(m->faces.count + 1, sizeof *apart);
    mintu_faces faces = {0};
    size_t *from = NULL, *owner = NULL, *was = NULL;
    if (!apart)
        return mintu_fail_memory(error, DOING);
    for (size_t face = 0; face < m->faces.count; face++)
        apart[face] = m->owner[face] == MINTU_OWNER_OPEN && m->faces.area[face] > LEAST_CUT && is_divided(m, face);
    mintu_status status = mintu_faces_split(context, &m->faces, apart, error, &faces, &from);
    if (status == MINTU_STATUS_OK) {
        owner = malloc((faces.count + 1) * sizeof *owner);
        was = malloc((faces.count + 1) * sizeof *was);
        status = owner && was ? status : mintu_fail_memory(error, DOING);
    }
    for (size_t face = 0; face < faces.count && status == MINTU_STATUS_OK; face++) {
        owner[face] = m->owner[from[face]];
        was[face] = m->was[from[face]];
    }
    mintu_faces_free(context, &m->faces);
    free(m->owner);
    free(m->was);
    free(apart);
    free(from);
    m->faces = faces;
    m->owner = owner;
    m->was = was;
    return status;
}

/* How much of a face's border is with open faces, about which it may be too early to tell. */
static double open_border(const mintu_owned_faces *m, size_t face)
{
    double length = 0;
    for (size_t i = m->faces.first_border[face]; i < m->faces.first_border[face + 1]; i++)
        length += beyond(m, &m->faces.borders[i]) == MINTU_OWNER_OPEN ? m->faces.borders[i].length : 0;
    return length;
}

static double border_with(const mintu_owned_faces *m, size_t face, size_t owner)
{
    double length = 0;
    for (size_t i = m->faces.first_border[face]; i < m->faces.first_border[face + 1]; i++)
        length += beyond(m, &m->faces.borders[i]) == owner ? m->faces.borders[i].length : 0;
    return length;
}

/* The one with which an open face shares the longest border; MINTU_OWNER_OPEN when it touches none. */
static size_t longest_border(const mintu_owned_faces *m, size_t face, bool fresh_too)
{
    size_t best = MINTU_OWNER_OPEN, end = m->faces.first_border[face + 1];
    double longest = 0;
    for (size_t i = m->faces.first_border[face]; i < end; i++) {
        size_t owner = beyond(m, &m->faces.borders[i]);
        if (!may_take(m, owner, fresh_too))
            continue;
        double length = border_with(m, face, owner);
        if (length > longest || (length == longest && owner < best)) {
            longest = length;
            best = owner;
        }
    }
    return best;
}

/* What a round settles counts from the next on, so that the order of faces does not matter. A face waits while its border with the one
 * that would take it is shorter than that share of the border with open ones: the end of a strip does not decide about the strip. */
static bool take_round(mintu_owned_faces *m, size_t *choice, bool fresh_too, double share)
{
    bool taken = false;
    for (size_t face = 0; face < m->faces.count; face++) {
        choice[face] = m->owner[face] == MINTU_OWNER_OPEN ? longest_border(m, face, fresh_too) : MINTU_OWNER_OPEN;
        if (choice[face] != MINTU_OWNER_OPEN && border_with(m, face, choice[face]) < share * open_border(m, face))
            choice[face] = MINTU_OWNER_OPEN;
    }
    for (size_t face = 0; face < m->faces.count; face++)
        if (choice[face] != MINTU_OWNER_OPEN) {
            m->owner[face] = choice[face];
            taken = true;
        }
    return taken;
}

/* The certain ones first, again after each round that settled any. */
static void take_all(mintu_owned_faces *m, size_t *choice, bool fresh_too)
{
    static const double shares[] = {0.9, 0.5, 0.25, 0.1, 0};
    for (size_t i = 0; i < sizeof shares / sizeof *shares;)
        i = take_round(m, choice, fresh_too, shares[i]) ? 0 : i + 1;
}

mintu_status mintu_open_take(mintu_owned_faces *m, mintu_error *error)
{
    size_t *choice = malloc((m->faces.count + 1) * sizeof *choice);
    if (!choice)
        return mintu_fail_memory(error, DOING);
    take_all(m, choice, false);
    take_all(m, choice, true);
    free(choice);
    return MINTU_STATUS_OK;
}
