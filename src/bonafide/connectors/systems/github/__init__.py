"""GitHub, or its lists saved as JSON -> how work flows through review, and how it reaches production."""

import importlib
from hmac import HMAC

from bonafide.connectors.systems.github.commits import commits as of_commits
from bonafide.connectors.systems.github.deployments import rollouts as of_deployments
from bonafide.connectors.systems.github.pulls import SHAPE, flow
from bonafide.connectors.systems.github.runs import rollouts as of_runs
from bonafide.connectors.systems.parts import Part, deployed, together
from bonafide.connectors.systems.reading import ALLOW, Kind, Option, Read, Request, saved
from bonafide.connectors.systems.rollouts import Rollouts
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

FILES = ("deployments", "runs", "commits")


def _read(request: Request) -> Read:
    digest = request.digest()
    given = request.paths or any(request.every(name) for name in FILES)
    if request.wish("repo") and given:
        raise InputFault("Either files are read or a repository is asked for.", mend="Leave one of them out.")
    # Asking imports the HTTP library, which takes longer than reading a file.
    if request.wish("repo"):
        part = importlib.import_module("bonafide.connectors.systems.github.live").asked(request, digest)
    else:
        part = together(list(_parts(request, digest)))
    return Read(part.records, digest.hexdigest(), part.notes)


def _parts(request: Request, digest: HMAC) -> list[Part]:
    parts = []
    if request.paths:
        parts.append(Part(*flow(saved(request.paths, digest), request.end)))
    told = _rollouts(request, digest)
    if told:
        parts.append(deployed(told, of_commits(saved(request.every("commits"), digest))))
    if not parts:
        what = "Nothing is given to read."
        raise InputFault(what, mend=f"Give --repo OWNER/NAME, or lists as files. {SHAPE.mend}")
    return parts


def _rollouts(request: Request, digest: HMAC) -> Rollouts | None:
    deployments, runs = request.every("deployments"), request.every("runs")
    if deployments and runs:
        raise InputFault("Deploys are told by deployments or by runs.", mend="Leave one of them out.")
    if deployments:
        return of_deployments(saved(deployments, digest), request.every("environment"))
    if runs:
        return of_runs(saved(runs, digest), request.wish("workflow"), request.wish("branch"))
    return None


KIND = Kind(
    "github",
    "Measure reviews, merges and deploys of a repository on GitHub, live with --repo or from lists saved as JSON.",
    '--repo OWNER/NAME --name "a payments service"',
    _read,
    options=(
        Option("repo", "The repository that is asked for, live.", "OWNER/NAME"),
        Option(
            "url", "GitHub's interface: https://api.github.com, or https://HOST/api/v3 of your own.", "URL"
        ),
        Option("environment", "What is production; found out if not given.", "NAME", many=True),
        Option("workflow", "The workflow whose runs are the deploys, such as deploy.yml.", "FILE"),
        Option("branch", "The branch whose runs are deploys; all if not given.", "NAME"),
        Option("deployments", "Saved deployments and their statuses.", "FILE", many=True),
        Option("runs", "Or saved runs of the workflow that deploys.", "FILE", many=True),
        Option("commits", "Saved commits, so that lead times can be measured.", "FILE", many=True),
        ALLOW,
    ),
)
