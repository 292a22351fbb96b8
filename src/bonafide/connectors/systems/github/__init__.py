"""GitHub, or its lists saved as JSON -> how work flows through review, and how it reaches production."""

from bonafide.connectors.systems.git.links import OPTIONS
from bonafide.connectors.systems.github import commits, deployments, pulls, runs
from bonafide.connectors.systems.reading import ALLOW, Kind, Option
from bonafide.connectors.systems.repositories import System

__all__ = ["KIND"]

SYSTEM = System(
    "repo",
    "OWNER/NAME",
    f"{__name__}.live",
    pulls.flow,
    commits.commits,
    {
        "deployments": lambda request, files: deployments.rollouts(files, request.every("environment")),
        "runs": lambda request, files: runs.rollouts(files, request.wish("workflow"), request.wish("branch")),
    },
    pulls.SHAPE.mend,
)
KIND = Kind(
    "github",
    "Measure reviews, merges and deploys of a repository on GitHub, live with --repo or from lists saved as JSON.",
    '--repo OWNER/NAME --name "a payments service"',
    SYSTEM.read,
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
        *OPTIONS,
        ALLOW,
    ),
)
