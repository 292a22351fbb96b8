"""Lines of AWS Cost and Usage Reports -> what each of them costs, spread over the time that it is paid for. Pure.

What was bought ahead stands in several lines: the purchase, the fee of each month, the usage that it covers. As effective
cost counts the usage at the price of the commitment, and of the fees what nobody used; what was paid up front, and what
only takes back another line, counts nothing. Sources: AWS's data dictionary of these reports, and the query
"amortized cost by charge type" of its Well-Architected Labs.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from bonafide.connectors.systems.fields import plain
from bonafide.connectors.systems.table import Row, number
from bonafide.model.faults import InputFault

CHARGED = frozenset({"lineitem unblendedcost", "line item unblended cost"})
"""Headers of what was charged, as they are compared: where the cost stands below one of them the file is such a report."""
ELSEWHERE = frozenset({"savingsplannegation", "savingsplanupfrontfee"})
USED = {"savingsplancoveredusage": "covered", "discountedusage": "reserved"}
"""Usage that something covers that was bought ahead, and what tells its cost."""
_NOUGHT = Decimal()


@cache
def is_report(header: str) -> bool:
    """Whether a file whose cost stands below this header is a report of AWS."""
    return plain(header) in CHARGED


def elsewhere(row: Row) -> bool:
    """Whether a line counts nothing: it was paid up front, or takes back what another line counts."""
    kind = _kind(row)
    return kind in ELSEWHERE or (kind == "fee" and bool(row["reservation"]))


def effective(row: Row) -> Decimal | None:
    """The effective cost of a line, with its discounts where they are told; None where it is empty.

    Raises InputFault with the place where the line's type, or the column that it needs, is not there.
    """
    kind = _kind(row)
    if elsewhere(row):
        return _NOUGHT
    if kind in USED:
        return _told(row, USED[kind])
    if kind == "savingsplanrecurringfee":
        committed, used = _told(row, "committed"), _told(row, "used")
        return None if committed is None else committed - (used or _NOUGHT)
    if kind == "rifee":
        parts = [one for name in ("unused-upfront", "unused-fee") if (one := _told(row, name)) is not None]
        return sum(parts, _NOUGHT) if parts else None
    return _told(row, "cost")


def is_discount(row: Row) -> bool:
    """Whether a line is a discount and no net cost is told of it: where others have net costs, these hold it already."""
    return _kind(row).endswith("discount") and not row["net-cost"]


def _kind(row: Row) -> str:
    if "line" not in row.headers or not row["line"]:
        what = "The type of this line is not told, and by it what the line counts."
        mend = "Export lineItem/LineItemType (line_item_line_item_type) with it."
        raise InputFault(what, where=row.at("line"), mend=mend)
    return row["line"].casefold()


def _told(row: Row, name: str) -> Decimal | None:
    """A cost, with discounts where these are told."""
    if name not in row.headers:
        what = f"What a line of the type {row['line'][:40]} costs is in a column that the file does not have ({name})."
        mend = "Export the columns of reservations and Savings Plans with it."
        raise InputFault(what, where=row.where, mend=mend)
    net = _value(row, f"net-{name}")
    return _value(row, name) if net is None else net


def _value(row: Row, name: str) -> Decimal | None:
    return number(row, name) if row[name] else None
