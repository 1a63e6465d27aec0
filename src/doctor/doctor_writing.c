#define _POSIX_C_SOURCE 200809L
#include "doctor/doctor_writing.h"

#include "base/message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { ROOM_MB = 100 }; /* a few maps of A0, or what a large XLSX is put together from */

static void examine(mintu_examination *examination, const char *what, const char *folder, mintu_health health)
{
    struct statvfs disk;
    if (access(folder, W_OK | X_OK) != 0) {
        mintu_examination_add(examination, health, "change to a folder of your own, or name one for the output", "%s %s: %s",
                              mintu_message(what), folder, strerror(errno));
        return;
    }
    double room = statvfs(folder, &disk) == 0 ? (double)disk.f_bavail * (double)disk.f_frsize / 1e6 : ROOM_MB;
    if (room < ROOM_MB)
        mintu_examination_add(examination, MINTU_HEALTH_ADVICE, "make room on this disk", "%s %s: %.0f MB are free",
                              mintu_message(what), folder, room);
    else
        mintu_examination_add(examination, MINTU_HEALTH_GOOD, "", "%s %s can be written", mintu_message(what), folder);
}

void mintu_doctor_writing(mintu_examination *examination)
{
    const char *temporary = getenv("TMPDIR");
    examine(examination, N_("the current folder"), ".", MINTU_HEALTH_ADVICE);
    examine(examination, N_("the temporary folder"), temporary && temporary[0] ? temporary : "/tmp", MINTU_HEALTH_BAD);
}
