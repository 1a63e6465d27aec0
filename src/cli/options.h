/* Options that several commands share, so that they read the same everywhere. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#define CLI_OPTION_OUTPUT                                                                                                      \
    {                                                                                                                          \
        "output", 'o', "FILE", "Write to this file, its ending naming the format; - is standard output"                        \
    }
#define CLI_OPTION_BOM                                                                                                         \
    {                                                                                                                          \
        "bom", 0, NULL, "Begin CSV with a byte order mark, by which Excel knows UTF-8"                                         \
    }
#define CLI_OPTION_FORMAT                                                                                                      \
    {                                                                                                                          \
        "format", 'f', "table|csv|json|geojson|gpkg|xlsx|fgb", "By the ending of -o by default, else a table"                  \
    }
#define CLI_OPTION_JSON                                                                                                        \
    {                                                                                                                          \
        "json", 0, NULL, "The same as --format json"                                                                           \
    }
#define CLI_OPTION_AS_OF                                                                                                       \
    {                                                                                                                          \
        "as-of", 0, "DATE", "Names and units as they were on this day, YYYY-MM-DD; the data package's date by default"         \
    }

#define CLI_OPTION_AS_OF_TODAY                                                                                                 \
    {                                                                                                                          \
        "as-of", 0, "DATE", "Names and units as they were on this day, YYYY-MM-DD; today by default"                           \
    }

/* How tables are read; console/session.c takes them. */
#define CLI_OPTION_MISSING                                                                                                      \
    {                                                                                                                           \
        "missing", 0, "WORDS", "Words with commas between that stand for no value in tables, besides NA, n/a, — and the like" \
    }
#define CLI_OPTION_HEADER_ROW                                                                                                  \
    {                                                                                                                          \
        "header-row", 0, "N", "Row of a table, from 1, with the names of its columns; 2-3 for two; found out by default"       \
    }

#endif
