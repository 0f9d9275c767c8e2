import io
import zipfile
from collections.abc import Callable

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _part(root: str, inner: str, namespace: str) -> str:
    return f'<w:{root} xmlns:w="{namespace}" xmlns:mc="mc" xmlns:v="v">{inner}</w:{root}>'


@pytest.fixture
def word_file() -> Callable[..., bytes]:
    """Make a .docx of the inner XML of its body and of other parts (``footnotes="…"``), in Word's namespace ``w``."""

    def make(body: str, namespace: str = W, office: str = OFFICE, **parts: str) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}, office))
            package.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>", namespace))
            package.writestr(
                "word/_rels/document.xml.rels", _relations({name: f"{name}.xml" for name in parts}, office)
            )
            for name, inner in parts.items():
                package.writestr(f"word/{name}.xml", _part(name, inner, namespace))
        return file.getvalue()

    return make


def _relations(targets: dict[str, str], office: str) -> str:
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{office}/{kind}" Target="{path}"/>' for kind, path in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'
