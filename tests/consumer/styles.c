/* What a program of somebody else's does: draw each style that it is given into memory, and tell how far it is. styles GEODATA REPORTS STYLE… */
#include <mintu/mintu.h>
#include <stdio.h>
#include <string.h>

enum { SOURCES = 64 };

static bool hear(double done, const char *doing, void *user)
{
    *(double *)user = doing[0] ? done : 0;
    return true;
}

/* Layers of the data package come by their names, other sources are read by the map itself. */
static mintu_status draw(mintu_context *context, const mintu_gazetteer *gazetteer, const char *const of[2], mintu_error *error)
{
    const mintu_catalogue_options how = {.progress = of[0]}; /* what agencies report of their tasks */
    mintu_layer *layers[SOURCES] = {0};
    mintu_style *style;
    mintu_map *map = NULL;
    mintu_bytes png = {0};
    double done = 0;
    mintu_context_progress_set(context, hear, &done);
    mintu_status status = mintu_style_load(of[1], error, &style);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_new(context, style, &(mintu_map_options){.dpi = 72}, error, &map);
    for (size_t i = 0; i < mintu_style_source_count(style) && i < SOURCES && status == MINTU_STATUS_OK; i++) {
        const char *name = mintu_style_source_name(style, i), *data = mintu_style_source_data(style, i);
        status = strncmp(data, "mintu:", 6) == 0 ? mintu_catalogue_layer(context, gazetteer, data + 6, &how, error, &layers[i])
                                                 : mintu_map_source_load(map, name, error);
        if (status == MINTU_STATUS_OK && layers[i])
            status = mintu_map_source_set(map, name, layers[i], error);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render_bytes(map, MINTU_MAP_FORMAT_PNG, error, &png);
    if (status <= MINTU_STATUS_FINDINGS && (png.size < 8 || memcmp(png.data, "\x89PNG", 4) != 0 || done < 0.5))
        status = MINTU_STATUS_DEFECT;
    printf("%s: %zu bytes, %s\n", of[1], png.size, status > MINTU_STATUS_FINDINGS ? error->text : mintu_status_text(status));
    mintu_bytes_free(&png);
    mintu_map_free(map);
    for (size_t i = 0; i < SOURCES; i++)
        mintu_layer_free(layers[i]);
    mintu_style_free(style);
    return status <= MINTU_STATUS_FINDINGS ? MINTU_STATUS_OK : status;
}

int main(int count, char **words)
{
    mintu_error error;
    mintu_context *context;
    mintu_gazetteer *gazetteer = NULL;
    mintu_status status = mintu_context_new(&error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(context, words[1], &error, &gazetteer);
    for (int i = 3; i < count && status == MINTU_STATUS_OK; i++)
        status = draw(context, gazetteer, (const char *const[]){words[2], words[i]}, &error);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return mintu_status_exit_code(status);
}
