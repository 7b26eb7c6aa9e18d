"""How far one word is typed from another."""


def edit_distance(one: str, other: str) -> int:
    """Return how many letters are to be changed, added, dropped or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        following = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (char != wanted))
            swapped = i > 1 < j and char == other[j - 2] and one[i - 2] == wanted
            following.append(min(cost, before[j - 2] + 1) if swapped else cost)
        before, row = row, following
    return row[-1]
