#define _DEFAULT_SOURCE /* mkdtemp() */
#include "icon/icon_check.h"

#include "base/array.h"
#include "canvas/icon_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 24 24\">\n"

static mintu_error problem;
static mintu_icon_cost cost;

static mintu_status check_text(const char *text)
{
    problem = (mintu_error){0};
    cost = (mintu_icon_cost){0};
    return mintu_icon_check(text, strlen(text), "a.svg", &problem, &cost);
}

static mintu_status check(const char *content)
{
    mintu_buffer text = {0};
    mintu_buffer_format(&text, HEAD "%s</svg>", content);
    mintu_status status = check_text(text.data);
    mintu_buffer_free(&text);
    return status;
}

static void expect_refused(const char *content, const char *words)
{
    mintu_status status = check(content);
    if (status != MINTU_STATUS_INPUT || !strstr(problem.text, words) || problem.line < 1)
        fail_msg("%.120s: %s:%d: %s", content, mintu_status_text(status), problem.line, problem.text);
}

static void expect_drawn(const char *content)
{
    if (check(content) != MINTU_STATUS_OK)
        fail_msg("%.120s: %s", content, problem.text);
}

/* The content @p count times. */
static char *repeated(const char *head, size_t count, const char *content, const char *tail)
{
    mintu_buffer text = {0};
    mintu_buffer_text(&text, head);
    for (size_t i = 0; i < count; i++)
        mintu_buffer_text(&text, content);
    mintu_buffer_text(&text, tail);
    assert_false(text.failed);
    return text.data;
}

static void expect_many_refused(const char *head, size_t count, const char *content, const char *tail, const char *words)
{
    char *text = repeated(head, count, content, tail);
    expect_refused(text, words);
    free(text);
}

static void icons_of_drawing_programs_are_drawn(void **state)
{
    (void)state;
    expect_drawn("<path fill=\"#444\" d=\"M12 2L2 7v10l10 5 10-5V7z\"/>");
    /* Inkscape */
    expect_drawn(
        "<sodipodi:namedview xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" pagecolor=\"#fff\"/>"
        "<defs><linearGradient id=\"a\"><stop offset=\"0\" style=\"stop-color:#f00;stop-opacity:1\"/></linearGradient>"
        "<linearGradient id=\"b\" x:href=\"#a\" x1=\"3\" y1=\"4\" x2=\"5\" y2=\"6\" gradientUnits=\"userSpaceOnUse\"/></defs>"
        "<g transform=\"translate(0,-1028.36) matrix(.5 0 0 .5 1 1)\"><path style=\"opacity:1;fill:url(#b);stroke:none;"
        "stroke-dasharray:none;font-size:medium\" d=\"m 1,2 3,4 z\"/></g>");
    /* Illustrator: classes, and clips in them */
    expect_drawn(
        "<style type=\"text/css\"><![CDATA[ .st0{clip-path:url(#B_2_);} .st1,.st2{fill:url(#G_1_);} /* } */ ]]></style>"
        "<g><defs><rect id=\"B_1_\" width=\"24\" height=\"24\"/></defs><clipPath id=\"B_2_\"><use x:href=\"#B_1_\" "
        "style=\"overflow:visible;\"/></clipPath><g class=\"st0\"><linearGradient id=\"G_1_\" x1=\"3\"><stop/></linearGradient>"
        "<path class=\"st1 x\" d=\"M1 1h9z\"/></g></g>");
    /* Figma: a shadow */
    expect_drawn(
        "<g filter=\"url(#f)\"><path d=\"M1 1h9z\" fill=\"#000\"/></g><defs><filter id=\"f\" x=\"0\" y=\"0\" width=\"40\" "
        "height=\"40\" filterUnits=\"userSpaceOnUse\"><feFlood flood-opacity=\"0\" result=\"b\"/><feColorMatrix in=\"S\" "
        "values=\"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0\"/><feMorphology radius=\"1\" operator=\"dilate\" "
        "in=\"S\"/><feOffset "
        "dy=\"4\"/><feGaussianBlur stdDeviation=\"2\"/><feBlend in2=\"b\"/></filter></defs>");
    /* for the web */
    expect_drawn(
        "<style>path{fill:#000} @media (prefers-color-scheme: dark) { path, .a {fill:#fff} g {fill:red} } .b{}</style><g/>");
    /* a marker at the end of a dashed line */
    expect_drawn(
        "<marker id=\"m\" viewBox=\"0 0 10 10\" markerWidth=\"6\" markerHeight=\"6\"><path d=\"M0 0l10 5-10 5z\"/></marker>"
        "<path marker-end=\"url(#m)\" stroke=\"red\" stroke-dasharray=\"2, 1\" d=\"M1 1L20 20\"/>");
    assert_int_equal(
        check_text("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                   "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">"
                   "]><svg xmlns=\"&ns_svg;\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>"),
        MINTU_STATUS_OK);
    assert_true(cost.elements == 2);
}

