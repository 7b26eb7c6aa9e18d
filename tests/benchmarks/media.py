"""All that media cost, side by side in one run: ``make bench-media [ROUNDS=5]``.

Runs the benchmarks of pictures, focus, films and reframing one after the other, each in processes
of its own, and writes what they found to ``var/bench/media.json``. They print ratios beside aims;
seconds say little about other machines, and nothing is asserted.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path("var/bench")
ONCE = ("--runs", "1", "--moviepy-runs", "1")


def main() -> None:
    """Run every benchmark, print its table, and gather the figures in one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = str(parser.parse_args().rounds)
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = {
        name: _run(name, *options)
        for name, options in {
            "changes": (),
            "focus": (),
            "pictures": ("--rounds", rounds),
            "reframe": (),
            "films": ("--runs", rounds),
        }.items()
    }
    found["films at medium"] = _run("films", *ONCE, "--preset", "medium")
    file = FOLDER / "media.json"
    file.write_text(json.dumps(found, indent=2) + "\n")
    print(f"\nAll figures: {file}")


def _run(name: str, *options: str) -> object:
    print(f"\n== {name} {' '.join(options)}".rstrip(), flush=True)
    file = FOLDER / f"{name}.json"
    argv = [sys.executable, "-m", f"tests.benchmarks.{name}", "--json", str(file), *options]
    subprocess.run(argv, check=True)
    return json.loads(file.read_text())


if __name__ == "__main__":
    main()
