/** @file amend.h
 *  Changes of a data package: rosters, positions and boundaries from files of one's own, and the few words that people change. A change is written
 *  to a copy of the whole package, which becomes a new folder or takes the place of the old one at once; sizes, hashes, counts and
 *  statements of datapackage.json follow. The package keeps a log, changes.csv, and the files as they were before each change in its
 *  folder before, so that the last change can be undone.
 *
 *      mintu_amend_roster_options options = {.roster = "town", .target = "mine"};
 *      mintu_amend_roster(context, gazetteer, "official-list.xlsx", &options, &error, &findings);
 */
#ifndef MINTU_AMEND_H
#define MINTU_AMEND_H

#include <mintu/gazetteer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How to read a list of places, and what becomes of it. Zero-initialise, then set the roster. */
typedef struct mintu_amend_roster_options {
    const char *roster; /**< id of the roster: one of the package's, which is completed, or that of a new one */
    const char *
        field; /**< columns of the names, as in mintu_batch_options; NULL: found by usual heads (设区市, 县（市、区）, 乡镇, …) */
    const char
        *review; /**< review file as in mintu_batch_options: its decisions are taken, and doubtful names are written to it */
    const char *source;   /**< where the list is from; NULL: the file's name */
    const char *title;    /**< of a new roster: what its places are called, in Chinese */
    const char *title_en; /**< the same in English, in the plural */
    const char *target;   /**< new folder to write; NULL: the package of the gazetteer is changed itself */
    size_t stated; /**< places that the roster has by its own statement; 0: as stated so far, or as many as a new one lists */
    int date;      /**< day of the list, whose names are those of the day; 0: the package's date */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_amend_roster_options;

/** Completes a roster with the places that a file lists, or makes a new one. Names are resolved as by mintu_batch_load(), at the level of
 *  townships. A place of the file is `attested` unless the file says otherwise, and has the source given; batch and note that the file
 *  does not give stay. Earlier places that the file has not are kept while the list is not whole, and dropped, each told, when the file
 *  has as many places as are stated.
 *
 *  What is doubled, ambiguous, unmatched, of another level or not in force on the package's date is a finding and not taken. More places
 *  than are stated are MINTU_STATUS_INPUT, with nothing written. @p path is a file, no pipe: its checksum goes into the log.
 *  @p findings (may be NULL) is a layer with the fields status (finding, note), file, row, name, text, which the caller frees, also
 *  after a failure. MINTU_STATUS_FINDINGS: all else was done. */
MINTU_API mintu_status mintu_amend_roster(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                          const mintu_amend_roster_options *options, mintu_error *error,
                                          mintu_layer **findings);

/** How to read positions of units. Zero-initialise for the defaults. */
typedef struct mintu_amend_points_options {
    const char *field;    /**< columns of the names or codes, the larger unit first; NULL: found by usual heads */
    const char *source;   /**< where the positions are from; NULL: the file's name */
    const char *target;   /**< new folder to write; NULL: the package of the gazetteer is changed itself */
    mintu_datum datum;    /**< of the coordinates */
    int date;             /**< day of the names; 0: the package's date */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_amend_points_options;

/** Gives units the positions that a file has of them, by its columns of coordinates or its geometry, with source and certainty (attested
 *  unless the file says otherwise). Names that are unknown, ambiguous or doubled, and points that are none, lie outside the unit's county
 *  by the package's polygons, or have longitude and latitude swapped, are findings and not taken. Points that fit their units only in
 *  another datum than the one given are MINTU_STATUS_INPUT, with nothing written. @p path and @p findings as for mintu_amend_roster(). */
MINTU_API mintu_status mintu_amend_points(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                          const mintu_amend_points_options *options, mintu_error *error,
                                          mintu_layer **findings);

/** Puts the polygons of a few units in the place of those that the package has, which keeps the others: those of neighbours are fitted to
 *  the new borders (what the new polygons cover is cut off, what they leave open goes to the neighbour that is nearest, at a coast to
 *  nobody), so that there is no overlap and no gap along them; those that do not touch them stay bit for bit. Prefectures, province,
 *  borders and coast are made again. Options as for mintu_gazetteer_boundaries(), but for @p target: a new folder; NULL: the package of the
 *  gazetteer is changed itself. Names are read as those of the day of the package's polygons (their note `as-of`) unless as_of says another.
 *
 *  MINTU_STATUS_INPUT, with nothing written and each told in @p findings: units that the package has no polygon of, or only together with
 *  another or in parts; new polygons that overlap (20 m wide on average, and a hectare); one that shares less than half with the one that
 *  it replaces; a unit that stays and would lose all, or more than half; a gap of 1 km² that is on average 500 m wide; coordinates that fit
 *  the earlier borders better in another datum. `force` leaves overlaps and the loss of all as such. */
MINTU_API mintu_status mintu_amend_boundaries(mintu_context *context, const mintu_gazetteer *gazetteer,
                                              const mintu_boundaries_options *options, mintu_error *error,
                                              mintu_layer **findings);

/** Sets one of the few words that people change: title, title-en, name, version, as-of (a day on which all places of the rosters were in
 *  force), or what the package says of its notice for the texts of maps: notice, pilots, … and the same with -en behind. Another key, or a
 *  value that it cannot have, is MINTU_STATUS_USAGE with what is expected. @p target: a new folder; NULL: the package is changed itself. */
MINTU_API mintu_status mintu_amend_set(mintu_context *context, const mintu_gazetteer *gazetteer, const char *key,
                                       const char *value, const char *target, mintu_error *error);

/** The changes of the package in folder @p dir, the oldest first, as a layer without geometry with the fields no, when (UTC), command,
 *  what, file, sha256 (of the file), added, changed, removed (rows), files (those that were replaced; + before one that was new). */
MINTU_API mintu_status mintu_amend_log(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out);

/** Takes the last change of the package in folder @p dir back: its files are again as they were, and it leaves the log. A file that was
 *  changed since by other means is MINTU_STATUS_INPUT, with nothing changed. */
MINTU_API mintu_status mintu_amend_undo(mintu_context *context, const char *dir, mintu_error *error);

#ifdef __cplusplus
}
#endif
#endif