static void what_is_referred_to_counts_as_often_as_it_is_drawn(void **state)
{
    (void)state;
    expect_drawn("<g id=\"a\"><rect/><rect/></g><use href=\"#a\"/><use x:href=\"#a\"/>");
    assert_true(cost.elements == 1 + 3 + 2 * (1 + 3));
    /* ten levels of ten, and as often through clips, masks and markers, whose vertices multiply */
    static const char *const levels[] = {"<g id=\"l%d\">%s</g>", "<clipPath id=\"l%d\">%s</clipPath>",
                                         "<mask id=\"l%d\">%s</mask>", "<marker id=\"l%d\">%s</marker>"};
    static const char *const users[] = {"<use href=\"#l%d\"/>", "<rect clip-path=\"url(#l%d)\"/>",
                                        "<rect style=\"mask : URL( '#l%d' )\"/>",
                                        "<path style=\"marker:url(#l%d)\" d=\"M0 0h1h1h1h1\"/>"};
    for (size_t kind = 0; kind < sizeof levels / sizeof *levels; kind++) {
        mintu_buffer text = {0};
        for (int level = 0; level < 10; level++) {
            char user[100], *ten;
            snprintf(user, sizeof user, users[kind], level + 1);
            ten = repeated("", 10, user, "");
            mintu_buffer_format(&text, levels[kind], level, ten);
            free(ten);
        }
        mintu_buffer_text(&text, "<rect id=\"l10\" width=\"1\" height=\"1\"/>");
        char user[100];
        snprintf(user, sizeof user, users[kind], 0);
        mintu_buffer_text(&text, user);
        expect_refused(text.data, "an icon may have");
        mintu_buffer_free(&text);
    }
    /* inherited by what is inside */
    expect_many_refused("<marker id=\"m\"><path d=\"M0 0h1\"/></marker><g marker-mid=\"url(#m)\">", 900,
                        "<path d=\"M0 0h1h1h1h1h1h1\"/>", "</g>", "an icon may have");
    /* by a rule of a style sheet */
    expect_many_refused("<style>path { marker : url(#m) }</style><marker id=\"m\"><g/></marker>", 900,
                        "<path d=\"M0 0h1h1h1h1h1h1h1h1h1\"/>", "", "refers to itself");
    expect_many_refused("<style>.a { marker : url(#m) }</style><marker id=\"m\"><g/></marker>", 900,
                        "<path class=\"b a\" d=\"M0 0h1h1h1h1h1h1h1h1h1\"/>", "", "an icon may have");
}

static void circles_and_depth_are_refused(void **state)
{
    (void)state;
    expect_refused("<g id=\"a\"><use href=\"#a\"/></g>", "refers to itself");
    expect_refused(
        "<clipPath id=\"a\"><rect clip-path=\"url(#b)\"/></clipPath><mask id=\"b\"><rect clip-path=\"url(#a)\"/></mask>"
        "<rect mask=\"url(#b)\"/>",
        "refers to itself");
    char *open = repeated("", 150, "<g>", "");
    expect_many_refused(open, 150, "</g>", "", "100 levels");
    free(open);
    assert_int_equal(check("<g id=\"a\"/>"), MINTU_STATUS_OK);
    char *deep = repeated(HEAD, 100000, "<g>", "");
    assert_int_equal(check_text(deep), MINTU_STATUS_INPUT);
    free(deep);
}

