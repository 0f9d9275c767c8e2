"""The Word report: chosen beside a live picture of its pages, then written."""
