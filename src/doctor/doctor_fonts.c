#include "doctor/doctor_fonts.h"

#include "base/error.h"
#include "canvas/text.h"

#include <mintu/gazetteer.h>

static const char REMEDY[] = "install Debian's fonts-noto-cjk and fonts-noto-cjk-extra, then run fc-cache -f";

/* The names of all places, drawn once: what no font has, or is set in another, becomes a finding. */
static mintu_status shape_names(mintu_examination *examination, mintu_text *text, const mintu_text_style *style,
                                mintu_error *error)
{
    mintu_gazetteer *gazetteer = NULL;
    mintu_layer *places = NULL;
    mintu_status status = mintu_gazetteer_open(examination->context, examination->dir, error, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_places_layer(examination->context, gazetteer, NULL, error, &places);
    int name = status == MINTU_STATUS_OK ? mintu_layer_field_find(places, "name") : -1;
    for (size_t row = 0; name >= 0 && row < mintu_layer_count(places); row++)
        mintu_text_shape(text, style, mintu_layer_text(places, row, (size_t)name));
    mintu_layer_free(places);
    mintu_gazetteer_free(gazetteer);
    return status;
}

static void examine(mintu_examination *examination, mintu_text *text, mintu_findings *findings)
{
    static const char *const fonts[] = {"Noto Sans CJK SC Regular", "Noto Sans CJK SC Semi-Bold", "Noto Sans CJK SC Bold",
                                        "Noto Serif CJK SC Regular"};
    mintu_error ignored; /* a package that cannot be read is another examination's business */
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++) {
        size_t before = findings->count;
        mintu_text_style style = {.font = fonts[i], .size = 12, .line_height = 1.2, .asked = true};
        mintu_text_shape(text, &style, "闽图 0123456789 ＊ ㎡ °′″");
        if (shape_names(examination, text, &style, &ignored) == MINTU_STATUS_MEMORY)
            mintu_examination_fail(examination, MINTU_STATUS_MEMORY, &ignored, "");
        if (findings->count == before)
            mintu_examination_add(examination, MINTU_HEALTH_GOOD, "", "%s", fonts[i]);
        else if (findings->count == before + 1)
            mintu_examination_add(examination, MINTU_HEALTH_BAD, REMEDY, "%s", findings->lines[before]);
        else
            mintu_examination_add(examination, MINTU_HEALTH_BAD, REMEDY, "%s (and %zu more)", findings->lines[before],
                                  findings->count - before - 1);
    }
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
                               "install Debian's libpangocairo-1.0-0, fontconfig and fonts-noto-cjk");
    }
    mintu_findings_clear(&findings);
}
