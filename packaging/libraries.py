"""The compiled libraries that come inside of the wheels: whose they are, and under which licence.

No wheel says it; what stands here was looked up in the libraries' own sources. A library that is frozen and
does not stand here stops the freezing: nothing is passed on without its licence.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """`texts` are files of the folder `licences`."""

    name: str
    licence: str
    copyright: str
    source: str
    texts: tuple[str, ...]


_FSF = "Free Software Foundation, Inc."
_LGPL3_OR_GPL2 = ("LGPL-3.0", "GPL-3.0", "GPL-2.0")

FFMPEG = Library(
    "FFmpeg, built with x264 and x265",
    "GPL-3.0-or-later as it is combined here; itself LGPL-3.0-or-later",
    "the FFmpeg developers",
    "https://ffmpeg.org and https://github.com/PyAV-Org/pyav-ffmpeg",
    ("LGPL-2.1", "LGPL-3.0", "GPL-3.0"),
)
_GCC = Library(
    "GCC runtime library",
    "GPL-3.0-or-later WITH GCC-exception-3.1",
    _FSF,
    "https://gcc.gnu.org",
    ("GPL-3.0", "GCC-exception-3.1"),
)
_AMR = Library(
    "OpenCORE AMR",
    "Apache-2.0",
    "1998-2009 PacketVideo, 2009 Martin Storsjo",
    "https://sourceforge.net/projects/opencore-amr",
    ("Apache-2.0",),
)
_WEBP = Library(
    "libwebp",
    "BSD-3-Clause",
    "2010 Google Inc.",
    "https://chromium.googlesource.com/webm/libwebp",
    ("BSD-3-Clause",),
)
_NETTLE = Library(
    "Nettle",
    "LGPL-3.0-or-later OR GPL-2.0-or-later",
    "2001-2022 Niels Möller and others",
    "https://www.lysator.liu.se/~nisse/nettle",
    _LGPL3_OR_GPL2,
)
_XCB = Library(
    "libxcb",
    "MIT",
    "2001-2006 Bart Massey, Jamey Sharp and Josh Triplett",
    "https://gitlab.freedesktop.org/xorg/lib/libxcb",
    ("MIT",),
)

LIBRARIES = {
    "avcodec": FFMPEG,
    "avdevice": FFMPEG,
    "avfilter": FFMPEG,
    "avformat": FFMPEG,
    "avutil": FFMPEG,
    "swresample": FFMPEG,
    "swscale": FFMPEG,
    "x264": Library(
        "x264",
        "GPL-2.0-or-later",
        "2003-2025 the x264 project",
        "https://code.videolan.org/videolan/x264",
        ("GPL-2.0", "GPL-3.0"),
    ),
    "x265": Library(
        "x265",
        "GPL-2.0-or-later",
        "2013-2025 MulticoreWare, Inc",
        "https://bitbucket.org/multicoreware/x265_git",
        ("GPL-2.0", "GPL-3.0"),
    ),
    "mp3lame": Library(
        "LAME",
        "LGPL-2.0-or-later",
        "1999-2017 the LAME project",
        "https://lame.sourceforge.io",
        ("LGPL-2.1",),
    ),
    "opus": Library(
        "Opus",
        "BSD-3-Clause",
        "2001-2023 Xiph.Org, Skype Limited, Octasic, Jean-Marc Valin, Timothy B. Terriberry, CSIRO, Gregory "
        "Maxwell, Mark Borgerding, Erik de Castro Lopo, Mozilla, Amazon",
        "https://opus-codec.org",
        ("BSD-3-Clause",),
    ),
    "opencore-amrnb": _AMR,
    "opencore-amrwb": _AMR,
    "vpx": Library(
        "libvpx",
        "BSD-3-Clause",
        "2010 The WebM Project authors",
        "https://chromium.googlesource.com/webm/libvpx",
        ("BSD-3-Clause",),
    ),
    "dav1d": Library(
        "dav1d",
        "BSD-2-Clause",
        "2018-2025 VideoLAN and dav1d authors",
        "https://code.videolan.org/videolan/dav1d",
        ("BSD-2-Clause", "AOM-Patent-1.0"),
    ),
    "SvtAv1Enc": Library(
        "SVT-AV1",
        "BSD-3-Clause-Clear",
        "2019 Alliance for Open Media, Intel Corporation, Netflix, Inc.",
        "https://gitlab.com/AOMediaCodec/SVT-AV1",
        ("BSD-3-Clause-Clear", "AOM-Patent-1.0"),
    ),
    "webp": _WEBP,
    "webpmux": _WEBP,
    "sharpyuv": _WEBP,
    "vmaf": Library(
        "VMAF",
        "BSD-2-Clause-Patent",
        "2020 Netflix, Inc.",
        "https://github.com/Netflix/vmaf",
        ("BSD-2-Clause-Patent",),
    ),
    "vpl": Library("Intel VPL", "MIT", "Intel Corporation", "https://github.com/intel/libvpl", ("MIT",)),
    "drm": Library(
        "libdrm",
        "MIT",
        "1999-2023 Precision Insight, VA Linux Systems, Tungsten Graphics, Intel, Red Hat and others",
        "https://gitlab.freedesktop.org/mesa/drm",
        ("MIT",),
    ),
    "asound": Library(
        "ALSA", "LGPL-2.1-or-later", "the ALSA project", "https://www.alsa-project.org", ("LGPL-2.1",)
    ),
    "gnutls": Library(
        "GnuTLS",
        "LGPL-2.1-or-later",
        f"2000-2025 {_FSF}, Nikos Mavrogiannopoulos",
        "https://gnutls.org",
        ("LGPL-2.1",),
    ),
    "nettle": _NETTLE,
    "hogweed": _NETTLE,
    "gmp": Library(
        "GMP",
        "LGPL-3.0-or-later OR GPL-2.0-or-later",
        f"1991-2023 {_FSF}",
        "https://gmplib.org",
        _LGPL3_OR_GPL2,
    ),
    "unistring": Library(
        "libunistring",
        "LGPL-3.0-or-later OR GPL-2.0-or-later",
        f"1990-2024 {_FSF}",
        "https://www.gnu.org/software/libunistring",
        _LGPL3_OR_GPL2,
    ),
    "iconv": Library(
        "libiconv",
        "LGPL-2.1-or-later",
        f"1999-2024 {_FSF}",
        "https://www.gnu.org/software/libiconv",
        ("LGPL-2.1",),
    ),
    "xcb": _XCB,
    "xcb-shape": _XCB,
    "xcb-shm": _XCB,
    "xcb-xfixes": _XCB,
    "Xau": Library(
        "libXau",
        "MIT",
        "1988, 1993, 1994, 1998 The Open Group",
        "https://gitlab.freedesktop.org/xorg/lib/libxau",
        ("MIT",),
    ),
    "gcc_s_seh": _GCC,
    "gcc_s": _GCC,
    "stdc++": _GCC,
    "winpthread": Library(
        "winpthreads",
        "MIT",
        "2011 mingw-w64 project, 2015 Intel Corporation",
        "https://www.mingw-w64.org",
        ("MIT",),
    ),
    "zlib": Library(
        "zlib", "Zlib", "1995-2024 Jean-loup Gailly and Mark Adler", "https://zlib.net", ("Zlib",)
    ),
    "zlib1": Library(
        "zlib", "Zlib", "1995-2024 Jean-loup Gailly and Mark Adler", "https://zlib.net", ("Zlib",)
    ),
    "z": Library("zlib", "Zlib", "1995-2024 Jean-loup Gailly and Mark Adler", "https://zlib.net", ("Zlib",)),
}
"""Those inside of PyAV's wheel, by the file's name without `lib`, version and hash."""

INSIDE = {
    "cryptography/hazmat/bindings/_rust": Library(
        "OpenSSL, in cryptography",
        "Apache-2.0",
        "1998-2025 The OpenSSL Project Authors",
        "https://www.openssl.org",
        ("Apache-2.0",),
    ),
}
"""Those that are part of an extension module whose package does not tell, by the module's place."""

QT = Library(
    "Qt, PySide6 and shiboken6",
    "LGPL-3.0-only",
    "The Qt Company Ltd. and other contributors",
    "https://code.qt.io and https://download.qt.io/official_releases/QtForPython",
    ("LGPL-3.0", "GPL-3.0"),
)
QT_FFMPEG = Library(
    "FFmpeg, as Qt Multimedia brings it",
    "LGPL-2.1-or-later",
    "the FFmpeg developers",
    "https://ffmpeg.org and https://code.qt.io/cgit/qt/qtmultimedia.git",
    ("LGPL-2.1",),
)
