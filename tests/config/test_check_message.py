"""``manage.py check_message``: a public interface for scripts, without a server or a database."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[2]
FACTS = {
    "offer": {"type": "percent", "value": 30},
    "period": {"start": "2026-12-01", "end": "2026-12-31", "time_zone": "Europe/Paris"},
    "promo_code": {"code": "WINTER30"},
    "call_to_action": {"verb": "Shop now", "url": "https://shop.example/winter"},
}
TRUE = "30% off until December 31 with WINTER30: https://shop.example/winter?utm_source=x"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.json"
    path.write_text(json.dumps({"locale": "en", "facts": FACTS}))
    return path


class Bytes(io.TextIOWrapper):
    """Standard input that holds a text."""

    def __init__(self, text: str) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8")


@pytest.fixture
def check(monkeypatch, capsys):
    """Run the command on a text; return exit status and standard output."""

    def _check(text, *arguments):
        monkeypatch.setattr(sys, "stdin", Bytes(text))
        try:
            call_command("check_message", *map(str, arguments))
            status = 0
        except SystemExit as leaving:
            status = leaving.code
        return status, capsys.readouterr().out

    return _check


def test_a_true_text_has_no_issue(check, story):
    status, out = check(TRUE, story, "x", "--json")
    assert status == 0
    assert json.loads(out) == {
        "carries": ["offer", "period", "promo_code", "call_to_action"],
        "issues": [],
    }


def test_a_wrong_value_is_marked_where_it_stands(check, story):
    text = TRUE.replace("30%", "25%")
    status, out = check(text, story, "x", "--json")
    issues = json.loads(out)["issues"]
    assert status == 3
    assert {issue["kind"] for issue in issues} == {"missing", "contradiction"}
    wrong = next(issue for issue in issues if issue["kind"] == "contradiction")
    assert (wrong["fact"], text[wrong["start"] : wrong["end"]]) == ("offer", wrong["span"])
    assert wrong["span"] == "25%"


def test_people_read_lines(check, story):
    status, out = check(f"{TRUE} Free delivery!", story, "x")
    assert status == 3
    assert "carries: offer, period" in out
    assert "orphan: offer “Free delivery”: no fact of the campaign knows of it" in out


@pytest.mark.parametrize(
    ("at", "status"), [("2026-12-31T09:00+01:00", 0), ("2026-12-20T09:00Z", 3)]
)
def test_the_clock_counts_when_it_is_named(check, story, at, status):
    text = f"Last day! {TRUE}"
    assert check(text, story, "x", "--at", at)[0] == status
    assert check(text, story, "x")[0] == 0


def test_a_line_is_answered_by_a_line(check):
    lines = [
        {"story": {"facts": FACTS}, "channel": "sms", "text": TRUE},
        {"story": {"locale": "fr", "facts": FACTS}, "text": "-25 % avec WINTER30", "id": 7},
        {
            "story": {"facts": FACTS},
            "channel": "sms",
            "at": "2026-12-30T09:00Z",
            "text": "tonight",
        },
    ]
    status, out = check("\n".join(map(json.dumps, lines)), "--jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert answers[0]["issues"] == []
    assert answers[1]["carries"] == ["promo_code"]
    assert [issue["kind"] for issue in answers[1]["issues"]] == ["contradiction"]
    assert "missing" in {issue["kind"] for issue in answers[2]["issues"]}


def test_a_bad_line_is_answered_and_the_others_too(check, capsys):
    good = json.dumps({"story": {"facts": FACTS}, "text": TRUE})
    bad = ["{", '"text"', json.dumps({"story": {"facts": {"offr": {}}}, "text": ""})]
    with pytest.raises(CommandError) as caught:
        check("\n".join([*bad, good]), "--jsonl")
    assert caught.value.returncode == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["error" in answer for answer in answers] == [True, True, True, False]
    assert "offr" in answers[2]["error"]


@pytest.mark.parametrize(
    "arguments", [("x",), ("no-such-file.json", "x"), ("{story}", "nowhere"), ("{story}",)]
)
def test_a_wrong_call_says_why(check, story, arguments):
    with pytest.raises(CommandError) as caught:
        check("", *(str(story) if one == "{story}" else one for one in arguments))
    assert caught.value.returncode == 2


def test_it_is_a_process_that_scripts_can_call(story):
    done = subprocess.run(
        [sys.executable, "manage.py", "check_message", story, "x", "--json"],
        input="Only €49".encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 3
    kinds = {issue["kind"] for issue in json.loads(done.stdout)["issues"]}
    assert kinds == {"missing", "orphan"}


def _answers(check, capsys, *lines):
    with pytest.raises(CommandError):
        check("\n".join(lines), "--jsonl")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ({"story": {"facts": {"period": {"end": "9999-12-31"}}}, "text": "x"}, "end of 9998"),
        ({"story": {"facts": {"period": {"end": "9999-12-31T09:00Z"}}}, "text": "x"}, "9998"),
        ({"story": {"facts": {"period": {"start": "0001-01-01"}}}, "text": "x"}, "the year 1"),
        ({"story": {"facts": FACTS}, "at": "0001-01-01T00:00:00+14:00", "text": "x"}, "from 2"),
        ({"story": {"facts": FACTS}, "channel": "\ud800", "text": "x"}, "\ud800"),
        ({"story": {"facts": {"promo_code": {"code": "\ud800"}}}, "text": "x"}, "promo_code"),
    ],
)
def test_what_no_calendar_and_no_letter_holds_is_told_in_plain_words(check, capsys, bad, why):
    good = json.dumps({"story": {"facts": FACTS}, "text": TRUE})
    answers = _answers(check, capsys, json.dumps(bad), good)
    assert why in answers[0]["error"]
    assert answers[1]["issues"] == []


def test_a_line_that_nests_too_deeply_is_told_in_plain_words(check, capsys):
    answers = _answers(check, capsys, "[" * 100_000)
    assert answers == [{"error": "the line is nested too deeply"}]


def test_a_fault_of_ours_ends_no_run(check, capsys, monkeypatch):
    def fail(*_arguments, **_options):
        raise IndexError("list index out of range")

    good = json.dumps({"story": {"facts": FACTS}, "text": TRUE})
    monkeypatch.setattr("omnicontent.config.message_texts.check_text", fail)
    answers = _answers(check, capsys, good, good)
    assert len(answers) == 2
    assert all("can't be checked (IndexError)" in answer["error"] for answer in answers)


@pytest.mark.parametrize("junk", ["\u0301 ", "\ud800", "\n\u0301", "\u200b\u0301 ", "a \u0338"])
def test_marks_and_halves_of_characters_move_no_place(check, junk):
    text = f"{junk} 25%"
    line = json.dumps({"story": {"facts": {"offer": FACTS["offer"]}}, "text": text})
    status, out = check(line, "--jsonl")
    (issue,) = json.loads(out)["issues"]
    assert status == 0
    assert (issue["start"], issue["end"]) == (len(text) - 3, len(text))


def test_half_a_character_is_answered_by_an_escape(check):
    line = json.dumps({"story": {"facts": FACTS}, "text": "https://\ud800.example/"})
    _status, out = check(line, "--jsonl")
    out.encode()
    assert "carries" in json.loads(out)
