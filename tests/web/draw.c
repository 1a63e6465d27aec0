/* Draws styles as PNG beside them, at the web's resolution, all in one process, since beginning one takes longer than a small map:
 * draw STYLE.json… A style that cannot be drawn is a line "STYLE.json: why" on standard error, and has no picture. */
#include <mintu/mintu.h>
#include <stdio.h>
#include <string.h>

enum { WEB_DPI = 96, PATH = 4096 };

static mintu_status draw(mintu_context *context, const char *path, mintu_error *error)
{
    char out[PATH];
    mintu_style *style = NULL;
    mintu_map *map = NULL;
    if (snprintf(out, sizeof out, "%.*s.png", (int)(strlen(path) - strlen(".json")), path) >= (int)sizeof out)
        return MINTU_STATUS_USAGE;
    mintu_status status = mintu_style_load(path, error, &style);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_new(context, style, &(mintu_map_options){.dpi = WEB_DPI}, error, &map);
    for (size_t i = 0; status == MINTU_STATUS_OK && i < mintu_style_source_count(style); i++)
        status = mintu_map_source_load(map, mintu_style_source_name(style, i), error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render(map, out, MINTU_MAP_FORMAT_PNG, error);
    mintu_map_free(map);
    mintu_style_free(style);
    return status == MINTU_STATUS_FINDINGS ? MINTU_STATUS_OK : status;
}

int main(int count, char **words)
{
    mintu_error error;
    mintu_context *context;
    mintu_status worst = mintu_context_new(&error, &context);
    for (int i = 1; i < count && context; i++) {
        mintu_status status = draw(context, words[i], &error);
        if (status != MINTU_STATUS_OK)
            fprintf(stderr, "%s: %s\n", words[i], error.text);
        worst = status > worst ? status : worst;
    }
    mintu_context_free(context);
    return mintu_status_exit_code(worst);
}
