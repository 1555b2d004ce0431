# SPDX-License-Identifier: Apache-2.0
"""Answers to any form, made from nothing but its definition in `getProcedure`."""

TEXTS = {
    "shortText": "Nguyễn Văn Thử",
    "longText": "Đề nghị giải quyết theo quy định.",
    "number": "120",
    "money": "1500000000",
    "date": "2026-10-05",
    "partialDate": "1992-03",
    "yesNo": "no",
    "personalID": "019190000000",
    "phone": "0900000001",
    "email": "nguoidan@example.vn",
    "taxCode": "019190000000",
    "address": "Số 12, tổ 3",
}


def holds(condition, answers):
    """Whether a condition on earlier answers is met."""
    if condition is None:
        return True
    if "not" in condition:
        return not holds(condition["not"], answers)
    if "all" in condition:
        return all(holds(part, answers) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, answers) for part in condition["any"])
    given = answers.get(condition["question"])
    given = given if isinstance(given, list) else [] if given is None else [given]
    if "equals" in condition:
        return condition["equals"] in given
    if "isOneOf" in condition:
        return any(value in condition["isOneOf"] for value in given)
    return bool(given)


def answer(question, wishes, commune):
    """The keys and values that answer one question."""
    key, kind = question["id"], question["kind"]
    if kind in ("choice", "multipleChoice"):
        value = wishes.get(key, question["choices"][0]["value"])
        return {key: [value] if kind == "multipleChoice" else value}
    values = {key: wishes.get(key, TEXTS[kind])}
    if kind == "address":
        values[key + "_commune"] = commune
    return values


def answers_to(form, commune, wishes=None):
    """Everything the form asks of somebody who answers so, required or not. `wishes` picks choices by question."""
    wishes, given = wishes or {}, {}
    for section in form["sections"]:
        if not holds(section.get("visible_when"), given):
            continue
        if section.get("repeats"):
            rows = max(1, section["repeats"].get("minimum", 1))
            given[section["id"]] = [section_answers(section, given, wishes, commune) for _ in range(rows)]
        else:
            given.update(section_answers(section, given, wishes, commune))
    return given


def section_answers(section, earlier, wishes, commune):
    given = {}
    for question in section["questions"]:
        if holds(question.get("visible_when"), {**earlier, **given}):
            given.update(answer(question, wishes, commune))
    return given


def papers_for(case, answers):
    """The components that must come as files with these answers."""
    return [
        paper for paper in case["components"]
        if paper["required"] and not paper["present_only"] and not paper["is_form"] and holds(paper.get("visible_when"), answers)
    ]
