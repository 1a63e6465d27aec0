/* Folders that notice has written, and may replace. */
#ifndef NOTICE_NOTICE_FOLDER_H
#define NOTICE_NOTICE_FOLDER_H

#include "base/folder.h"

/* The name of the data package in its descriptor. */
#define MINTU_NOTICE_FOLDER "notice"

extern const mintu_folder_kind mintu_notice_folders;

#endif
