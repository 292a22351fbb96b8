"""Answers of invented people to the small lighthouse guide's questions, told in several ways."""

LIVED = (
    "I looked after 14 lamps for Skerry Lights, a private operator on the north coast, when the ministry threatened to "
    "withdraw the licence after the third dark night of the winter. I counted every outage for two months and wrote "
    "each one on a card with its cause. Most came from one worn switch. I chose to fit a spare lamp at each station "
    "instead of buying new lanterns, because lanterns would have taken a year; that meant we had to postpone the "
    "painting, and I told the keepers why. Henrik, the oldest keeper, was against it, so I asked the keepers to choose "
    "where the spare should stand. Outages fell from 31 a year to 4 within eighteen months. A bell now rings at the "
    "harbour office if the main lamp goes dark, and every month the keepers and I review the cards. I underestimated "
    "how damp the stores are: next time I would fit the bell first. It does not work for stations without power."
)
TEAM_ONLY = (
    "We run nine lamps for the port. We wrote down each outage with its cause and we replaced the switches that failed "
    "most. Then we put a spare lamp at every station so that the light stays on, and we check them every Friday. "
    "It got much better and the captains complain less."
)
PLAN = (
    "I'd start with a list of the stations and I'd ask each keeper what fails there. I would count the outages per "
    "month for one quarter, then I'd put a spare lamp where a dark night can sink a ship, because one wreck costs more "
    "than all the lamps. If two lamps fail in a month I'd stop all other work until they burn again. I would review "
    "the list with the harbour master every month."
)
TEXTBOOK = (
    "In general you need to measure what you want to improve. It is important to have spare parts and a good process. "
    "One should count outages per month, so that the team can see a trend, and then reviews should be held every "
    "quarter. Prevention is better than cure, and a spare lamp is always a good idea if the budget allows."
)
SLOGANS = (
    "We leverage a world class, customer centric reliability mindset. Holistic excellence at scale, data driven, cloud "
    "native, agile. We empower keepers, unlock synergies and shift left with a strategic transformation of the whole "
    "ecosystem. That is a game changer and our north star."
)
HIRING = (
    "At Skerry Lights, an operator of 14 lamps, three keepers left in one winter, so I rewrote how we hire. I let every "
    "candidate visit the rock for a trial week before signing, and I asked two keepers to score each of them alone on "
    "one sheet, because talk in the boat had decided before. It cost us four candidates. Keepers who stayed two years "
    "rose from 5 of 12 to 11 of 12 between 2019 and 2022, and I review the sheet with the keepers every spring. I "
    "should have asked families sooner."
)
