#!/bin/sh
# Sets QDesk up if need be and opens its window: the first time on the sample study, in ~/QDesk or in $QDESK_HOME,
# later on the start page with the projects used last.
# Without a display the same study is made, and its Word report and its chart are written beside it.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
"$here/packaging/bootstrap.sh"

qdesk=$here/.venv/bin/qdesk
folder=${QDESK_HOME:-$HOME/QDesk}
study="$folder/Distributed leadership.qdesk"
first=''
if [ ! -f "$study" ]; then
    first=yes
    study=$("$qdesk" sample "$folder" | tail -n 1)
fi

if [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    [ -n "$first" ] || exec "$qdesk"
    echo "Opening QDesk on the sample study, $study"
    exec "$qdesk" "$study"
fi
"$qdesk" export report "$study" "$folder/Report of the sample study.docx" --quotes-per-code 3 --force >/dev/null
"$qdesk" chart cooccurrence "$study" "$folder/Codes that occur together.png" --force >/dev/null
echo "There is no display, so no window was opened. In $folder you find:"
echo "    Distributed leadership.qdesk      the sample study: 22 invented interviews, coded"
echo "    Report of the sample study.docx   its findings, codebook and co-occurrence table for Word"
echo "    Codes that occur together.png     its heat map"
echo "Every function has a command; $qdesk --help lists them."
