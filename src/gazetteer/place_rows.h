/* Rows of a layer, filled column after column in the order of the layer's fields. */
#ifndef GAZETTEER_PLACE_ROWS_H
#define GAZETTEER_PLACE_ROWS_H

#include <mintu/layer.h>

typedef struct mintu_field {
    const char *name;
    mintu_field_type type;
} mintu_field;

/* The types of nearly all columns, short for tables of them. */
#define MINTU_TEXT  MINTU_FIELD_TYPE_TEXT
#define MINTU_WHOLE MINTU_FIELD_TYPE_INTEGER
#define MINTU_REAL  MINTU_FIELD_TYPE_REAL

/* The row being filled. Keeps its first failure: later calls do nothing, and status is asked once per row. */
typedef struct mintu_row {
    mintu_layer *layer;
    size_t row, field;
    mintu_status status;
    mintu_error *error;
} mintu_row;

/* A layer with these fields. */
mintu_status mintu_rows_new(mintu_context *context, const char *name, const mintu_field *fields, size_t count,
                            mintu_error *error, mintu_layer **out);

mintu_row mintu_row_append(mintu_layer *layer, mintu_error *error); /* a new row, at its first field */
void mintu_row_text(mintu_row *row, const char *text);              /* never NULL */
void mintu_row_number(mintu_row *row, double value);                /* NaN leaves null */

/* The same for several columns, one behind the other. Every text must outlive the making of the others, which that of a number in
 * another layer does not. */
void mintu_row_texts(mintu_row *row, size_t count, const char *const texts[]);
void mintu_row_numbers(mintu_row *row, size_t count, const double values[]);
#define MINTU_ROW_TEXTS(row, ...)                                                                                              \
    mintu_row_texts(row, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), (const char *const[]){__VA_ARGS__})
#define MINTU_ROW_NUMBERS(row, ...)                                                                                            \
    mintu_row_numbers(row, sizeof((const double[]){__VA_ARGS__}) / sizeof(double), (const double[]){__VA_ARGS__})

void mintu_row_point(mintu_row *row, double lon, double lat); /* no field; NaN leaves no geometry */

/* The geometry of a row of another layer; none leaves none. */
void mintu_row_shape(mintu_row *row, const mintu_layer *from, size_t from_row);

/* Text of a row by the field's name; "" where the field is not there. Lives as long as that of mintu_layer_text(). */
const char *mintu_layer_field_text(const mintu_layer *layer, size_t row, const char *field);

/* How many rows hold the text in the field; 0 where the field is not there. */
size_t mintu_layer_field_count_text(const mintu_layer *layer, const char *field, const char *text);

/* Those notes of another layer that it has. */
mintu_status mintu_layer_notes_copy(mintu_layer *layer, const mintu_layer *from, const char *const keys[], size_t count,
                                    mintu_error *error);
mintu_status mintu_layer_note_count(mintu_layer *layer, const char *key, size_t value,
                                    mintu_error *error); /* 0 is noted, too */

#endif
