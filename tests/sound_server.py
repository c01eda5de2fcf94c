"""A real sound server of our own: PulseAudio with outputs that lead nowhere, and ears on them."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import threading
import time
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OUTPUT = "speaker"
DEADLINE_S = 20.0
_RATE = 48_000
_SILENCE = 60
"""Of 32,767."""


class SoundServer:
    """A PulseAudio daemon in `folder` that needs no device, no D-Bus and no display, and works as root.

    `environment` is for programs that are to play on it.
    """

    def __init__(self, folder: Path) -> None:
        self.environment = os.environ | surroundings(folder)
        self._daemon = subprocess.Popen(  # noqa: S603 - the sound server
            [
                _program("pulseaudio"),
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--disable-shm=yes",
                f"--load=module-native-protocol-unix auth-anonymous=1 socket={folder}/native",
                "--load=module-always-sink",  # as every desktop has it: a dummy where there is no output
            ],
            env=self.environment | {"HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + DEADLINE_S
        while self._control("info").returncode:
            assert self._daemon.poll() is None, "PulseAudio does not start"
            assert time.monotonic() < deadline, "PulseAudio does not answer"
            time.sleep(0.02)
        self._outputs: dict[str, str] = {}
        self.plug_in(OUTPUT)

    def plug_in(self, output: str) -> None:
        """Have another output, and make it the default."""
        # With rewinds it would take up to two seconds of sound in advance.
        loaded = self._control("load-module", "module-null-sink", f"sink_name={output}", "norewinds=1")
        assert loaded.returncode == 0
        self._outputs[output] = loaded.stdout.strip()
        self.make_default(output)

    def pull_out(self, output: str) -> None:
        """Take an output away."""
        assert self._control("unload-module", self._outputs.pop(output)).returncode == 0

    def make_default(self, output: str) -> None:
        assert self._control("set-default-sink", output).returncode == 0

    @contextmanager
    def listen(self, output: str = OUTPUT) -> Iterator[Ears]:
        """Record what is played on `output`."""
        ears = Ears(output, self.environment)
        try:
            yield ears
        finally:
            ears.close()

    def kill(self) -> None:
        """End it as a crash would."""
        self._daemon.kill()
        self._daemon.wait()

    def close(self) -> None:
        self.kill()

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - its remote control
            [_program("pactl"), *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=DEADLINE_S,
        )


class Ears:
    """Hears what an output plays, from the moment this is made."""

    def __init__(self, output: str, environment: dict[str, str]) -> None:
        self._recorder = subprocess.Popen(  # noqa: S603 - the recorder
            [
                _program("parec"),
                f"--device={output}.monitor",
                "--raw",
                "--format=s16ne",
                f"--rate={_RATE}",
                "--channels=1",
                "--latency-msec=20",
            ],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._heard = bytearray()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        deadline = time.monotonic() + DEADLINE_S
        while not self._heard:  # an idle output records as silence
            assert time.monotonic() < deadline, "nothing is recorded"
            time.sleep(0.005)

    def hz(self) -> int:
        """Return the pitch of the last 200 ms, to about 10 Hz; 0 for silence."""
        samples = self.last(0.2)
        if max(map(abs, samples), default=0) < _SILENCE:
            return 0
        crossings = sum((a < 0) is not (b < 0) for a, b in itertools.pairwise(samples))
        return round(crossings / 2 / (len(samples) / _RATE))

    def level(self) -> int:
        """Return the highest level of the last 200 ms, up to 32,767."""
        return max(map(abs, self.last(0.2)), default=0)

    def last(self, seconds: float) -> array[int]:
        """Return the samples heard last."""
        count = 2 * int(seconds * _RATE)
        heard = bytes(self._heard)
        whole = heard[: len(heard) // 2 * 2]
        return array("h", whole[-count:])

    def heard_s(self, at_least: int) -> float:
        """Return for how many seconds anything was at that level, in parts of 10 ms."""
        samples = array("h", bytes(self._heard)[: len(self._heard) // 2 * 2])
        part = _RATE // 100
        loud = sum(max(map(abs, samples[at : at + part])) >= at_least for at in range(0, len(samples), part))
        return loud / 100

    def close(self) -> None:
        self._recorder.terminate()
        self._recorder.wait()
        self._reader.join()
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()

    def _read(self) -> None:
        assert self._recorder.stdout is not None
        while chunk := os.read(self._recorder.stdout.fileno(), 1 << 16):
            self._heard += chunk


def surroundings(folder: Path) -> dict[str, str]:
    """Return what leads programs to the sound server in `folder`, if there is one, and to no other."""
    return {
        "PULSE_SERVER": f"unix:{folder}/native",
        "PULSE_RUNTIME_PATH": str(folder),
        "PIPEWIRE_RUNTIME_DIR": str(folder),  # Qt would prefer the PipeWire of whoever runs the tests
        "PIPEWIRE_REMOTE": "none",
    }


def _program(name: str) -> str:
    path = shutil.which(name)
    assert path is not None, f"install {name}: packaging/bootstrap.sh test"
    return path


@pytest.fixture(scope="session", name="sound_server")
def the_sound_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    """What this process plays on.

    Qt connects to it once and for all. So use it in every test that loads a sound, and import it in one
    place: a session fixture imported twice is made twice.
    """
    server = SoundServer(tmp_path_factory.mktemp("sound"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment.items():
            patch.setenv(name, value)
        yield server
    server.close()
