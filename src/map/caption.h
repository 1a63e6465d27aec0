/* What a map says in words: its description, which is the picture's alternative text, and where it comes from. */
#ifndef MAP_CAPTION_H
#define MAP_CAPTION_H

#include "canvas/provenance.h"
#include "furniture/furniture.h"

/* Adds subtitle, what the legend lists (with its counts), scale, and whether the map was reviewed. */
void mintu_caption_describe(const mintu_furniture *furniture, mintu_buffer *out);

/* Adds the licences of the layers, each once. */
void mintu_caption_licences(const mintu_drawing *drawing, mintu_buffer *out);

/* Adds program, style, data packages and the day of the data; nothing that depends on the machine or the hour. */
void mintu_caption_record(const mintu_drawing *drawing, mintu_buffer *out);

/* Title, description and sources, a line each, on the heap; NULL when memory ran out. */
char *mintu_caption_text(const mintu_provenance *provenance);

#endif
