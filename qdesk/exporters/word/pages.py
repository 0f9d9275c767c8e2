"""The document that a report is written into: its pages, upright and wide, and its pictures. Lengths are twips."""

import copy
import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import batched
from typing import Any, Final

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from lxml import etree

from qdesk.exporters.report import Figure
from qdesk.exporters.word.markup import attribute, paragraph
from qdesk.places import resources
