/* Reading the objects of a document: each by a table of the members that it may have. */
#ifndef STYLE_MEMBER_READ_H
#define STYLE_MEMBER_READ_H

#include "expression/parser_error.h"
#include "style/document_parts.h"

/* After a failure: true when somebody hears of it, and the parser is ready to read what comes next. */
bool mintu_parser_recover(mintu_parser *parser);

/* Reads the value at the parser's path, whose last step is its key or index, into what it is a part of. False on failure, which is
 * noted. */
typedef bool mintu_reader_fn(mintu_parser *parser, void *into, const json_t *json);

typedef struct mintu_object_member {
    const char *key;
    const char *type;      /* what mintu_json_type_text() must call it; NULL: the reader tells */
    mintu_reader_fn *read; /* NULL: nothing is read, or by who reads the object */
} mintu_object_member;

/* Reads an object that may have the members of the table, in the table's order; one without key ends it. @p what names the object
 * in messages, and a last entry "*" lets other keys pass with a remark; NULL: it is metadata, where other programs may keep what they like. Goes on behind a member that is wrong when
 * somebody hears of it. */
bool mintu_parser_read_members(mintu_parser *parser, const json_t *json, const char *what, const mintu_object_member *members,
                               void *into);

/* Reads each item of an array, or member of an object, and goes on like the above. */
bool mintu_parser_read_each(mintu_parser *parser, const json_t *json, mintu_reader_fn *read, void *into);

/* A string, or {"zh": string, "en": string}: checks it. */
bool mintu_parser_read_text(mintu_parser *parser, void *into, const json_t *json);

/* An array or object of such texts. */
bool mintu_parser_read_texts(mintu_parser *parser, void *into, const json_t *json);

/* Such a text in a language ("zh" or "en"), or in the other one; NULL when @p json is none. */
const char *mintu_json_text(const json_t *json, const char *lang);

#endif
