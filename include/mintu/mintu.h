/** @file mintu.h
 *  All of libmintu's public headers. */
#ifndef MINTU_MINTU_H
#define MINTU_MINTU_H

#include <mintu/batch.h>
#include <mintu/catalogue.h>
#include <mintu/classify.h>
#include <mintu/context.h>
#include <mintu/date.h>
#include <mintu/gazetteer.h>
#include <mintu/geocode.h>
#include <mintu/greenway.h>
#include <mintu/join.h>
#include <mintu/layer.h>
#include <mintu/map.h>
#include <mintu/notice.h>
#include <mintu/number.h>
#include <mintu/output.h>
#include <mintu/quota.h>
#include <mintu/reverse.h>
#include <mintu/scan.h>
#include <mintu/status.h>
#include <mintu/style.h>
#include <mintu/summary.h>
#include <mintu/text.h>
#include <mintu/version.h>

#endif
