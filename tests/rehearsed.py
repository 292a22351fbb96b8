"""Answers of an invented person to the CTO guide's question about reliability."""

QUESTION = "reliability"
GOOD = (
    "At a ferry operator with forty ships the booking system stood still on every bank holiday. I measured what "
    "passengers notice, the share of bookings that went through, and set an objective of 99.5 percent with the harbour "
    "office. I chose to stop new features for a month instead of buying more servers, because servers would have hidden "
    "the fault, and I told the sales director why. When the error budget is spent, releases stop until it is back. "
    "Failed bookings fell from 6 percent to 0.4 percent within two quarters. Every incident gets a review whose actions "
    "have an owner and a date. I should have asked the night crew first: they had known the cause for years."
)
THIN = (
    "We had many outages with the booking system and we introduced an on-call rota and runbooks. We wrote reviews after "
    "every incident and we looked at the actions each week. It is much calmer now and people complain less."
)
REPLY = "I counted them myself: failed bookings fell from 6 percent to 0.4 percent within two quarters."
