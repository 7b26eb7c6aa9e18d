"""Letters without case and accents, one for one: what is found there stands here, too."""

import unicodedata


class _Letters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", chr(code))[0]
        self[code] = letter.lower()[:1] or letter
        return self[code]


_LETTERS = _Letters()


def fold_letters(text: str) -> str:
    """Return ``text`` with ``É`` as ``e``; as long as before."""
    return text.lower() if text.isascii() else text.translate(_LETTERS)
