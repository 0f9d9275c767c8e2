"""A bare script: every quote read from SQLite and appended to a Word document. Arguments: project, target."""

import sqlite3
import sys
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

project, target = sys.argv[1:]
db = sqlite3.connect(project)
document = docx.Document()
end = document.element.body.sectPr
quotes = db.execute(
    "SELECT c.quote, d.name FROM coding c JOIN document d ON d.id = c.document ORDER BY c.code, d.position, c.start"
)
for quote, name in quotes:
    text = escape(f"“{quote}” ({name})")
    end.addprevious(parse_xml(f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'))
document.save(target)
