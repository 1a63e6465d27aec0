#include "doctor/doctor_fonts.h"

#include "base/error.h"
#include "canvas/text.h"

#include <mintu/gazetteer.h>

static const char REMEDY[] = N_("install Debian's fonts-noto-cjk and fonts-noto-cjk-extra, then run fc-cache -f");

/* The places of the package, whose names are drawn; none when it cannot be read, which is another examination's business. */
static mintu_layer *load_places(mintu_examination *examination)
{
    mintu_gazetteer *gazetteer = NULL;
    mintu_layer *places = NULL;
    mintu_error problem;
    mintu_status status = mintu_gazetteer_open(examination->context, examination->dir, &problem, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_places_layer(examination->context, gazetteer, NULL, &problem, &places);
    if (status == MINTU_STATUS_MEMORY)
        mintu_examination_fail(examination, status, &problem, "");
    mintu_gazetteer_free(gazetteer);
    return places;
}

/* What no font has, or is set in another, becomes a finding. */
static void shape_names(mintu_text *text, const mintu_text_style *style, const mintu_layer *places)
{
    int name = places ? mintu_layer_field_find(places, "name") : -1;
    mintu_text_shape(text, style, "闽图 0123456789 ＊ ㎡ °′″");
    for (size_t row = 0; name >= 0 && row < mintu_layer_count(places); row++)
        mintu_text_shape(text, style, mintu_layer_text(places, row, (size_t)name));
}

static void examine(mintu_examination *examination, mintu_text *text, mintu_findings *findings)
{
    static const char *const fonts[] = {"Noto Sans CJK SC Regular", "Noto Sans CJK SC Semi-Bold", "Noto Sans CJK SC Bold",
                                        "Noto Serif CJK SC Regular"};
    mintu_layer *places = load_places(examination);
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++) {
        size_t before = findings->count;
        const mintu_text_style style = {.font = fonts[i], .size = 12, .line_height = 1.2, .asked = true};
        shape_names(text, &style, places);
        if (findings->count == before)
            mintu_examination_add(examination, MINTU_HEALTH_GOOD, "", "%s", fonts[i]);
        else if (findings->count == before + 1)
            mintu_examination_add(examination, MINTU_HEALTH_BAD, REMEDY, "%s", findings->lines[before]);
        else
            mintu_examination_add(examination, MINTU_HEALTH_BAD, REMEDY, "%s (and %zu more)", findings->lines[before],
                                  findings->count - before - 1);
    }
    mintu_layer_free(places);
}

void mintu_doctor_fonts(mintu_examination *examination)
{
    mintu_findings findings = {0};
    mintu_text text;
    mintu_error problem;
    mintu_status status = mintu_text_open(&text, &findings, &problem);
    if (status == MINTU_STATUS_OK) {
        examine(examination, &text, &findings);
        mintu_text_free(&text);
    } else {
        mintu_examination_fail(examination, status, &problem,
                               N_("install Debian's libpangocairo-1.0-0, fontconfig and fonts-noto-cjk"));
    }
    mintu_findings_clear(&findings);
}
