import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from omnicontent.channels.content import Content
from omnicontent.channels.counting import count_parts
from omnicontent.channels.registry import registered
from omnicontent.channels.spec import Part
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"


@pytest.fixture
def run(monkeypatch, capsys):
    """Call the command on bytes; return what it wrote to standard output."""

    def call(data, *arguments):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        call_command("measure", *arguments)
        return capsys.readouterr().out

    return call


def test_the_first_part_is_measured_as_the_platform_does(run):
    answer = json.loads(run("Hi https://shop.com/a/long/way/to/winter 😀".encode(), "x"))
    first = {"count": 29, "limit": 280, "unit": "x_weighted", "fits": True}
    cashtags = {"count": 0, "limit": 1, "unit": "items", "fits": True, "items": "cashtags"}
    assert answer == first | {
        "limits": [limit | {"enforced": True} for limit in (first, cashtags)]
    }


def test_what_holds_only_beside_media_is_told_and_does_not_decide(run):
    answer = json.loads(run(b"a" * 2000, "telegram"))
    assert (answer["count"], answer["limit"], answer["fits"]) == (2000, 4096, True)
    caption = answer["limits"][1]
    assert (caption["limit"], caption["fits"], caption["beside_media"]) == (1024, False, True)


def test_an_sms_says_its_segments_and_encoding(run):
    answer = json.loads(run("ç".encode() * 71, "sms"))
    assert (answer["segments"], answer["encoding"]) == (2, "ucs-2")
    assert (answer["count"], answer["unit"]) == (2, "sms_segments")


def test_an_sms_names_what_makes_it_dear_and_what_to_type_instead(run):
    answer = json.loads(run("It’s a fe\u0302te… 🎉".encode(), "sms"))
    assert answer["forced_by"] == ["’", "\u0302", "…", "🎉"]
    assert answer["replacements"] == {"’": "'", "…": "..."}
    answer = json.loads(run("“e\u0301te\u0301”".encode(), "sms"))
    assert answer["replacements"] == {"“": '"', "e\u0301": "é", "”": '"'}
    assert json.loads(run("ê".encode(), "sms"))["replacements"] == {}
    (line,) = run(rb'"\ud83d"', "sms", "--jsonl").splitlines()
    assert json.loads(line)["forced_by"] == ["\ud83d"]


def test_a_cheap_sms_names_nothing(run):
    answer = json.loads(run("Grüße à 5 €".encode(), "sms"))
    assert answer["encoding"] == "gsm-7"
    assert {"forced_by", "replacements"}.isdisjoint(answer)


def test_all_limits_must_fit(run):
    family = "👨\u200d👩\u200d👧\u200d👧"
    answer = json.loads(run((family * 200).encode(), "bluesky"))
    assert (answer["count"], answer["limit"], answer["unit"]) == (200, 300, "graphemes")
    assert [limit["fits"] for limit in answer["limits"]] == [True, False]
    assert answer["fits"] is False


class Wordy(SoundChannel):
    spec = replace(
        SPEC, parts=(Part(name="text", label="post", limits=(limit(4, Unit.WORDS, minimum=3),)),)
    )


@pytest.mark.parametrize(("words", "fits"), [("one two", False), ("one two three", True)])
def test_a_text_fits_where_its_count_does(run, words, fits):
    with registered(Wordy()):
        assert json.loads(run(words.encode(), "sound"))["fits"] is fits
    counts = count_parts(Wordy(), Content(channel="sound", locale="en", parts={"text": words}))
    assert [count.fits for count in counts] == [fits]


def test_a_part_without_limits_fits_whatever_it_holds(run):
    answer = json.loads(run(b"a" * 10_000, "web", "headline"))
    assert answer == {"count": 10_000, "limit": None, "unit": "characters", "fits": True}


def test_advice_is_named_and_does_not_keep_a_text_from_fitting(run):
    answer = json.loads(run(b"a" * 2001, "bluesky", "alt"))
    assert (answer["limit"], answer["enforced"], answer["fits"]) == (2000, False, True)


def test_an_alt_text_is_measured_too(run):
    answer = json.loads(run(b"a" * 1001, "x", "alt"))
    assert (answer["count"], answer["limit"], answer["fits"]) == (1001, 1000, False)


@pytest.mark.parametrize(
    ("data", "count"),
    [(b"a\n", 1), (b"a\r\n", 1), (b"a\n\n", 2), (b"a", 1), (b"", 0), (b"\xef\xbb\xbfa", 1)],
)
def test_one_line_end_and_a_mark_of_the_file_are_not_the_texts(run, data, count):
    assert json.loads(run(data, "linkedin"))["count"] == count


def test_lines_are_answered_one_by_one(run):
    lines = [json.dumps("a"), r'"\ud83d"', r'"\ud83d\ude00"', json.dumps("two\nlines")]
    answers = [
        json.loads(line)
        for line in run("\n".join(lines).encode(), "x", "--jsonl").split("\n")
        if line
    ]
    assert [answer["count"] for answer in answers] == [1, 2, 2, 9]


def test_a_bad_line_is_named_and_the_others_are_answered(monkeypatch, capsys):
    data = b'"a"\n5\n\n"b\n[' + b"[" * 100_000 + b'\n"\xff"\n"c"'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    with pytest.raises(CommandError) as caught:
        call_command("measure", "x", "--jsonl")
    captured = capsys.readouterr()
    assert caught.value.returncode == 1
    answers = [json.loads(line) for line in captured.out.splitlines()]
    assert ["error" in answer for answer in answers] == [
        False,
        True,
        True,
        True,
        True,
        True,
        False,
    ]
    assert [line.split(":")[0] for line in captured.err.splitlines()] == [
        "line 2",
        "line 3",
        "line 4",
        "line 5",
        "line 6",
    ]


@pytest.mark.parametrize(("data", "said"), [(b"5", "^1 line could"), (b"5\n6", "^2 lines could")])
def test_the_bad_lines_are_counted(run, data, said):
    with pytest.raises(CommandError, match=said):
        run(data, "x", "--jsonl")


@pytest.mark.parametrize(
    ("arguments", "near"),
    [(("smss",), "sms"), (("x", "txet"), "text"), (("x", "zzz"), "it has text, hashtags")],
)
def test_an_unknown_name_is_answered_by_the_nearest(run, arguments, near):
    with pytest.raises(CommandError, match=near) as caught:
        run(b"a", *arguments)
    assert caught.value.returncode == 2


def test_text_that_is_no_utf8_is_refused(run):
    with pytest.raises(CommandError, match="not UTF-8") as caught:
        run(b"\xff", "x")
    assert caught.value.returncode == 1


def command(*arguments, **options):
    return subprocess.run(
        [sys.executable, str(MANAGE), "measure", *arguments],
        capture_output=True,
        timeout=120,
        check=False,
        **options,
    )


def test_from_a_shell():
    done = command("sms", input="Ça coûte 5 €\n".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["encoding"] == "ucs-2"


def test_a_wrong_call_from_a_shell_exits_with_2_and_no_output():
    done = command("smss", input=b"")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"did you mean sms?" in done.stderr


def test_a_reader_that_leaves_is_no_error():
    with subprocess.Popen(
        [sys.executable, str(MANAGE), "measure", "sms", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        process.stdin.write(b'"a"\n' * 10)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=120) == 141
