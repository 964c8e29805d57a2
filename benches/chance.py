"""Chance that is the same on every machine and in every version of Python."""

MASK = (1 << 64) - 1


class Chance:
    """SplitMix64, seeded by numbers: one stream for each record, so a record never depends on how many others there are."""

    def __init__(self, *seeds: int) -> None:
        self.state = 0
        for seed in seeds:
            self.state = (self.state * 0x9E3779B97F4A7C15 + seed + 1) & MASK
            self.next()

    def next(self) -> int:
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, limit: int) -> int:
        return self.next() % limit

    def between(self, low: int, high: int) -> int:
        """Both ends included."""
        return low + self.below(high - low + 1)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def share(self, percent: int) -> bool:
        return self.below(100) < percent

    def some(self, choices, count: int) -> list:
        """`count` different ones, in the order in which they were drawn."""
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(count)]
