"""How long a sound or a video is."""

import io
import struct
import wave
from pathlib import Path

import pytest

from formgen.evidence.kinds import kind_of
from formgen.evidence.media import LONGEST, length_of


def sound(seconds: float) -> bytes:
    packed = io.BytesIO()
    with wave.open(packed, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(int(8000 * seconds)))
    return packed.getvalue()


def box(kind: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I", 8 + len(body)) + kind + body


def video(seconds: int) -> bytes:
    """Return the head of a video: its boxes, and no pictures."""
    head = box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000), bytes(80))
    return box(b"ftyp", b"mp42", bytes(4), b"mp42") + box(b"moov", head)


def mp3(frames: int) -> bytes:
    return (b"\xff\xfb\x90\xc4" + bytes(413)) * frames


def kept(folder: Path, data: bytes, name: str = "offered") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_the_length_of_a_sound_is_known(tmp_path: Path) -> None:
    assert length_of(kept(tmp_path, sound(2.5))) == 2.5


def test_the_length_of_a_video_is_known(tmp_path: Path) -> None:
    assert kind_of(video(90)) == "sound or video"
    assert length_of(kept(tmp_path, video(90))) == 90


def test_the_length_of_bare_frames_is_known(tmp_path: Path) -> None:
    assert kind_of(mp3(2)) == "sound"
    assert length_of(kept(tmp_path, mp3(100))) == pytest.approx(2.6, abs=0.1)


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    assert length_of(kept(tmp_path, sound(1), "misnamed.mp4")) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF",
        sound(1)[:30],
        b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f",
        b"OggS" + b"\xff" * 100,
        b"fLaC" + b"\xff" * 100,
        b"\x1aE\xdf\xa3" + bytes(100),
        b"\x00\x00\x00\x18ftypmp42" + b"\x00\x00\x00\x00moov" * 100,
        box(b"ftyp", b"mp42") + box(b"moov", box(b"mvhd", bytes(100))),
        b"He came at five.",
    ],
)
def test_a_file_that_does_not_say_has_no_known_length(data: bytes, tmp_path: Path) -> None:
    assert length_of(kept(tmp_path, data)) is None


def test_a_length_that_cannot_be_is_not_believed(tmp_path: Path) -> None:
    assert length_of(kept(tmp_path, video(int(LONGEST)))) == LONGEST
    assert length_of(kept(tmp_path, video(int(LONGEST) + 1))) is None


def test_a_file_that_is_not_there_has_no_known_length(tmp_path: Path) -> None:
    assert length_of(tmp_path / "gone.mp3") is None
    assert length_of(tmp_path) is None
