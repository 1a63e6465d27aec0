#include "canvas/icon_file.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/loaded_library.h"
#include "base/path_beneath.h"

#include <librsvg/rsvg.h>
#include <loaded_rsvg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_MOST = 1 << 20 };
static const double SIDE_MOST = 2000; /* px */
static const char doing[] = N_("reading an icon");

/* Of one drawing: pixels of all its layers, which are in memory together at worst, px of outlines, and work. */
static const double LAYER_PIXELS_MOST = 400e6, DEVICE_LENGTH_MOST = 1e8, WORK_MOST = 1e10;

/* Of all drawings of a map. */
static const double ELEMENTS_IN_ALL = 5e6, VERTICES_IN_ALL = 2e8, WORK_IN_ALL = 6e10, SECONDS_IN_ALL = 60;

struct mintu_rsvg_functions mintu_rsvg;

/* librsvg is loaded when an icon is first drawn. */
static mintu_status begin(mintu_error *error)
{
    static const char *const names[] = {MINTU_RSVG_NAMES};
    static mintu_loaded_library library = {.file = MINTU_RSVG_FILE, .names = names, .functions = &mintu_rsvg};
    mintu_status status = mintu_cairo_begin(doing, error);
    return status == MINTU_STATUS_OK ? mintu_library_load(&library, doing, error) : status;
}

/* Its width and height, else those of its viewBox. */
static bool measure(RsvgHandle *handle, mintu_icon_file *file)
{
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &file->width, &file->height)) {
        rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
        if (!has_box)
            return false;
        file->width = box.width;
        file->height = box.height;
    }
    return file->width > 0 && file->height > 0 && file->width <= SIDE_MOST && file->height <= SIDE_MOST;
}

static mintu_status parse(mintu_icon_file *file, const char *path, const mintu_buffer *text, mintu_error *error)
{
    const mintu_where where = {.source = path};
    GError *problem = NULL;
    mintu_status loaded = begin(error);
    if (loaded != MINTU_STATUS_OK)
        return loaded;
    RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)text->data, text->size, &problem);
    if (!handle) {
        mintu_status status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: the file is no SVG: %s", mintu_message(doing),
                          problem ? problem->message : mintu_message("its reason is not known"));
        g_clear_error(&problem);
        return status;
    }
    rsvg_handle_set_dpi(handle, 96);
    if (measure(handle, file)) {
        file->handle = handle;
        return MINTU_STATUS_OK;
    }
    g_object_unref(handle);
    return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                         "%s: the SVG's size is not known, or not between 0 and %g px; give it a width and a height, or a "
                         "viewBox",
                         mintu_message(doing), SIDE_MOST);
}

/* A name may come from the data as well as from the style. */
static mintu_status check_place(const mintu_icon_files *files, const char *name, const char *path)
{
    const char *fault = mintu_path_fault(name, files->elsewhere);
    if (fault)
        return mintu_fail_at(files->error, MINTU_STATUS_INPUT, (mintu_where){.source = name},
                             "%s: %s; icons lie in the style's folder; copy the file there, or allow files elsewhere",
                             mintu_message(doing), mintu_message(fault));
    return files->elsewhere ? MINTU_STATUS_OK : mintu_path_check(files->folder, path, doing, files->error);
}

static mintu_status load(const mintu_icon_files *files, mintu_icon_file *file)
{
    mintu_buffer text = {0};
    mintu_error *error = files->error;
    char *path = mintu_path_join(files->folder, file->name);
    if (!path)
        return mintu_fail_memory(error, doing);
    const mintu_where where = {.source = path};
    mintu_status status = check_place(files, file->name, path);
    if (status == MINTU_STATUS_OK)
        status = mintu_file_read(path, doing, (mintu_file_bounds){BYTES_MOST, false}, error, &text);
    if (status == MINTU_STATUS_OK && text.size == 0)
        status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: the file is empty; expected an SVG", mintu_message(doing));
    if (status == MINTU_STATUS_OK)
        status = mintu_icon_check(text.data, text.size, path, error, &file->cost);
    if (status == MINTU_STATUS_OK)
        status = parse(file, path, &text, error);
    mintu_buffer_free(&text);
    free(path);
    return status;
}

/* A place for one more file; NULL when memory ran out. */
static mintu_icon_file *add(mintu_icon_files *files, const char *name)
{
    mintu_icon_file *file = calloc(1, sizeof *file);
    if (!file || !(file->name = mintu_text_copy(name))) {
        free(file);
        return NULL;
    }
    return files->files[files->count++] = file;
}

