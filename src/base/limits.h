/* What a file may cost: the README's table of limits on layers and tables. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#include <stddef.h>

typedef struct mintu_limits {
    size_t fields;    /* of a layer */
    size_t layer;     /* bytes that a layer takes in memory */
    size_t cells;     /* of a workbook's two largest sheets, rows times columns, and its shared texts */
    size_t text;      /* bytes of text in the cells of a workbook */
    size_t members;   /* files in an archive */
    size_t unpacked;  /* bytes of all of them */
    size_t depth;     /* of elements in an XML file */
    size_t names;     /* of elements and attributes in one */
    size_t topology;  /* bytes of a TopoJSON file */
    size_t positions; /* of a TopoJSON file when its arcs are put in, as often as they are named */
    size_t steps;     /* of SQLite's engine while a GeoPackage is read */
    size_t seconds;   /* of the processor from the opening of a GeoPackage on, while it is read */
    size_t drawing;   /* entities of a DXF file when its blocks are put in, as often as they are named */
} mintu_limits;

#endif
