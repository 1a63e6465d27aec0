/* What a PDF map has besides its page: metadata, bookmarks, and where on earth it lies. */
#ifndef CANVAS_PDF_H
#define CANVAS_PDF_H

#include "map/scene.h"

/* Bookmarks: the title, and beneath it the places whose labels are required. Nothing in other formats. */
void mintu_pdf_bookmarks(mintu_scene *scene);

/* Title, description and so on, before the surface is finished. */
void mintu_pdf_describe(mintu_scene *scene, const mintu_provenance *provenance);

/* Places the finished file on earth. */
mintu_status mintu_pdf_place(mintu_scene *scene, const mintu_provenance *provenance, mintu_error *error);

#endif
