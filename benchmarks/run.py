"""Times what users wait for, each against a yardstick in the same run, and prints a table.

Run it with `make bench`. Whole processes are timed in turn, ours and then
the yardstick, and the ratio is the median of the pairs, since machines
drift. "Warm" is inside one process, after the first.
"""

import contextlib
import gc
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import packets as packet_files
from declarations import formgen_pdf, write_word_file
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from ruamel.yaml import YAML

from formgen.pipeline import Job, check, finish, make, prepare
from formgen.render.letter import render_letter
from formgen.render.tokens import Tokens

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 5, 12)
PAIRS = 9


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    work: str
    yardstick: str
    ours: float
    theirs: float
    ratio: float
    reach: str


def seconds(action: Callable[[], object]) -> float:
    """Return how long *action* took."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


Action = Callable[[], object]


def in_pairs(
    work: str, ours: Action, yardstick: tuple[str, Action], reach: str, *, pairs: int = PAIRS
) -> Row:
    """Time both in turn and return the medians, and the median of the pairs' ratios."""
    name, theirs = yardstick
    ours()
    theirs()
    gc.collect()
    timed = [(seconds(ours), seconds(theirs)) for _ in range(pairs)]
    return Row(
        work,
        name,
        statistics.median(mine for mine, _ in timed),
        statistics.median(other for _, other in timed),
        statistics.median(mine / other for mine, other in timed),
        reach,
    )


_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
WITH_BYTECODE = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
"""Whoever installed the program runs it compiled; some machines never keep what they compiled."""


def process(*arguments: str) -> Callable[[], object]:
    """Return an action that runs Python with *arguments* from start to exit."""

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=WITH_BYTECODE
        )

    return run


ENGINE = str(Path(__file__).with_name("declarations.py"))
ALTERNATIVES: dict[str, tuple[str, Callable[[], bool]]] = {
    "WeasyPrint": ("weasyprint", lambda: importlib.util.find_spec("weasyprint") is not None),
    "Typst": ("typst", lambda: importlib.util.find_spec("typst") is not None),
    "LibreOffice": ("libreoffice", lambda: shutil.which("soffice") is not None),
}
"""What else sets pages: its name for `declarations.py`, and whether it is here."""

REACH = {
    ("WeasyPrint", 200): "0.08",
    ("LibreOffice", 200): "0.25",
    ("Typst", 200): "1.0",
    ("Typst", 12): "2.5",
}
MEASURE_PAGES = """
import json, resource, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from declarations import formgen_pdf

def peak_of():
    # What `resource` tells may be the peak of the process that started this one.
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    peaks = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(peaks[0]) if peaks else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

formgen_pdf(10)
before = peak_of()
start = time.perf_counter()
content = formgen_pdf(int(sys.argv[2]))
seconds = time.perf_counter() - start
peak = peak_of()
print(json.dumps([seconds, (peak - before) / 1024 - len(content) / 2**20]))
"""


def beside_others(folder: Path) -> Iterator[Row | str]:
    """Yield a declaration of 12 and of 200 pages beside each alternative that is here."""
    for pages in (12, 200):
        write_word_file(pages, folder / f"libreoffice-{pages}.pdf")
        for name, (engine, is_here) in ALTERNATIVES.items():
            work = f"declaration of {pages} pages, whole process"
            if not is_here():
                yield f"| {work} | {name}: not installed here | | | | {REACH.get((name, pages), '')} |"
                continue
            ours = process(ENGINE, "formgen", str(pages), str(folder / f"formgen-{pages}.pdf"))
            theirs = process(ENGINE, engine, str(pages), str(folder / f"{engine}-{pages}.pdf"))
            yield in_pairs(work, ours, (name, theirs), REACH.get((name, pages), ""), pairs=5)