const mintu_icon_file *mintu_icon_files_get(mintu_icon_files *files, const char *name)
{
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->files[i]->name, name) == 0)
            return files->files[i]->handle ? files->files[i] : NULL;
    if (files->status != MINTU_STATUS_OK)
        return NULL;
    if (files->count == MINTU_ICON_FILES) {
        files->status =
            mintu_fail(files->error, MINTU_STATUS_INPUT, "%s: a map may have %d icon files, and \"%s\" is one more; use fewer",
                       mintu_message(doing), MINTU_ICON_FILES, name);
        return NULL;
    }
    mintu_icon_file *file = add(files, name);
    files->status = file ? load(files, file) : mintu_fail_memory(files->error, doing);
    return file && file->handle ? file : NULL;
}

/* What a drawing takes, and what it may. */
typedef struct amount {
    double is, most;
    const char *what;
} amount;

static bool allow(mintu_icon_files *files, const mintu_icon_file *file, const amount *one)
{
    if (one->is <= one->most)
        return true;
    files->status =
        mintu_fail_at(files->error, MINTU_STATUS_INPUT, (mintu_where){.source = file->name},
                      "drawing an icon: %s would be %.4g, and may be %g; simplify the SVG, draw it smaller, or at fewer "
                      "places",
                      mintu_message(one->what), one->is, one->most);
    return false;
}

static bool allow_drawing(mintu_icon_files *files, const mintu_icon_file *file, cairo_t *cairo, const double size[2])
{
    double x = size[0], y = size[1];
    const mintu_icon_cost *cost = &file->cost;
    cairo_user_to_device_distance(cairo, &x, &y);
    double pixels = fabs(x * y), enlarged = fmax(1, fmax(fabs(x) / file->width, fabs(y) / file->height));
    files->elements += cost->elements;
    files->vertices += cost->vertices;
    files->work += cost->work * pixels;
    const amount amounts[] = {
        {cost->layers * pixels, LAYER_PIXELS_MOST, N_("pixels of its filters, masks and groups")},
        {cost->length * enlarged, DEVICE_LENGTH_MOST, N_("the length of its outlines in pixels")},
        {cost->work * pixels, WORK_MOST, N_("steps of its filters over all pixels")},
        {files->elements, ELEMENTS_IN_ALL, N_("the elements of all icons of the map")},
        {files->vertices, VERTICES_IN_ALL, N_("the bytes of path data of all icons of the map")},
        {files->work, WORK_IN_ALL, N_("steps of filters of all icons of the map")},
    };
    bool good = true;
    for (size_t i = 0; good && i < sizeof amounts / sizeof *amounts; i++)
        good = allow(files, file, &amounts[i]);
    return good;
}

/* A drawing keeps its proportions in librsvg's box; fitted to a text it is stretched. */
static RsvgRectangle stretch(const mintu_icon_file *file, cairo_t *cairo, const mintu_icon_place *place)
{
    static const double SAME = 1e-9;
    const double *size = place->size, ratio = size[1] * file->width / (size[0] * file->height);
    if (fabs(ratio - 1) > SAME) {
        cairo_translate(cairo, place->at[0], place->at[1]);
        cairo_scale(cairo, size[0] / file->width, size[1] / file->height);
        return (RsvgRectangle){-file->width / 2, -file->height / 2, file->width, file->height};
    }
    return (RsvgRectangle){place->at[0] - size[0] / 2, place->at[1] - size[1] / 2, size[0], size[1]};
}

void mintu_icon_file_draw(mintu_icon_files *files, const mintu_icon_file *file, cairo_t *cairo, const mintu_icon_place *place)
{
    GError *problem = NULL;
    const double *size = place->size;
    double begin = mintu_thread_seconds();
    if (!(size[0] > 0 && size[1] > 0 && place->opacity > 0) || files->status != MINTU_STATUS_OK ||
        !allow_drawing(files, file, cairo, size))
        return;
    if (place->opacity < 1)
        cairo_push_group(cairo);
    cairo_save(cairo);
    const RsvgRectangle box = stretch(file, cairo, place);
    if (!rsvg_handle_render_document(file->handle, cairo, &box, &problem) && files->status == MINTU_STATUS_OK)
        files->status = mintu_fail_at(files->error, MINTU_STATUS_INPUT, (mintu_where){.source = file->name},
                                      "drawing an icon: %s; simplify the SVG",
                                      problem ? problem->message : mintu_message("it cannot be drawn"));
    cairo_restore(cairo);
    g_clear_error(&problem);
    if (place->opacity < 1) {
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, place->opacity);
    }
    files->seconds += mintu_thread_seconds() - begin;
    if (files->status == MINTU_STATUS_OK)
        allow(files, file, &(amount){files->seconds, SECONDS_IN_ALL, N_("the processor's seconds for all icons of the map")});
}

void mintu_icon_files_free(mintu_icon_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        if (files->files[i]->handle)
            g_object_unref(files->files[i]->handle);
        free(files->files[i]->name);
        free(files->files[i]);
    }
}
