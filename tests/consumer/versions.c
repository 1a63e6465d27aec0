/* A program that is built with headers of another version than the library it runs with (see run.sh): structs with fewer members
 * than the library's, and with one more. versions GEODATA */
#include <mintu/mintu.h>
#include <stdio.h>
#include <string.h>

static const char text[] = "{\"version\":8,\"sources\":{},\"layers\":[{\"id\":\"ground\",\"type\":\"background\"}]}";

/* What stands behind the struct in the caller's memory stays as it is. */
struct guarded {
    mintu_match match;
    unsigned char behind[64];
};

static mintu_status draw(mintu_context *context, const mintu_style *style, mintu_error *error)
{
    mintu_map *map;
    mintu_bytes svg = {0};
    mintu_map_options options = {
        .width_mm = 90, .height_mm = 60, .scale = 500000, .extent = {118, 25, 118.1, 25.1}, .title = "A"};
#ifdef NEWER
    options.sharper = 1;
#endif
    mintu_status status = mintu_map_new(context, style, &options, error, &map);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render_bytes(map, MINTU_MAP_FORMAT_SVG, error, &svg);
    if (svg.data)
        printf("%.*s\n", (int)svg.size, (const char *)svg.data);
    mintu_bytes_free(&svg);
    mintu_map_free(map);
    return status;
}

static mintu_status match(const mintu_gazetteer *gazetteer, mintu_error *error)
{
    mintu_geocoder *geocoder;
    struct guarded answer, before;
    memset(&answer, 0x5a, sizeof answer);
    before = answer;
    mintu_status status = mintu_geocoder_new(gazetteer, &(mintu_geocode_options){.exact = true}, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_match(geocoder, "安溪龙门", error, &answer.match);
    if (status == MINTU_STATUS_OK)
        printf("%s %g %s\n", answer.match.place->code, answer.match.score,
               memcmp(answer.behind, before.behind, sizeof answer.behind) == 0 ? "whole" : "overwritten");
    mintu_geocoder_free(geocoder);
    return status;
}

int main(int count, char **words)
{
    mintu_error error = {0};
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_style *style;
    mintu_status status = mintu_context_new(&error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(context, count > 1 ? words[1] : "geodata", &error, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = match(gazetteer, &error);
    if (status == MINTU_STATUS_OK)
        status = mintu_style_parse(text, sizeof text - 1, NULL, &error, &style);
    if (status == MINTU_STATUS_OK) {
        status = draw(context, style, &error);
        mintu_style_free(style);
    }
    printf("%s\n", status > MINTU_STATUS_FINDINGS ? error.text : "");
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return mintu_status_exit_code(status > MINTU_STATUS_FINDINGS ? status : MINTU_STATUS_OK);
}