def cost_of_length() -> Iterator[str]:
    """Yield how time and memory grow with the pages of a declaration."""
    found = {}
    for pages in (10, 100, 1000):
        runs = []
        for _ in range(3):
            ran = subprocess.run(
                [sys.executable, "-c", MEASURE_PAGES, str(Path(ENGINE).parent), str(pages)],
                check=True,
                capture_output=True,
                text=True,
                cwd=ROOT,
            )
            runs.append(json.loads(ran.stdout))
        found[pages] = (min(run[0] for run in runs), min(run[1] for run in runs))
    for pages, (taken, megabytes) in found.items():
        ratio = (taken / pages) / (found[10][0] / 10)
        work = f"declaration of {pages} pages, warm: cost a page; memory beyond the finished file"
        ours = f"{taken / pages * 1000:.1f} ms, {max(megabytes, 0):.0f} MB"
        theirs = f"{found[10][0] * 100:.1f} ms"
        yield f"| {work} | the same of 10 pages | {ours} | {theirs} | {ratio:.2f} | 1.1, 50 MB |"


def big_case(incidents: int) -> str:
    """Return a case of many incidents as YAML."""
    head = (ROOT / "samples" / "minimal.yaml").read_text(encoding="utf-8").partition("incidents:")[0]
    lines = [head + "incidents:"]
    for number in range(1, incidents + 1):
        lines += [
            f"  - id: event-{number}",
            f"    when: 2026-0{1 + number % 4}-{1 + number % 28:02d} {number % 24:02d}:{number % 60:02d}",
            "    channel: email",
            "    at_work: yes",
            "    account: |",
            f"      He wrote for the {number}th time, about the bill and then about me.",
            "      I did not answer it.",
            "    short: He wrote again.",
            "    knowledge: received",
            "    directed_at: me",
            f'    quotes: ["This is message {number}, and there will be more."]',
        ]
    return "\n".join(lines) + "\n"


def rows(folder: Path) -> list[Row]:
    """Return every line of the table."""
    sample = ROOT / "samples" / "dana" / "case.yaml"
    prepared = prepare(Job(sample, AS_OF))
    document = prepared.documents[0]

    def bare_engine() -> None:
        template = DocxTemplate(BytesIO(document.template))
        engine = Environment(undefined=StrictUndefined, autoescape=True)
        template.render(Tokens().names(document.values), jinja_env=engine, autoescape=True)
        template.save(BytesIO())

    big = folder / "big.yaml"
    big.write_text(big_case(500), encoding="utf-8")

    def read_with_comments() -> None:
        with big.open(encoding="utf-8") as stream:
            YAML().load(stream)

    made = folder / "papers"
    as_of = ("--as-of", AS_OF.isoformat())
    letter = ("--only", "notice-letter")
    three = ("notice-letter", "declaration-petitioner", "chronology")
    return [
        in_pairs(
            "`formgen --help`, whole process",
            process("-m", "formgen", "--help"),
            ("`python -c pass`", process("-c", "pass")),
            "10",
        ),
        in_pairs(
            "letter of `samples/dana`, cold: whole process, read back and published",
            process("-m", "formgen", "make", str(sample), *as_of, *letter, "-o", str(folder / "cold")),
            ("`import docxtpl`, whole process", process("-c", "import docxtpl")),
            "7",
        ),
        in_pairs(
            "letter, warm: filled from prepared values",
            lambda: render_letter(document),
            ("the template engine alone, same values", bare_engine),
            "1.5",
        ),
        in_pairs(
            "letter, warm: read, checked, made, read back, published",
            lambda: make(Job(sample, AS_OF, only=("notice-letter",)), made),
            ("the template engine alone, same values", bare_engine),
            "5",
        ),
        in_pairs(
            "letter, declaration, chronology of `samples/dana`, warm: composed, set, read back",
            lambda: finish(prepare(Job(sample, AS_OF, only=three))),
            ("200 ms for three papers", lambda: time.sleep(0.2)),
            "1",
        ),
        in_pairs(
            "declaration of 12 pages, warm: laid out and drawn",
            lambda: formgen_pdf(12),
            ("40 ms", lambda: time.sleep(0.04)),
            "1",
        ),
        in_pairs(
            "a case of 500 incidents checked, warm",
            lambda: check(Job(big, AS_OF)),
            ("a YAML reader that keeps comments merely reading it", read_with_comments),
            "1",
        ),
        in_pairs(
            "the same, whole process",
            process("-m", "formgen", "check", str(big), *as_of),
            ("the same", read_with_comments),
            "1.5",
        ),
    ]


