from __future__ import annotations

import pytest

from bonafide.connectors.walls import measure, page_wall, redirect_wall, status_wall

PROSE = b"<p>You will lead four teams and own the platform end to end.</p>" * 20


@pytest.mark.parametrize("status", [401, 403, 429, 503, 999])
def test_statuses_that_shut_programs_out(status: int) -> None:
    assert f"({status})" in (status_wall(status) or "")


@pytest.mark.parametrize("status", [200, 404, 500])
def test_other_statuses_say_nothing_of_a_wall(status: int) -> None:
    assert status_wall(status) is None


@pytest.mark.parametrize(
    "landed",
    [
        "https://jobs.example/login?next=/1",
        "https://jobs.example/authwall",
        "https://jobs.example/user/sign-in",
        "https://jobs.example/uas/login-cap",
        "https://login.jobs.example/",
        "https://accounts.other.example/o",
        "https://jobs.example/checkpoint/challenge",
    ],
)
def test_a_redirect_to_a_login_is_a_wall(landed: str) -> None:
    assert redirect_wall("https://jobs.example/1", landed)


@pytest.mark.parametrize(
    ("asked", "landed"),
    [
        ("https://jobs.example/1", "https://jobs.example/1"),
        ("https://jobs.example/1", "https://jobs.example/jobs/1-head-of-login-systems"),
        ("https://jobs.example/1", "https://www.jobs.example/blogging/signings"),
        ("https://jobs.example/login/1", "https://jobs.example/login/1/"),
        ("https://id.jobs.example/1", "https://id.jobs.example/2"),
    ],
)
def test_other_redirects_are_none(asked: str, landed: str) -> None:
    assert redirect_wall(asked, landed) is None


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (b"<html><title>Just a moment...</title><body>Enable JavaScript and cookies to continue", "robots"),
        (b"<html><body><script src='/cdn-cgi/challenge-platform/h/b'></script>Wait", "robots"),
        (b"<html><body>Please verify you are human <div class='g-recaptcha'></div>", "robots"),
        (b"<html><body><form>E-mail <input name=e> <input type='password' name=p></form>", "log-in"),
        (b"<html><title>Sign in | Jobs</title><body>Welcome back", "log-in"),
        (
            b"<html><div id=root></div><script src=app.js></script><noscript>Enable it</noscript>",
            "JavaScript",
        ),
    ],
)
def test_pages_that_are_walls(html: bytes, says: str) -> None:
    assert says in (page_wall(html) or "")


@pytest.mark.parametrize(
    "html",
    [
        b"<html><body>" + PROSE,
        b"<html><body>" + PROSE + b"<div class='g-recaptcha'></div><input type=password>",
        b"<html><body>" + PROSE + b"<p>A security check precedes employment; just a moment of it.</p>",
        b'<html><body><script type=\'application/ld+json\'>{"@type": "JobPosting"}</script>',
        b"<html><div id=root></div><script>window.data = {" + b"'job': 'x'," * 400 + b"}</script>",
        b"<html><body><p>We look for a gardener. Call us.</p>",
        b"<html><script src=a.js></script><body><p>This job is no longer available.</p>",
    ],
)
def test_pages_that_may_hold_a_posting_are_not(html: bytes) -> None:
    assert page_wall(html) is None


def test_measure_counts_what_is_seen_and_what_is_script() -> None:
    text, script = measure(b"<p>ab  cd</p><!-- no <p> --><SCRIPT>x<y</SCRIPT><style>p{}</style><p>e</p>")
    assert (text, script > 0) == (6, True)


@pytest.mark.parametrize("piece", [b"<", b"<script", b"<script>", b"<!--", b"<!-- -", b"<title", b"<p>a"])
def test_hostile_repetition_is_linear(piece: bytes) -> None:
    page_wall(piece * 300_000)
