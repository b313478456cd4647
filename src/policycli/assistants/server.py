"""The Model Context Protocol around the answers: tools that only read, over stdio."""

from collections.abc import Callable
from functools import wraps
from inspect import getdoc
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent, ToolAnnotations

from policycli import __version__
from policycli.assistants.answers import Answers
from policycli.catalogue import Catalogue
from policycli.errors import PolicyError
from policycli.render.json import encode

__all__ = ["serve", "server"]

_INSTRUCTIONS = """\
Chinese policy measures and laws, from the catalogues that the user keeps: offline and read only. \
Ask coverage first for what is there. Quote figures with their operator, unit and period; cite by \
official Chinese title and article; say as of when. What is not found here may exist elsewhere."""


def server(opened: Callable[[], Catalogue]) -> MCPServer:
    """A server of the catalogues that ``opened`` opens, anew for each question."""
    made: MCPServer = MCPServer(
        "policycli", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    answers = Answers(opened)
    reading = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for answer in (
        answers.coverage,
        answers.search,
        answers.show,
        answers.check_citations,
        answers.check,
        answers.compare,
        answers.figures,
        answers.due,
    ):
        made.add_tool(_told(answer), description=getdoc(answer), annotations=reading)
    return made


def serve(opened: Callable[[], Catalogue]) -> None:
    """Answer on standard input and output until the client closes them."""
    server(opened).run("stdio")


def _told(answer: Callable[..., Any]) -> Callable[..., Any]:
    """The answer as data and as compact text; foreseen errors are told as their sentences."""

    @wraps(answer)
    def told(**asked: Any) -> Any:
        try:
            found = answer(**asked)
        except PolicyError as error:
            raise ToolError(str(error)) from error
        text = TextContent(type="text", text=encode(found))
        return CallToolResult(content=[text], structured_content=found)

    return told
