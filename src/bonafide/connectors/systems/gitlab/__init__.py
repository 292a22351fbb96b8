"""GitLab, or its lists saved as JSON -> how work flows through review, and how it reaches production."""

from bonafide.connectors.systems.git.links import OPTIONS
from bonafide.connectors.systems.gitlab import commits, deployments, merges, pipelines
from bonafide.connectors.systems.reading import ALLOW, Kind, Option
from bonafide.connectors.systems.repositories import System

__all__ = ["KIND"]

SYSTEM = System(
    "project",
    "GROUP/NAME",
    f"{__name__}.live",
    merges.flow,
    commits.commits,
    {
        "deployments": lambda request, files: deployments.rollouts(files, request.every("environment")),
        "pipelines": lambda request, files: pipelines.rollouts(files, request.wish("branch")),
    },
    merges.SHAPE.mend,
)
KIND = Kind(
    "gitlab",
    "Measure reviews, merges and deploys of a project on GitLab, live with --project or from lists saved as JSON.",
    '--project GROUP/NAME --name "a payments service"',
    SYSTEM.read,
    options=(
        Option("project", "The project that is asked for, live: its path or number.", "GROUP/NAME"),
        Option("url", "A GitLab server; https://gitlab.com.", "URL"),
        Option("environment", "What is production; found out if not given.", "NAME", many=True),
        Option("branch", "Every successful pipeline of this branch is a deploy.", "NAME"),
        Option("deployments", "Saved deployments.", "FILE", many=True),
        Option("pipelines", "Or saved pipelines, with --branch.", "FILE", many=True),
        Option("commits", "Saved commits, so that lead times can be measured.", "FILE", many=True),
        *OPTIONS,
        ALLOW,
    ),
)
