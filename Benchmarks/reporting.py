# SPDX-License-Identifier: Apache-2.0
"""What is told: one JSON line a case, and the table of the document."""

import json
from statistics import median

LINES = []


def emit(case, ours, reference, unit, reference_is, aim=None, **more):
    """Prints a case. `aim` is (words, whether it is reached)."""
    line = {
        "case": case, "ours": rounded(ours), "reference": rounded(reference), "ratio": ratio(ours, reference), "unit": unit,
        "reference_is": reference_is,
    }
    if aim:
        line.update({"aim": aim[0], "reached": bool(aim[1])})
    line.update(more)
    LINES.append(line)
    print(json.dumps(line, ensure_ascii=False), flush=True)


def ratio(ours, reference):
    return round(ours / reference, 2) if ours is not None and reference else None


def rounded(number):
    if number is None or isinstance(number, int):
        return number
    return round(number) if number >= 100 else round(number, 2)


def rates(case, ours, reference, unit, reference_is, aim):
    """A case whose sides are lists of turns of `load`; `aim` is the smallest ratio."""
    one, other = median(turn["rate"] for turn in ours), median(turn["rate"] for turn in reference)
    processor = [round(median(turn["processor_microseconds"] for turn in side)) for side in (ours, reference)]
    emit(
        case, one, other, unit, reference_is, (f"≥ {aim}", one / other >= aim), ours_cpu_us=processor[0], reference_cpu_us=processor[1],
        ours_p99_ms=round(median(turn["p99"] for turn in ours) / 1000, 1))
    return one, other


def write_table(path, heading):
    """Puts the lines between the two marks of a document."""
    begin, end = "<!-- the last run begins -->", "<!-- the last run ends -->"
    with open(path) as file:
        text = file.read()
    rows = ["| case | ours | reference | ratio | unit | aim | processor time |", "|---|---|---|---|---|---|---|"]
    for line in LINES:
        processor = f"{line['ours_cpu_us']} / {line['reference_cpu_us']} µs" if "ours_cpu_us" in line else ""
        aim = f"{line['aim']} {'yes' if line['reached'] else '**no**'}" if "aim" in line else ""
        cells = [f"`{line['case']}`", told(line["ours"]), told(line["reference"]), told(line["ratio"]), line["unit"], aim, processor]
        rows.append("| " + " | ".join(cells) + " |")
    head, rest = text.split(begin, 1)
    tail = rest.split(end, 1)[1]
    with open(path, "w") as file:
        file.write(head + begin + "\n\n" + heading + "\n\n" + "\n".join(rows) + "\n\n" + end + tail)


def told(value):
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)
