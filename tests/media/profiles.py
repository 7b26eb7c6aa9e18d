"""Small ICC profiles (ICC.1:2004), built here since no package ships Display P3 or CMYK."""

import struct


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(x) + _fixed(y) + _fixed(z)


def _named(name: str) -> bytes:
    text = name.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)


def _assembled(device: bytes, space: bytes, pcs: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = bytes(4) + b"lcms" + b"\x02\x40\0\0" + device + space + pcs + bytes(12) + b"acsp"
    head += bytes(28) + _fixed(0.9642) + _fixed(1.0) + _fixed(0.8249)
    head = head.ljust(128, b"\0")
    return struct.pack(">I", start + len(body)) + head[4:] + table + body


def display_p3() -> bytes:
    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + bytes(2)
    return _assembled(
        b"mntr",
        b"RGB ",
        b"XYZ ",
        {
            b"desc": _named("Display P3 of the tests"),
            b"wtpt": _xyz(0.9642, 1.0, 0.8249),
            b"rXYZ": _xyz(0.51512, 0.24120, -0.00105),
            b"gXYZ": _xyz(0.29198, 0.69225, 0.04189),
            b"bXYZ": _xyz(0.15710, 0.06657, 0.78407),
            b"rTRC": gamma,
            b"gTRC": gamma,
            b"bTRC": gamma,
        },
    )


def dull_press() -> bytes:
    """A press whose magenta over yellow prints Lab (48, 50, 30), far from a screen's red."""
    grid = b""
    for corner in range(16):
        cyan, magenta, yellow, black = (corner >> shift & 1 for shift in (3, 2, 1, 0))
        light = 0.05 if black else (1 - 0.3 * cyan) * (1 - 0.45 * magenta) * (1 - 0.13 * yellow)
        a = 0 if black else 50 * magenta - 30 * cyan
        b = 0 if black else 30 * yellow - 40 * cyan
        grid += bytes([round(255 * light), round(a + 128), round(b + 128)])
    identity = b"".join(_fixed(float(row == column)) for row in range(3) for column in range(3))
    ramp = bytes(range(256))
    lut = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + identity + ramp * 4 + grid + ramp * 3
    tags = {b"desc": _named("Press of the tests"), b"wtpt": _xyz(0.9642, 1.0, 0.8249)}
    tags |= dict.fromkeys((b"A2B0", b"A2B1"), lut)
    return _assembled(b"prtr", b"CMYK", b"Lab ", tags)
