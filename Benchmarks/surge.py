# SPDX-License-Identifier: Apache-2.0
"""Twenty times the usual load for a minute, and what memory the server takes."""

import json
import subprocess
import sys
import time

from preparing import Installation
from reporting import emit
from running import say

MEGABYTE = 1024 * 1024
# The province's half-year in its working days (122 of 181), eight hours each; the busiest hour of a day holds a fifth of it, and
# a busy day is half as busy again as usual.
DOSSIERS, DAYS, BUSY_DAY, BUSY_HOUR = 427_662, 122, 1.5, 0.2
USUAL = DOSSIERS / DAYS * BUSY_DAY * BUSY_HOUR / 3600
TIMES = 20
BEFORE, AFTER = 20, 30


class Surge:
    def __init__(self, options, folder):
        self.options = options
        self.installation = Installation(options.motcua, options.province, folder, "surge")

    def measure(self):
        server = self.installation.serve()
        time.sleep(5)
        idle = server.resident_bytes()
        emit("memory_idle", idle / MEGABYTE, None, "MB", None, ("< 100", idle < 100 * MEGABYTE))
        say(f"usual load: {USUAL:.2f} dossiers/s at the busiest hour")
        length = self.options.surge_seconds
        usual = self.start(server, USUAL, BEFORE + length + AFTER)
        time.sleep(BEFORE)
        surge = self.start(server, USUAL * (TIMES - 1), length)
        high, high_end = self.report(surge)
        low, low_end = self.report(usual)
        # Seconds of the usual load, by when they were.
        start = low_end - len(low["timeline"])
        before = [second["p99"] for second in low["timeline"][3:BEFORE - 1] if second["requests"]]
        after = [(start + number - high_end, second["p99"]) for number, second in enumerate(low["timeline"]) if second["requests"]]
        worst = max(before)
        # A second that is slower than any before the surge, after it.
        slow = [moment for moment, p99 in after if moment >= 0 and p99 > worst * 1.5]
        back = max(slow) + 1 if slow else 0
        errors = total(low["errors"]) + total(high["errors"])
        if not high["requests"]:
            sys.exit("the surge did not happen")
        rate = (high["requests"] + low["requests"] * length / (BEFORE + length + AFTER)) / length
        emit(
            "surge_20", back, None, "s until p99 is as usual", None, ("no error, ≤ 10 s", errors == 0 and back <= 10), errors=errors,
            requests_per_second=round(rate), usual_p99_ms=round(worst, 1),
            surge_p99_ms={name: round(figures["p99"], 1) for name, figures in high["latency"].items() if figures.get("count")})
        memory = server.resident_bytes()
        emit("memory_after_surge", memory / MEGABYTE, None, "MB", None, ("< 250", memory < 250 * MEGABYTE))
        server.stop()

    def start(self, server, rate, seconds):
        command = [self.options.motcua, "simulate", "--against", server.url, "--rate", f"{rate:.4f}", "--seconds", str(seconds)]
        return subprocess.Popen(command + ["--data", self.installation.data], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def report(self, process):
        output, _ = process.communicate()
        end = time.monotonic()
        if process.returncode:
            sys.exit("motcua simulate --against ended with an error")
        return json.loads(output[output.index("{"):]), end


def total(errors):
    return sum(errors.values()) if isinstance(errors, dict) else errors
