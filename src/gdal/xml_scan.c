#include "gdal/xml_scan.h"

#include "gdal/ogr.h"
#include "layer/read_limits.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

enum { CHUNK = 1 << 16 };

typedef struct scan {
    mintu_xml_watch *watch;
    xmlParserCtxtPtr parser;
    bool entities, deep, names;
} scan;

static void stop_when_over(scan *state)
{
    const mintu_limits *limits = state->watch->limits;
    state->deep = state->watch->depth > limits->depth;
    state->names = state->parser->dict && xmlDictSize(state->parser->dict) > (int)limits->names;
    if (state->deep || state->names || (state->watch->stop && *state->watch->stop))
        xmlStopParser(state->parser);
}

static void start(void *user, const xmlChar *name, const xmlChar **attributes)
{
    scan *state = user;
    state->watch->depth++;
    state->watch->line = xmlSAX2GetLineNumber(state->parser);
    if (state->watch->start)
        state->watch->start(state->watch->user, (const char *)name, (const char *const *)attributes);
    stop_when_over(state);
}

static void end(void *user, const xmlChar *name)
{
    scan *state = user;
    if (state->watch->end)
        state->watch->end(state->watch->user, (const char *)name);
    state->watch->depth--;
}

static void characters(void *user, const xmlChar *text, int size)
{
    scan *state = user;
    if (state->watch->text)
        state->watch->text(state->watch->user, (const char *)text, (size_t)size);
}

static void declare(void *user, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                    xmlChar *content)
{
    scan *state = user;
    (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
    state->entities = true;
    xmlStopParser(state->parser);
}

static void say_nothing(void *user, const char *format, ...)
{
    (void)user, (void)format;
}

/* As the parser tells it, in a line. */
static mintu_status fail_damage(const scan *state, mintu_error *error)
{
    const xmlError *last = xmlCtxtGetLastError(state->parser);
    const char *text = last && last->message ? last->message : "";
    return mintu_fail_at(error, MINTU_STATUS_INPUT,
                         (mintu_where){state->watch->path, last && last->line > 0 ? last->line : 0, 0},
                         "reading a layer: its XML is damaged%s%.*s; get the file again, or save it anew", *text ? ": " : "",
                         (int)strcspn(text, "\r\n"), text);
}

static mintu_status fail(const scan *state, mintu_error *error)
{
    const mintu_xml_watch *watch = state->watch;
    if (watch->stop && *watch->stop)
        return MINTU_STATUS_OK; /* whoever stopped says why */
    if (state->deep)
        return mintu_fail_limit(error, watch->path, watch->limits->depth, "elements in each other",
                                "save it without groups in groups");
    if (state->names)
        return mintu_fail_limit(error, watch->path, watch->limits->names, "names of elements and attributes",
                                "save it as GeoPackage, or with fewer kinds of features and fields");
    if (watch->bytes > watch->limits->unpacked)
        return mintu_fail_limit(error, watch->path, watch->limits->unpacked, "bytes of XML",
                                "save it as CSV or GeoPackage, or split it");
    if (state->entities)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = watch->path},
                             "reading a layer: its XML declares entities, which can make it grow without bounds; save it "
                             "without a DOCTYPE");
    return fail_damage(state, error);
}

static bool feed(scan *state, VSILFILE *in)
{
    char chunk[CHUNK];
    size_t size;
    do {
        size = VSIFReadL(chunk, 1, sizeof chunk, in);
        state->watch->bytes += size;
        if (state->watch->bytes > state->watch->limits->unpacked)
            return false;
        if (xmlParseChunk(state->parser, chunk, (int)size, size == 0) != 0 || state->parser->disableSAX)
            return false;
    } while (size);
    return state->parser->wellFormed;
}

mintu_status mintu_xml_scan(const char *file, mintu_xml_watch *watch, mintu_error *error)
{
    xmlSAXHandler handler = {.startElement = start,
                             .endElement = end,
                             .characters = characters,
                             .ignorableWhitespace = characters,
                             .cdataBlock = characters,
                             .entityDecl = declare,
                             .error = say_nothing,
                             .warning = say_nothing,
                             .initialized = 1};
    VSILFILE *in = VSIFOpenL(file, "rb");
    scan state = {.watch = watch};
    state.parser = in ? xmlCreatePushParserCtxt(&handler, &state, NULL, 0, NULL) : NULL;
    mintu_status status = MINTU_STATUS_OK;
    watch->depth = 0;
    if (state.parser)
        xmlCtxtUseOptions(state.parser,
                          XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_SAX1 | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!state.parser)
        status = in ? mintu_fail_memory(error, "reading a layer") : MINTU_STATUS_OK;
    else if (!feed(&state, in))
        status = fail(&state, error);
    if (state.parser && state.parser->myDoc)
        xmlFreeDoc(state.parser->myDoc);
    xmlFreeParserCtxt(state.parser);
    if (in)
        VSIFCloseL(in);
    return status;
}
