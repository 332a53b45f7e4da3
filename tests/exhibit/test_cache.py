"""Prepared files kept from run to run, believed only if they are whole."""

import dataclasses
import hashlib
import json
import os
import re
import stat
import time
from pathlib import Path

import pytest

from formgen.exhibit import cache as module
from formgen.exhibit.cache import Cache, digest_of, is_sound, key_of
from formgen.exhibit.prepared import Converted, Done, Part, PreparedPage
from formgen.exhibit.source import Limits, Source, WrittenWords

DIGEST = "0123456789abcdef" * 4
PAGE = PreparedPage(612.0, 792.5, DIGEST, is_changed=True)
CONVERTED = Converted((PAGE, PAGE), 5, (Part("Invoice of Dana", 2, 1),), (Done("location-left-out", 1, 2),))
SOURCE = Source("evidence[1]", Path("x.pdf"), "f" * 64, "PDF")
KEY = "k" * 64


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "work" / "prepared")


def made(cache: Cache, data: bytes = b"%PDF-1.7 pages") -> Path:
    file = cache.folder / "made"
    file.write_bytes(data)
    return file


def names(cache: Cache) -> list[str]:
    return sorted(path.name for path in cache.folder.iterdir())


def test_what_was_kept_is_found_again(cache: Cache) -> None:
    kept = cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED)

    assert kept.converted == CONVERTED
    assert kept.file.read_bytes() == b"%PDF-1.7 pages"
    assert kept.file_sha256 == hashlib.sha256(b"%PDF-1.7 pages").hexdigest()
    assert Cache(cache.folder).find(KEY, SOURCE.sha256.upper()) == kept
    assert names(cache) == [f"{KEY}.json", f"{KEY}.pdf"]


def test_nobody_else_can_read_what_is_kept(cache: Cache) -> None:
    kept = cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED)

    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept.file, kept.file.with_suffix(".json"))] == [
        0o600
    ] * 2
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700


def test_what_was_not_kept_is_not_found(cache: Cache) -> None:
    assert cache.find(KEY, SOURCE.sha256) is None


def test_what_was_made_of_another_file_is_not_found(cache: Cache) -> None:
    cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED)

    assert cache.find(KEY, "e" * 64) is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 other", b"%PDF-1.7 page"])
def test_a_file_that_is_another_by_now_is_not_believed(data: bytes, cache: Cache) -> None:
    cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED).file.write_bytes(data)

    assert cache.find(KEY, SOURCE.sha256) is None


def test_a_file_that_is_gone_is_not_found(cache: Cache) -> None:
    cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED).file.unlink()

    assert cache.find(KEY, SOURCE.sha256) is None


@pytest.mark.parametrize(
    ("what", "by"),
    [
        ("sha256", 5),
        ("file_sha256", None),
        ("converted", None),
        ("converted", {"pages": [], "source_pages": 1}),
        ("converted", {"pages": [["a"]], "source_pages": 1}),
        ("converted", {"pages": [{"width": "612", "height": 792, "digest": DIGEST}], "source_pages": 1}),
        ("converted", {"pages": [{"width": 612, "height": 792, "digest": "short"}], "source_pages": 1}),
        ("converted", {"pages": [{"width": -1, "height": 792, "digest": DIGEST}], "source_pages": 1}),
        ("converted", {"pages": [{"width": 612, "height": 792, "digest": DIGEST}], "source_pages": True}),
    ],
)
def test_a_record_that_cannot_be_is_not_believed(what: str, by: object, cache: Cache) -> None:
    record = cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED).file.with_suffix(".json")
    record.write_text(json.dumps({**json.loads(record.read_text()), what: by}), encoding="utf-8")

    assert cache.find(KEY, SOURCE.sha256) is None


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_record_that_is_none_is_not_believed(data: bytes, cache: Cache) -> None:
    cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED).file.with_suffix(".json").write_bytes(data)

    assert cache.find(KEY, SOURCE.sha256) is None


def test_what_is_not_believed_is_kept_anew(cache: Cache) -> None:
    cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED).file.write_bytes(b"")
    kept = cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED)

    assert cache.find(KEY, SOURCE.sha256) == kept