MEASURE_PACKET = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run([sys.executable, "-m", "formgen", "exhibits", *sys.argv[2:], "-o", sys.argv[1]], check=True,
               stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - start
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]))
"""


def packets(folder: Path) -> Iterator[Row | str]:
    """Yield evidence of mixed kinds bound into a packet, beside what others do with the same files."""
    few = packet_files.write_exhibits(folder / "few", count=20, pages=25)
    work = "20 exhibits of 25 pages bound, stamped, linked, read back, searched; whole process"
    out = folder / "out.pdf"

    def ours() -> None:
        for path in (out, out.with_suffix(".csv")):
            path.unlink(missing_ok=True)
        process("-m", "formgen", "exhibits", *map(str, few), "-o", str(out))()

    others: list[tuple[str, Action, str]] = [
        (
            "pypdf: covers, stamps, bookmarks",
            lambda: packet_files.merge_with_pypdf(few, folder / "p.pdf"),
            "0.33",
        )
    ]
    if shutil.which("qpdf"):
        merge = ("qpdf merely merging", lambda: packet_files.merge_with_qpdf(few, folder / "q.pdf"), "2.0")
        others.insert(0, merge)
    for name, action, reach in others:
        yield in_pairs(work, ours, (name, action), reach, pairs=3)
    base, memory = _measured(folder / "500.pdf", few)
    yield f"| 500 pages: cost a page; memory | | {base / 500 * 1000:.1f} ms, {memory:.0f} MB | | | 150 MB |"
    many = packet_files.write_exhibits(folder / "many", count=200, pages=25, scans=False)
    light = [path for number, path in enumerate(many) if number < 20]
    base, _ = _measured(folder / "light.pdf", light)
    seconds_taken, memory = _measured(folder / "5000.pdf", many)
    ratio = seconds_taken / 5000 / (base / 500)
    yield (
        "| 5,000 pages without scans: cost a page; memory | the same of 500 pages | "
        f"{seconds_taken / 5:.2f} s a thousand, {memory:.0f} MB | {base / 0.5:.2f} s a thousand | "
        f"{ratio:.2f} | "
        "1.2, 400 MB |"
    )
    photographs = packet_files.write_photographs(folder / "photographs", count=200)
    seconds_taken, memory = _measured(folder / "photographs.pdf", photographs)
    yield f"| 200 photographs of 5 MB | | {seconds_taken:.1f} s, {memory:.0f} MB | | | |"


def _measured(out: Path, files: list[Path]) -> tuple[float, float]:
    """Return the seconds, and the megabytes of its largest process, that a bundle takes."""
    told = subprocess.run(
        [sys.executable, "-c", MEASURE_PACKET, str(out), *map(str, files)],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env=WITH_BYTECODE,
    )
    taken, memory = json.loads(told.stdout)
    return taken, memory


def machine() -> str:
    """Return the machine in a few words."""
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        parts = (rows(Path(folder)), beside_others(Path(folder)), cost_of_length(), packets(Path(folder)))
        table: list[Row | str] = [row for part in parts for row in part]
    print(f"Medians of {PAIRS} pairs; ratio is ours divided by the yardstick's. {machine()}.\n")
    print("| Work | Yardstick | Ours | Yardstick's | Ratio | Reach |")
    print("| --- | --- | --- | --- | --- | --- |")
    for row in table:
        if isinstance(row, str):
            print(row)
            continue
        times = f"{row.ours * 1000:.0f} ms | {row.theirs * 1000:.0f} ms | {row.ratio:.2f}"
        print(f"| {row.work} | {row.yardstick} | {times} | {row.reach} |")


if __name__ == "__main__":
    main()
