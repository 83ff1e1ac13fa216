"""Clients that cost a server something and ask nothing: crowd.py ADDRESS IDLE TRICKLING SECONDS.

The idle ones connect and say nothing; the trickling ones send a byte of a request every half second, and connect again
when the server has had enough. Ends some seconds after SECONDS, so that another load can run inside.
"""

import resource
import socket
import sys
import time

address, idle, trickling, seconds = sys.argv[1], *map(int, sys.argv[2:5])
host, port = address.removeprefix("http://").rsplit(":", 1)
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
request = b"GET /api/v1/search?q=" + b"x" * 4000


def connect():
    return socket.create_connection((host, int(port)), timeout=5)


silent = [connect() for _ in range(idle)]
slow = [[connect(), 0] for _ in range(trickling)]
end = time.monotonic() + seconds + 6
while time.monotonic() < end:
    for entry in slow:
        try:
            entry[0].send(request[entry[1] : entry[1] + 1])
            entry[1] += 1
        except OSError:
            entry[:] = [connect(), 0]
    time.sleep(0.5)
