/* The data package's descriptor, datapackage.json (Frictionless Data Package), and where its resources stand. */
#ifndef GAZETTEER_PACKAGE_H
#define GAZETTEER_PACKAGE_H

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"

#include <jansson.h>
#include <mintu/layer.h>

typedef struct mintu_package {
    char *dir, *path; /* the folder, and datapackage.json in it */
    mintu_buffer text;
    json_t *root;
    const json_t *resources; /* array, borrowed from root */
    int as_of;               /* YYYYMMDD */
} mintu_package;

/* Reads and checks the descriptor in folder @p dir. *out must be closed after success only. All files are beneath the folder,
 * links resolved, unless the context allows files elsewhere. */
mintu_status mintu_package_open(const mintu_context *context, const char *dir, mintu_error *error, mintu_package *out);
void mintu_package_close(mintu_package *package);

/* The resource whose file is called @p stem ("places" for places.csv), or NULL. *index (may be NULL) is its place in the list. */
const json_t *mintu_package_resource(const mintu_package *package, const char *stem, size_t *index);

/* Path of a resource's file, on the heap; NULL when memory ran out. */
char *mintu_package_file(const mintu_package *package, const json_t *resource);

/* Reads the layer @p name (NULL: the first) of a file of the package. */
mintu_status mintu_package_load(mintu_context *context, const mintu_package *package, const char *path, const char *name,
                                mintu_error *error, mintu_layer **out);

/* Line and column of the value that a JSON pointer names in datapackage.json. */
mintu_where mintu_package_where(const mintu_package *package, const char *pointer);

/* Titles of `sources` or `licenses` of a resource, or of the package where it has none, joined by "; ". */
void mintu_package_credit(const mintu_package *package, const json_t *resource, const char *key, mintu_buffer *out);

/* A text member of an object, also when it is written once per language ({"zh": …, "en": …}); NULL when there is none. */
const char *mintu_package_text(const json_t *object, const char *key, const char *lang);

#endif
