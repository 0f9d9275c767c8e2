"""A bare script: the table of overlaps from SQLite and numpy to a .csv file. Arguments: project, target."""

import sqlite3
import sys
from pathlib import Path

from sweep import read, sweep

project, target = map(Path, sys.argv[1:])
found = sweep(read(project))
found = found + found.T
db = sqlite3.connect(project)
names = db.execute("SELECT id, name FROM code WHERE id IN (SELECT code FROM coding) ORDER BY id").fetchall()
with target.open("w", encoding="utf-8") as file:
    file.write(",".join(["", *(name for _, name in names)]) + "\n")
    ids = [code for code, _ in names]
    for code, name in names:
        file.write(",".join([name, *map(str, found[code, ids].tolist())]) + "\n")
