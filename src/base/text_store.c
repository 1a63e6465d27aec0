#include "base/text_store.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

enum { SMALLEST = 4000, LARGEST = 1000000 };

struct mintu_text_piece {
    struct mintu_text_piece *next;
    size_t used, room;
    char bytes[];
};

/* Each piece has twice the room of the one before, up to a bound, and enough for the text. */
static struct mintu_text_piece *add_piece(mintu_text_store *store, size_t need)
{
    size_t room = store->pieces ? 2 * store->pieces->room : SMALLEST;
    room = room > LARGEST ? LARGEST : room;
    room = room < need ? need : room;
    struct mintu_text_piece *piece = malloc(sizeof *piece + room);
    if (!piece)
        return NULL;
    *piece = (struct mintu_text_piece){store->pieces, 0, room};
    store->pieces = piece;
    return piece;
}

const char *mintu_text_store_add(mintu_text_store *store, const char *text, size_t size)
{
    struct mintu_text_piece *piece = store->pieces;
    if ((!piece || piece->room - piece->used <= size) && !(piece = add_piece(store, size + 1))) {
        mintu_memory_failure_add();
        return NULL;
    }
    char *copy = piece->bytes + piece->used;
    memcpy(copy, text, size);
    copy[size] = '\0';
    piece->used += size + 1;
    return copy;
}

void mintu_text_store_free(mintu_text_store *store)
{
    while (store->pieces) {
        struct mintu_text_piece *piece = store->pieces;
        store->pieces = piece->next;
        free(piece);
    }
}
