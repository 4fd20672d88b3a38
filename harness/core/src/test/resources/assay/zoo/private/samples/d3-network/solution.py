from assay import solves
import socket

def refused(what, attempt):
    """Run an attempt; it must fail."""
    try:
        found = attempt()
    except (OSError, ValueError, PermissionError):
        return
    raise RuntimeError("possible: " + what + " " + repr(found)[:200])


@solves("zoo/attack")
def attack(x, k):
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET, getattr(socket, "AF_VSOCK", 40)):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
            refused("socket %d %d" % (family, kind), lambda: socket.socket(family, kind))
    refused("names", lambda: socket.getaddrinfo("example.org", 80))
    refused("metadata", lambda: socket.create_connection(("169.254.169.254", 80), 0.2))
    for name in ("/var/run/docker.sock", "/run/dbus/system_bus_socket", "\0/tmp/.X11-unix/X0"):
        refused(name, lambda: socket.socket(socket.AF_UNIX).connect(name))
    return {"total": k * sum(x)}


@solves("zoo/honest")
def honest(x):
    return {"largest": max(x)}


@solves("zoo/vector")
def vector(x, k):
    return {"y": [k * value for value in x]}
