"""Two short interviews whose positions were worked out by hand, and a picture."""

ANN = (
    "Interviewer: How was it?\n"  # 0 to 24
    "Ann: We had “the room” — and  nobody\n"  # 25 to 61, speech from 30
    "asked. We had trust, we had trust.\n"  # 62 to 96
    "Interviewer: And then?\n"  # 97 to 119
    "Ann: Señora, naïve café.\n"  # 120 to 144, speech from 125
)
BOB = "I: Why?\n\nBob: Because we had trust.\n\nI: So?\n\nBob: So it went.\n"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)
"""A picture of one white pixel."""
