"""Small Word files for tests."""

from io import BytesIO
from zipfile import ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(body: str, **parts: str) -> bytes:
    """Return a Word file with *body* in its body, and other parts by name."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", f'<w:hdr xmlns:w="{W}">{text}</w:hdr>')
    return out.getvalue()


def paragraph(*runs: str) -> str:
    """Return a paragraph of runs, each with one text."""
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"