static void amounts_have_limits(void **state)
{
    (void)state;
    expect_many_refused("", 20000, "<rect/>", "", "20000");
    expect_many_refused("<text>", 1001, "a", "</text>", "20000");
    expect_many_refused("<path d=\"M0 0", 200000, "h1 ", "\"/>", "120000");
    expect_many_refused("<path stroke-linejoin=\"round\" d=\"M0 0", 12000, "h1 ", "\"/>", "120000");
    expect_many_refused("", 1001, "<g opacity=\".9\"/>", "", "2000");
    expect_many_refused("<filter id=\"f\">", 1500, "<feOffset/>", "</filter><g filter=\"url(#f)\"/><g filter=\"url(#f)\"/>",
                        "2000");
    expect_many_refused("<style>", 1001, ".a{}", "</style>", "1000 rules");
    expect_refused("<rect style=\"filter:blur(1px);opacity:.5\"/><filter><feTurbulence numOctaves=\"11\"/></filter>",
                   "at most 10");
    expect_refused("<path stroke-dasharray=\".0001\" d=\"M0 0H100000\"/>", "dashes");
    expect_refused("<g style=\"stroke-dasharray:1e-9 1e-9\"><circle r=\"9\"/></g>", "dashes");
    expect_refused("<g stroke-dasharray=\"1e-9em\"><circle r=\"9\"/></g>", "stroke-dasharray");
    expect_refused("<path d=\"M0 0C1e9 0 0 1e9 0 0\"/>", "px long");
    expect_refused("<g transform=\"scale(1e9)\"><circle r=\"9\"/></g>", "px long");
    expect_refused("<g style=\"transform: matrix(1e5 0 0 1e5 0 0) scale(1e5)\"><circle r=\"9\"/></g>", "px long");
    expect_refused("<svg width=\"9\" height=\"9\" viewBox=\"0 0 1e-9 1e-9\"><circle r=\"9\"/></svg>", "px long");
    expect_refused("<g font-size=\"2em\"/>", "font-size");
    char *zigzag = repeated("<g stroke-width=\"1000000\"><path d=\"", 12000, "L1 1L0 0", "\"/></g>");
    expect_refused(zigzag, "px long");
    free(zigzag);
}

static void what_nothing_bounds_is_refused(void **state)
{
    (void)state;
    expect_refused("<image href=\"data:image/png;base64,iVBORw0KGgo=\"/>", "<image>");
    expect_refused("<image x:href=\"a.png\"/>", "<image>");
    expect_refused("<filter><feImage href=\"#a\"/></filter>", "<feImage>");
    expect_refused("<filter><feConvolveMatrix order=\"99\"/></filter>", "<feConvolveMatrix>");
    expect_refused("<pattern id=\"p\" width=\"1e9\" height=\"1e9\"/><rect fill=\"url(#p)\"/>", "pattern");
    expect_refused("<use href=\" data:image/svg+xml,x#a\"/>", "out of the file");
    expect_refused("<use href=\"other.svg#a\"/>", "out of the file");
    expect_refused("<rect filter=\"url(other.svg#a)\"/>", "out of the file");
    expect_refused("<rect style=\"fill:u\\72l(#a)\"/>", "backslash");
    expect_refused("<style>@import url(#a);</style>", "style sheet");
    expect_refused("<style>@font-face{}</style>", "style sheet");
    expect_refused("<style>@media x{.a{}}}</style>", "style sheet");
    expect_refused("<style>@media x;.a{filter:url(#f)}</style>", "style sheet");
    expect_refused("<style>.a .b{fill:red}</style>", "selector");
    expect_refused("<style>.a{font-family:'}.b{'}</style>", "quotes");
    expect_refused("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"a\"/>", "XInclude");
    expect_refused("<?xml-stylesheet href=\"data:text/css,x\"?>", "style sheet");
    expect_refused("<g filter=\"url(#f)\"><g style=\"filter : inherit\"/></g>", "inherited");
    assert_int_equal(
        check_text("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" HEAD "<text>&b;</text></svg>"),
        MINTU_STATUS_INPUT);
    assert_int_equal(check_text("<!DOCTYPE svg [<!ENTITY a SYSTEM \"/etc/passwd\">]>" HEAD "<text>&a;</text></svg>"),
                     MINTU_STATUS_INPUT);
    assert_int_equal(check_text("<!DOCTYPE svg [<!ATTLIST rect filter CDATA \"url(#f)\">]>" HEAD "<rect/></svg>"),
                     MINTU_STATUS_INPUT);
    assert_int_equal(check_text("<!DOCTYPE svg [<!ENTITY s \"http://www.w3.org/2000/svg\"><!ENTITY i \"image\"><!ENTITY u "
                                "\"url(#a)\">]><svg xmlns=\"&s;\"><g id=\"a\" filter=\"&u;\"/></svg>"),
                     MINTU_STATUS_INPUT);
    assert_int_equal(check_text("\x1f\x8b\x08"), MINTU_STATUS_INPUT);
    assert_int_equal(check_text("<svg"), MINTU_STATUS_INPUT);
    assert_int_equal(check_text("<svg width=\"9\" height=\"9\"/>"), MINTU_STATUS_INPUT);
    assert_int_equal(check_text("<g xmlns=\"http://www.w3.org/2000/svg\"/>"), MINTU_STATUS_INPUT);
}

