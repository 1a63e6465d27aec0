/** @file mintu.h
 *  All of libmintu's public headers, and what holds for every function in them unless it says otherwise.
 *
 *  NULL. Where an object, a path, a text or the place for the answer is NULL, a function that returns a mintu_status returns
 *  MINTU_STATUS_USAGE with the argument's name, and does nothing; one that returns something else returns what it does of nothing: 0,
 *  false, NULL or "" as its own comment has it for what is not there, NaN, or the sentinel of an enum; one that returns nothing does
 *  nothing. `error`, options and queries that may be zeros, and what is said to may be NULL. mintu_…_free() takes NULL silently.
 *
 *  Answers. `out` comes last. An object that is made is the caller's, to be freed by its mintu_…_free(); *out is NULL after a failure.
 *  `const` pointers that come back are borrowed, and live as long as the object that they were asked of. Texts are UTF-8. Functions
 *  that return MINTU_STATUS_FINDINGS have done all that was asked.
 *
 *  Errors. @p error (may be NULL) is filled when a function fails: its text says what was being done, what was expected and what to
 *  do, and names no option of any program. After another status it says nothing, but where the function has it otherwise.
 *
 *  Units. Positions are longitude, latitude in degrees on WGS 84 (EPSG:4326), in that order; lengths and areas are geodesic, in the
 *  unit that the name ends with (_m, _km, _km2, _mm, mu); days are numbers YYYYMMDD (date.h); indices, rows and fields are from 0,
 *  lines and columns of files from 1.
 *
 *  Threads. A context, and every object that is not said to allow more, serves one thread at a time; different contexts, with objects
 *  of their own, serve different threads at once. A gazetteer is only read, but for the polygons that it makes when they are first
 *  asked for: share one between threads with a lock, or open one for each. Functions of texts and numbers alone may be called by any
 *  thread. A signal handler may call nothing but mintu_context_cancel(). */
#ifndef MINTU_MINTU_H
#define MINTU_MINTU_H

#include <mintu/amend.h>
#include <mintu/atlas.h>
#include <mintu/batch.h>
#include <mintu/catalogue.h>
#include <mintu/classify.h>
#include <mintu/context.h>
#include <mintu/date.h>
#include <mintu/doctor.h>
#include <mintu/gazetteer.h>
#include <mintu/geocode.h>
#include <mintu/greenway.h>
#include <mintu/join.h>
#include <mintu/layer.h>
#include <mintu/map.h>
#include <mintu/notice.h>
#include <mintu/number.h>
#include <mintu/output.h>
#include <mintu/progress.h>
#include <mintu/quota.h>
#include <mintu/reverse.h>
#include <mintu/scan.h>
#include <mintu/status.h>
#include <mintu/style.h>
#include <mintu/summary.h>
#include <mintu/text.h>
#include <mintu/version.h>

#endif
