/* The maps of styles/: what a legend tells apart by colour stays apart for colour-blind readers and on a photocopy. */
#include "color_vision.h"
#include "legend_colors.h"
#include "style/legend_derive.h"
#include "style/legend_key.h"
#include "style/style_layer.h"
#include "test_style_helper.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* CIEDE2000. Areas of a map lie apart and between borders, where less than about 5 is easily mistaken. */
static const double APART = 5;
enum { COLORS = 64 };

static const char *const names[COLOR_VISION_END] = {[COLOR_VISION_NORMAL] = "normal sight",
                                                    [COLOR_VISION_PROTANOPIA] = "protanopia",
                                                    [COLOR_VISION_DEUTERANOPIA] = "deuteranopia",
                                                    [COLOR_VISION_TRITANOPIA] = "tritanopia",
                                                    [COLOR_VISION_GREY] = "greyscale"};

static size_t compared, wrong;

static void compare(const char *file, const char *layer, const mintu_color *colors, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            for (color_vision vision = COLOR_VISION_NORMAL; vision < COLOR_VISION_END; vision++) {
                double apart = color_difference(color_seen(colors[i], vision), color_seen(colors[j], vision));
                compared++;
                if (apart >= APART)
                    continue;
                wrong++;
                print_error("%s, layer %s: classes %zu and %zu are %.1f apart in %s; expected %g\n", file, layer, j + 1, i + 1,
                            apart, names[vision], APART);
            }
}

static void compare_style(const char *folder, const char *file)
{
    char path[4096];
    mintu_style *style;
    mintu_error error;
    snprintf(path, sizeof path, "%s/%s", folder, file);
    if (mintu_style_load(path, &error, &style) != MINTU_STATUS_OK)
        fail_msg("%s: %s", path, error.text);
    for (size_t i = 0; i < mintu_style_layer_count(style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(style, i);
        const mintu_property *derived;
        mintu_color colors[COLORS];
        size_t count = mintu_style_legend_derived(layer, &derived);
        for (size_t j = 0; j < count; j++) {
            const mintu_style_scope scope = {.zoom = 7};
            compare(file, mintu_style_layer_id(layer), colors, key_colors(layer, derived[j], &scope, colors, COLORS));
        }
    }
    mintu_style_free(style);
}

static void test_palettes(void **state)
{
    const char *folder = getenv("MINTU_STYLES");
    DIR *all = folder ? opendir(folder) : NULL;
    (void)state;
    if (!all)
        skip();
    for (const struct dirent *entry; (entry = readdir(all));) {
        const char *end = strstr(entry->d_name, ".json");
        if (end && !strstr(entry->d_name, ".schema."))
            compare_style(folder, entry->d_name);
    }
    closedir(all);
    assert_true(compared > 0);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_palettes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