static void line_numbers_lead_to_the_element(void **state)
{
    (void)state;
    expect_refused("\n\n<image/>", "<image>");
    assert_int_equal(problem.line, 4);
    assert_string_equal(problem.source, "a.svg");
}

/* The sums of a map: what was drawn before is set, so that one more drawing is too much. */
static mintu_status draw_after(const mintu_icon_files *before, double size, const char **text)
{
    char folder[] = "/tmp/mintu-icon-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.svg", folder);
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fputs(HEAD "<filter id=\"f\"><feTurbulence numOctaves=\"9\"/></filter><path filter=\"url(#f)\" d=\"M0 0h9v9z\"/></svg>",
          stream);
    fclose(stream);
    static mintu_error error;
    mintu_icon_files files = *before;
    files.folder = folder;
    files.error = &error;
    error = (mintu_error){0};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 8, 8);
    cairo_t *cairo = cairo_create(surface);
    const mintu_icon_file *icon = mintu_icon_files_get(&files, "a.svg");
    assert_non_null(icon);
    mintu_icon_file_draw(&files, icon, cairo, &(mintu_icon_place){{4, 4}, {size, size}, 1});
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    mintu_icon_files_free(&files);
    remove(path);
    remove(folder);
    *text = error.text;
    return files.status;
}

static void a_map_has_sums(void **state)
{
    (void)state;
    const char *text;
    assert_int_equal(draw_after(&(mintu_icon_files){0}, 8, &text), MINTU_STATUS_OK);
    assert_int_equal(draw_after(&(mintu_icon_files){0}, 20000, &text), MINTU_STATUS_INPUT);
    assert_non_null(strstr(text, "4e+08"));
    assert_int_equal(draw_after(&(mintu_icon_files){0}, 4000, &text), MINTU_STATUS_INPUT);
    assert_non_null(strstr(text, "1e+10"));
    assert_int_equal(draw_after(&(mintu_icon_files){.elements = 5e6}, 8, &text), MINTU_STATUS_INPUT);
    assert_non_null(strstr(text, "elements of all icons"));
    assert_int_equal(draw_after(&(mintu_icon_files){.vertices = 2e8}, 8, &text), MINTU_STATUS_INPUT);
    assert_non_null(strstr(text, "path data of all icons"));
    assert_int_equal(draw_after(&(mintu_icon_files){.work = 6e10}, 8, &text), MINTU_STATUS_INPUT);
    assert_non_null(strstr(text, "filters of all icons"));
    assert_int_equal(draw_after(&(mintu_icon_files){.seconds = 60}, 8, &text), MINTU_STATUS_INPUT);
    assert_non_null(strstr(text, "seconds"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(icons_of_drawing_programs_are_drawn),
        cmocka_unit_test(what_is_referred_to_counts_as_often_as_it_is_drawn),
        cmocka_unit_test(circles_and_depth_are_refused),
        cmocka_unit_test(amounts_have_limits),
        cmocka_unit_test(what_nothing_bounds_is_refused),
        cmocka_unit_test(line_numbers_lead_to_the_element),
        cmocka_unit_test(a_map_has_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