def test_names_in_the_folder_are_digests(cache: Cache) -> None:
    cache.keep(key_of(SOURCE, Limits(), WrittenWords()), SOURCE.sha256, made(cache), CONVERTED)
    cache.keep_for_this_run(made(cache), CONVERTED)

    assert [name for name in names(cache) if not re.fullmatch(r"[0-9a-f]{64}\.(pdf|json)", name)] == []


def test_the_readable_copy_of_a_locked_file_is_never_found_and_goes(cache: Cache) -> None:
    kept = cache.keep_for_this_run(made(cache), CONVERTED)
    assert kept.file.exists()
    assert names(cache) == [kept.file.name]

    cache.forget()

    assert names(cache) == []
    cache.forget()


def test_leftovers_of_a_run_that_was_killed_are_cleared_when_they_are_a_day_old(cache: Cache) -> None:
    kept = cache.keep(KEY, SOURCE.sha256, made(cache), CONVERTED)
    locked = cache.keep_for_this_run(made(cache), CONVERTED).file
    desk = cache.folder / "abc.part"
    desk.mkdir()
    (desk / "1.pdf").touch()
    record = cache.folder / "def.part"
    record.touch()
    Cache(cache.folder)
    assert [path.exists() for path in (locked, desk, record)] == [True, True, True]

    for path in (kept.file, locked, desk, record):
        os.utime(path, (time.time() - 100_000,) * 2)
    again = Cache(cache.folder)

    assert [path.exists() for path in (locked, desk, record)] == [False, False, False]
    assert again.find(KEY, SOURCE.sha256) == kept


def test_nothing_is_half_kept_when_moving_fails(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made(cache)
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.suffix == ".pdf":
            raise OSError(28, "full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        cache.keep(KEY, SOURCE.sha256, file, CONVERTED)

    assert cache.find(KEY, SOURCE.sha256) is None


def key(words: WrittenWords = WrittenWords(), limits: Limits = Limits(), **changes: object) -> str:  # noqa: B008 - frozen
    return key_of(dataclasses.replace(SOURCE, **changes), limits, words)  # type: ignore[arg-type]


def test_a_key_tells_all_that_the_pages_depend_on(monkeypatch: pytest.MonkeyPatch) -> None:
    other = WrittenWords(unnamed="ohne Namen")
    keys = [
        key(),
        key(sha256="e" * 64),
        key(kind="text"),
        key(kind="text", words=other),
        key(kind="mail", words=other),
        key(pages="2-4"),
        key(limits=Limits(pixels=1)),
        key(limits=Limits(pages=1)),
    ]
    monkeypatch.setattr(module, "__version__", "9")
    keys.append(key())

    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in keys)


def test_a_key_tells_nothing_else() -> None:
    assert {
        key(),
        key(path="evidence[7]"),
        key(on_disk=Path("elsewhere.pdf")),
        key(password="x" * 8),
        key(sha256="F" * 64),
        key(limits=Limits(seconds=1, memory=1)),
        key(words=WrittenWords(unnamed="ohne Namen")),
    } == {key()}


@pytest.mark.parametrize(
    "changes",
    [
        {"pages": ()},
        {"source_pages": 1},
        {"pages": (dataclasses.replace(PAGE, width=0.0),)},
        {"pages": (dataclasses.replace(PAGE, height=float("nan")),)},
        {"pages": (dataclasses.replace(PAGE, height=float("inf")),)},
        {"pages": (dataclasses.replace(PAGE, digest="0" * 63 + "G"),)},
        {"parts": (Part("x", 3),)},
        {"parts": (Part("x", 0),)},
        {"parts": (Part("x", 1, -1),)},
        {"done": (Done("x", 0),)},
        {"done": (Done("x", 1, 3),)},
    ],
)
def test_what_cannot_be_is_not_sound(changes: dict[str, object]) -> None:
    assert is_sound(CONVERTED)
    assert not is_sound(dataclasses.replace(CONVERTED, **changes))  # type: ignore[arg-type]


def test_a_large_file_is_digested_piece_by_piece(tmp_path: Path) -> None:
    data = bytes(range(256)) * 10_000
    (tmp_path / "x").write_bytes(data)

    assert digest_of(tmp_path / "x") == hashlib.sha256(data).hexdigest()
