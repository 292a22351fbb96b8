"""Two more professions: paraphrases that an honest person writes, and what a careless one adds."""

from __future__ import annotations

import pytest

from bonafide.grounding import check
from bonafide.model.claim import Support
from bonafide.model.fact import facts_of
from bonafide.model.profile import (
    Award,
    Basics,
    Certificate,
    Education,
    Language,
    Location,
    Profile,
    Skill,
    Work,
)
from grounding.people import TODAY

CONTROLLER = facts_of(
    Profile(
        basics=Basics(
            name="Tobias Renvall",
            label="Finance Director",
            location=Location(city="Leeds"),
            summary="Chartered accountant who likes a short month-end. Fifteen years in manufacturing and food, the last six with a seat at the management table.",
        ),
        work=(
            Work(
                name="Harrowgate Bakeries plc",
                position="Finance Director",
                location="Leeds",
                start_date="2020-01",
                highlights=(
                    "Lead a finance team of 18 across four sites; turnover GBP 86m.",
                    "Shortened month-end close from 11 to 5 working days.",
                    "Refinanced a GBP 24m revolving credit facility with two banks in 2022, saving 60 basis points.",
                    "Replaced three spreadsheets-based ledgers with NetSuite in nine months.",
                    "Working capital down by GBP 3.1m through weekly stock reviews with operations.",
                    "Member of the pension trustee board since 2021.",
                ),
            ),
            Work(
                name="Pellworth Foods",
                position="Financial Controller",
                location="Bradford",
                start_date="2014-06",
                end_date="2019-12",
                highlights=(
                    "Statutory accounts and audit for five legal entities; clean audit opinion every year.",
                    "Introduced a rolling 13-week cash forecast.",
                    "Supported the sale of the frozen division (GBP 12m, 2018) with the data room.",
                    "Managed six accountants.",
                ),
            ),
            Work(
                name="Dunmore & Vale LLP",
                position="Audit Senior",
                location="Leeds",
                start_date="2010-09",
                end_date="2014-05",
                highlights=(
                    "Audits of manufacturing clients with up to GBP 150m turnover.",
                    "Trained new joiners in sampling.",
                ),
            ),
        ),
        education=(
            Education(
                institution="University of Sheffham",
                study_type="BSc",
                area="Economics",
                start_date="2007-09",
                end_date="2010-06",
            ),
        ),
        certificates=(Certificate(name="ACA, Institute of Chartered Accountants", date="2013-11"),),
        skills=(
            Skill(name="Systems", keywords=("NetSuite", "Excel", "Power BI", "Sage")),
            Skill(name="Finance", keywords=("treasury", "IFRS", "cash forecasting", "covenants")),
        ),
        languages=(Language(language="English", fluency="Native"), Language(language="Dutch", fluency="B1")),
    )
)
MARKETER = facts_of(
    Profile(
        basics=Basics(
            name="Corinne Delacroix-Obi",
            label="Head of Brand Marketing",
            location=Location(city="Antwerp"),
            summary="Brand marketer in sportswear and outdoor gear. I test before I spend. Twelve years between agencies and brands.",
        ),
        work=(
            Work(
                name="Fjellvik Outdoor",
                position="Head of Brand Marketing",
                location="Antwerp",
                start_date="2021-03",
                summary="Outdoor clothing, 140 stores in eight countries.",
                highlights=(
                    "Team of nine and an annual budget of EUR 6.5m.",
                    "Aided brand awareness in Germany up from 21 % to 34 % in two years.",
                    "Moved 40 % of TV spend into creators and podcasts after a geo test.",
                    "Launched the repair-and-resell programme 'Second Trail'; 18,000 items returned in its first year.",
                    "Briefed and ran the agency pitch won by Studio Maro.",
                    "Sit on the sustainability steering group.",
                ),
            ),
            Work(
                name="Halyard Sports BV",
                position="Senior Campaign Manager",
                location="Ghent",
                start_date="2017-06",
                end_date="2021-02",
                highlights=(
                    "Planned campaigns for running shoes in Benelux and France.",
                    "Newsletter open rate from 17 % to 29 % by segmenting on purchase history (Braze).",
                    "Cost per acquisition down 26 % on Meta and Google Ads.",
                    "Helped the e-commerce team migrate from Magento to Shopify.",
                ),
            ),
            Work(
                name="Bureau Lindqvist",
                position="Account Executive",
                location="Brussels",
                start_date="2014-01",
                end_date="2017-05",
                highlights=(
                    "Looked after three FMCG clients.",
                    "Organised two product launches with up to 600 guests.",
                ),
            ),
        ),
        education=(
            Education(
                institution="Université de Namurois",
                study_type="Master",
                area="Communication",
                start_date="2008-09",
                end_date="2013-06",
            ),
        ),
        certificates=(Certificate(name="Google Analytics Certification", date="2022-05", issuer="Google"),),
        awards=(Award(title="Benelux Effie, Silver", date="2023", awarder="Effie Awards"),),
        skills=(
            Skill(name="Tools", keywords=("Braze", "Google Analytics", "Figma", "Looker")),
            Skill(name="Marketing", keywords=("brand tracking", "media planning", "geo testing")),
        ),
        languages=(
            Language(language="French", fluency="Native"),
            Language(language="Dutch", fluency="Fluent"),
            Language(language="English", fluency="C1"),
        ),
    )
)
CONTROLLER_TRUE = (
    "My books close within five working days; when I arrived it took eleven.",
    "Eighteen people in finance report to me, spread over four sites.",
    "I qualified as a chartered accountant in 2013.",
    "A credit line of 24 million pounds was renewed under my lead in 2022, at more than half a percentage point less.",
    "Every week I sit with the operations people over the stock, which has freed more than three million pounds of working capital.",
    "I brought NetSuite to the company within nine months.",
    "For nearly seven years I have been finance director of a bakery group with 86 million in sales.",
    "At Pellworth I kept the accounts of five companies, and the auditors never had a qualification to make.",
    "When Pellworth sold its frozen business in 2018, I helped with the data room.",
    "I began in audit, at Dunmore & Vale, where I stayed for close to four years.",
    "Since 2021 I have also been a trustee of the pension scheme.",
    "I speak some Dutch.",
    "Cash is a subject I know: I built a forecast of thirteen weeks that rolls forward.",
    "Six accountants worked for me at Pellworth.",
    "Most of my working life has been spent in food manufacturing.",
    "I am not a treasury specialist, but I have dealt with covenants and two banks.",
    "I have sat on both sides of an audit.",
    "Fifteen years have taught me to distrust a spreadsheet.",
    "Before Harrowgate I was financial controller at Pellworth Foods from mid-2014 to the end of 2019.",
    "I took the close from eleven days to five.",
    "My degree is in economics.",
    "Three ledgers kept in spreadsheets became one system.",
    "Finance Director, Harrowgate Bakeries, Leeds, since January 2020",
    "Month-end close more than halved",
    "Financing cost cut by 0.6 percentage points",
    "Audit senior with manufacturing clients up to £150m in turnover",
    "Controller of five entities, audited without a remark year after year",
    "Reports on IFRS and works in Power BI and Excel",
    "A numbers person who likes the shop floor.",
)
CONTROLLER_FALSE = (
    "I lead a finance team of 28.",
    "I closed the sale of the frozen division in 2018.",
    "As Chief Financial Officer of Harrowgate I lead 18 people.",
    "I refinanced a GBP 34m facility.",
    "I introduced SAP at Harrowgate.",
    "At Pellworth I cut the month-end close to 5 days.",
    "I am a CFA charterholder.",
    "I worked for KPMG before that.",
    "I have been finance director for twelve years.",
    "The new NetSuite is what brought working capital down by 3.1m.",
    "I managed sixteen accountants at Pellworth.",
    "My Dutch is fluent.",
    "I run finance for the whole European group.",
    "I hold an MBA from INSEAD.",
    "I was finance director at Pellworth.",
    "Statutory accounts for fifteen legal entities.",
    "Single-handedly refinanced the credit facility.",
    "I took the company public in 2021.",
    "I restructured the logistics network.",
    "Since 2018 I have been a trustee of the pension scheme.",
    "I won Finance Team of the Year in 2023.",
    "NetSuite went live in four months.",
    "Led the sale of the frozen division",
    "Harrowgate Bakeries plc, Finance Director, 2018 to today",
    "Turnover of GBP 186m",
)
MARKETER_TRUE = (
    "I run brand marketing for an outdoor label with 140 shops in eight countries.",
    "Nine people and six and a half million euros are in my care.",
    "In Germany one person in three now knows the brand when prompted; two years earlier it was barely one in five.",
    "I like to test before I spend: a geo experiment told us to take two fifths of the television money elsewhere.",
    "Creators and podcasts got it.",
    "Our repair programme took back 18,000 garments in year one.",
    "I chose Studio Maro in a pitch that I briefed myself.",
    "Before Fjellvik I spent not quite four years at Halyard Sports in Ghent.",
    "There I lifted newsletter open rates by twelve points, to 29 %.",
    "Acquiring a customer cost us about a quarter less on Meta and Google.",
    "When the shop moved from Magento to Shopify, I lent the e-commerce colleagues a hand.",
    "My first job was at an agency in Brussels, where I cared for three consumer goods clients.",
    "I have organised launches for as many as six hundred guests.",
    "A silver Effie in 2023 was a nice surprise.",
    "French is my mother tongue, Dutch I speak fluently.",
    "I hold a master's in communication.",
    "Brand lead with twelve years between agency and client side",
    "Sportswear and outdoor brands",
    "Awareness in Germany raised by 13 points within two years",
    "EUR 6.5m budget, team of nine",
    "Second Trail, a resale and repair scheme, brought to market",
    "Member of the steering group for sustainability",
    "Senior Campaign Manager, Halyard Sports, Ghent, June 2017 to February 2021",
    "Email opens improved from 17 to 29 % through segmentation in Braze",
    "Acquisition cost lowered by more than a quarter",
    "Campaigns for running shoes across Belgium, the Netherlands and France",
    "Account Executive at Bureau Lindqvist, 2014–2017",
    "Google Analytics certified",
    "Two launches, the larger with 600 people",
    "Four tenths of TV spend shifted to newer channels",
)
MARKETER_FALSE = (
    "I run a team of nineteen.",
    "Awareness in Germany rose from 21 % to 44 %.",
    "At Halyard I launched Second Trail.",
    "I led the migration from Magento to Shopify.",
    "I won a gold Lion at Cannes.",
    "I was Marketing Director at Fjellvik.",
    "My budget is EUR 16m.",
    "I introduced HubSpot at Halyard.",
    "I moved all TV spend into podcasts.",
    "I spent six years at Halyard.",
    "The geo test is what won us the Effie.",
    "I founded the sustainability steering group.",
    "I speak German fluently.",
    "I have a Google Ads certification.",
    "I worked for Nike in Portland before.",
    "Cost per acquisition down 46 % on Meta and Google Ads",
    "Head of Brand Marketing, Fjellvik Outdoor, since 2019",
    "Responsible for marketing worldwide",
    "Launches with up to 6,000 guests",
    "Newsletter open rate from 17 % to 39 %",
    "Looked after thirteen FMCG clients",
    "PhD in communication",
    "Opened 140 stores in eight countries",
    "Negotiated the sponsorship of the national ski team",
)


@pytest.mark.parametrize(("facts", "sentences"), [(CONTROLLER, CONTROLLER_TRUE), (MARKETER, MARKETER_TRUE)])
def test_an_honest_letter_passes_whole(facts: object, sentences: tuple[str, ...]) -> None:
    checked = check(sentences, facts, None, TODAY)  # type: ignore[arg-type]
    assert [(item.text, [claim.why for claim in item.claims]) for item in checked.refused] == []


@pytest.mark.parametrize("sentence", CONTROLLER_FALSE)
def test_what_a_controller_may_not_say(sentence: str) -> None:
    assert check([sentence], CONTROLLER, None, TODAY).sentences[0].verdict is Support.UNSUPPORTED


@pytest.mark.parametrize("sentence", MARKETER_FALSE)
def test_what_a_marketer_may_not_say(sentence: str) -> None:
    assert check([sentence], MARKETER, None, TODAY).sentences[0].verdict is Support.UNSUPPORTED
