/* Shared by the tests of src/style: styles of one layer, and single expressions. */
#ifndef TEST_STYLE_HELPER_H
#define TEST_STYLE_HELPER_H

#include "base/array.h"
#include "style/document_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static inline mintu_style *parse_style(const char *text)
{
    mintu_error error = {0};
    mintu_style *style = NULL;
    mintu_status status = mintu_style_parse(text, strlen(text), "<test>", &error, &style);
    if (status != MINTU_STATUS_OK)
        fail_msg("%s", error.text);
    return style;
}

/* A style with one layer of a type, on one source, with more members after the source. */
static inline void style_text(char *text, size_t room, const char *type, const char *members)
{
    bool raster = strcmp(type, "raster") == 0, relief = strcmp(type, "hillshade") == 0;
    snprintf(text, room,
             "{\"version\":8,\"sources\":{\"s\":{\"type\":\"%s\"}},\n"
             "\"layers\":[{\"id\":\"a\",\"type\":\"%s\",\"source\":\"s\"%s%s}]}",
             raster   ? "raster\",\"url\":\"a.tif"
             : relief ? "raster-dem\",\"url\":\"a.tif"
                      : "geojson\",\"data\":\"mintu:counties",
             type, members[0] ? "," : "", members);
}

static inline mintu_style *parse_layer(const char *type, const char *members)
{
    char text[8192];
    style_text(text, sizeof text, type, members);
    return parse_style(text);
}

/* The parse fails with the status, and the message holds each of the two texts. */
static inline void expect_failure(const char *text, mintu_status status, const char *first, const char *second)
{
    mintu_error error = {0};
    mintu_style *style = NULL;
    assert_int_equal(mintu_style_parse(text, strlen(text), "<test>", &error, &style), status);
    assert_null(style);
    assert_int_equal(error.status, status);
    if (!strstr(error.text, first) || !strstr(error.text, second))
        fail_msg("expected \"%s\" and \"%s\" in: %s", first, second, error.text);
}

static inline void expect_layer_failure(const char *type, const char *members, mintu_status status, const char *first,
                                        const char *second)
{
    char text[8192];
    style_text(text, sizeof text, type, members);
    expect_failure(text, status, first, second);
}

/* The expression gives the value, both as JSON text without blanks. */
static inline void gives(const char *expression, const char *type, const char *properties, const char *value)
{
    const mintu_style_eval_options options = {
        .type = type, .properties = properties, .zoom = 8, .geometry_type = "Point", .id = "7"};
    mintu_error error = {0};
    char *text = NULL;
    if (mintu_style_eval(expression, &options, &error, &text) != MINTU_STATUS_OK)
        fail_msg("%s: %s", expression, error.text);
    if (strcmp(text, value) != 0)
        fail_msg("%s: expected %s, got %s", expression, value, text);
    free(text);
}

/* The expression fails with the status, and the message holds the text. */
static inline void fails(const char *expression, const char *type, const char *properties, mintu_status status,
                         const char *message)
{
    const mintu_style_eval_options options = {.type = type, .properties = properties};
    mintu_error error = {0};
    char *text = NULL;
    assert_int_equal(mintu_style_eval(expression, &options, &error, &text), status);
    assert_null(text);
    if (!strstr(error.text, message))
        fail_msg("%s: expected \"%s\" in: %s", expression, message, error.text);
}

/* True when the value is the same for every feature. */
static inline bool is_constant(const mintu_style_layer *layer, mintu_property property)
{
    const mintu_node *node = layer->properties[property];
    /* The outline of a fill is of the fill's colour when it has none. */
    if (!node && property == MINTU_PROPERTY_FILL_OUTLINE_COLOR)
        node = layer->properties[MINTU_PROPERTY_FILL_COLOR];
    return !node || !(node->flags & MINTU_NODE_FEATURE);
}

#endif
