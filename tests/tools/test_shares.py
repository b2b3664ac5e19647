"""The page of shares is what the shipped areas say."""

from tools.figure.shares import LUND_BROWDER, NINES, PAGE, page, part_shares


def test_the_page_is_up_to_date() -> None:
    assert page() == PAGE.read_text()


def test_published_tables_and_our_shares_sum_to_a_hundred() -> None:
    assert sum(adult for adult, _ in LUND_BROWDER.values()) == 100
    assert sum(child for _, child in LUND_BROWDER.values()) == 100
    assert sum(value for value, _ in NINES.values()) == 100
    for shares in part_shares().values():
        assert abs(sum(shares.values()) - 100) < 1e-9


def test_the_adult_bodies_come_near_the_burn_chart() -> None:
    """No limb or trunk sum strays by more than four points from the adult table."""
    for figure, shares in part_shares().items():
        if figure == "child":
            continue
        for value, parts in NINES.values():
            table = sum(LUND_BROWDER[p][0] for p in parts)
            assert abs(sum(shares[p] for p in parts) - table) < 4, (figure, parts, value)
