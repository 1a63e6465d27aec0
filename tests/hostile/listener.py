"""A listener on loopback that notes whoever comes, and a watch on files that nobody may read."""
import ctypes
import os
import select
import socket
import struct
import threading


class Listener:
    """Accepts on 127.0.0.1, answers every request with 404, and keeps the first line of each."""

    def __init__(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.seen = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            connection, _ = self.server.accept()
            with connection:
                connection.settimeout(2)
                try:
                    request = connection.recv(4096)
                    connection.sendall(b"HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                except OSError:
                    request = b""
                self.seen.append(request.split(b"\r\n")[0].decode("utf-8", "replace"))

    def take(self):
        seen, self.seen = self.seen, []
        return seen


class Watch:
    """Names of the files in a folder that were read since the last look (inotify); to see whether one is there is no reading."""

    IN_ACCESS, IN_ISDIR = 0x1, 0x40000000

    def __init__(self, folder):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self.libc.inotify_init1(os.O_NONBLOCK)
        if self.descriptor < 0 or self.libc.inotify_add_watch(self.descriptor, os.fsencode(folder), self.IN_ACCESS) < 0:
            raise OSError(ctypes.get_errno(), "inotify")

    def take(self):
        names = set()
        while select.select([self.descriptor], [], [], 0)[0]:
            data, at = os.read(self.descriptor, 65536), 0
            while at < len(data):
                _, mask, _, size = struct.unpack_from("iIII", data, at)
                name = data[at + 16:at + 16 + size].rstrip(b"\0").decode()
                at += 16 + size
                if not mask & self.IN_ISDIR:
                    names.add(name)
        return sorted(names)
