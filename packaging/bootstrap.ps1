# Sets QDesk up in this folder, on Windows, and opens its window on the sample study:
#     powershell -ExecutionPolicy Bypass -File packaging\bootstrap.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Stop-Here([string] $Why) {
    Write-Host "QDesk is not set up yet. $Why"
    exit 1
}

function Find-Python {
    foreach ($candidate in @("py -3", "python")) {
        $name, $rest = $candidate.Split(" ")
        if (-not (Get-Command $name -ErrorAction SilentlyContinue)) { continue }
        & $name $rest -c "import sys; sys.exit(sys.version_info < (3, 11))"
        if ($LASTEXITCODE -eq 0) { return , @($name, $rest) }
    }
    Stop-Here "It needs Python 3.11 or newer. Please install it from https://www.python.org/downloads, then try again."
}

if (-not (Test-Path ".venv\Scripts\python.exe")) {
    $name, $rest = Find-Python
    & $name $rest -m venv .venv
    if ($LASTEXITCODE -ne 0) { Stop-Here "The environment in .venv could not be made." }
}
& .venv\Scripts\python.exe -m pip install --quiet --disable-pip-version-check .
if ($LASTEXITCODE -ne 0) { Stop-Here "The Python packages could not be installed; is there a connection to the internet?" }

$folder = if ($env:QDESK_HOME) { $env:QDESK_HOME } else { Join-Path $HOME "QDesk" }
$study = Join-Path $folder "Distributed leadership.qdesk"
if (-not (Test-Path $study)) { & .venv\Scripts\qdesk.exe sample $folder | Out-Null }
& .venv\Scripts\qdesk.exe $study
