/* The placemarks of a KML, from the events of its XML: with the folders they lie in, and all that their ExtendedData say. */
#ifndef TABLE_KML_BOOK_H
#define TABLE_KML_BOOK_H

#include "base/array.h"
#include "base/context.h"
#include "base/textmap.h"
#include "layer/layer_data.h"
#include "layer/row_limit.h"
#include "table/kml_shape.h"

/* A folder or a document that the reading is in. */
typedef struct mintu_kml_folder {
    char *name; /* NULL: none yet */
    size_t depth;
    bool wanted, document;
} mintu_kml_folder;

/* Begin with mintu_kml_begin(); free with mintu_kml_free(). */
typedef struct mintu_kml {
    mintu_context *context;
    const char *path, *wanted; /* wanted: name of the folder that is read; NULL: all */
    mintu_layer *layer;
    mintu_error *error;
    mintu_status status;
    bool stop;          /* something failed, and status says so */
    bool found;         /* the folder that is wanted */
    mintu_buffer names; /* of the folders, for a message */
    size_t unread;      /* links and overlays */
    mintu_row_sum sum;
    mintu_textmap index; /* of names in ExtendedData to fields */
    char **keys;         /* these names */
    size_t key_count, key_room;
    /* where the reading is; depths of elements, 0: not in one */
    mintu_kml_folder *folders;
    size_t folder_count, folder_room, depth, place, data;
    size_t placemarks; /* so far */
    bool reading;      /* a placemark that is wanted */
    mintu_buffer text, key;
    mintu_kml_shapes shapes;
    size_t twice, twice_row, twice_field; /* data that a placemark has twice; the first */
} mintu_kml;

mintu_status mintu_kml_begin(mintu_kml *kml, mintu_error *error);

/* As mintu_xml_watch has them. */
void mintu_kml_start(void *kml, const char *name, const char *const *attributes);
void mintu_kml_end(void *kml, const char *name);
void mintu_kml_text(void *kml, const char *text, size_t size);

/* When all of it was read: the columns' types; what is not read is told. Hands over the layer. */
mintu_status mintu_kml_finish(mintu_kml *kml, mintu_error *error, mintu_layer **out);
void mintu_kml_free(mintu_kml *kml);

#endif
