"""Referral felt and the sign of referred sensation: one answer, given in two places."""

from bodymap.errors import ReferralContradicted
from bodymap.records import SignValue, TriggerPointFinding


def one_answer(before: TriggerPointFinding, after: TriggerPointFinding) -> TriggerPointFinding:
    """`after`, where referred sensation says what the referral felt says.

    A new answer about where it was felt sets the sign, and taking that answer away takes away the
    sign that it had set. The other way round nothing is guessed: a sign that would contradict the
    referral felt is refused. An old finding that contradicts itself can be changed elsewhere.

    Raises:
        ReferralContradicted: the sign was changed and says something else than the referral felt.
    """
    felt, sign = after.referral.felt, after.signs.referred_sensation
    if sign is not before.signs.referred_sensation:
        return agreeing(after)
    if felt is before.referral.felt:
        return after
    said = felt.referred_sensation or SignValue.NOT_EXAMINED
    return after.changed(signs=after.signs.changed(referred_sensation=said))


def agreeing(finding: TriggerPointFinding) -> TriggerPointFinding:
    """The finding, if its two answers about referral agree.

    Raises:
        ReferralContradicted: they do not.
    """
    if finding.contradicts_itself:
        felt, sign = finding.referral.felt, finding.signs.referred_sensation
        raise ReferralContradicted(finding.id, felt=felt, referred_sensation=sign)
    return finding
