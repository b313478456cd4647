"""``policy config``: what is set for every call."""

import os
from collections.abc import Iterator

import click
from click.core import ParameterSource

from policycli import language, paths
from policycli.cli import options
from policycli.cli.help import Command, Group
from policycli.cli.notes import say
from policycli.cli.options import Sources
from policycli.cli.output import Output
from policycli.cli.pager import DEFAULT
from policycli.files import settings
from policycli.language import N_, _
from policycli.views.settings import Setting, view

__all__ = ["command"]


@click.group(
    "config",
    cls=Group,
    invoke_without_command=True,
    help=N_("""\
Set language, limit, region or pager for every call.

Without a command, show each setting and where it comes from. The command line is stronger than \
the environment, that than the file, that than the default. A limit and a region count where a \
table is shown on a terminal; pipes and files get everything, so that scripts do the same \
everywhere."""),
    examples=(
        ("policy config", N_("what is set, and where")),
        ("policy config set lang zh", N_("the screen in Chinese from now on")),
        ("policy config set region 浙江", N_("lists of one region; --region '' shows all")),
        ("policy config set pager never", N_("long answers run through")),
        ("policy config unset region", N_("as by default again")),
    ),
)
@options.formats()
@options.screen
@click.pass_context
def command(ctx: click.Context, output: Output) -> int:
    """Without a command, show the settings."""
    if ctx.invoked_subcommand is None:
        return output.show(view(list(_settings(ctx))))
    return 0


@command.command(
    "set",
    cls=Command,
    help=N_("Set one: lang (zh or en), limit, region or pager (a command, or never)."),
    examples=(("policy config set limit 20", N_("so many results on a screen")),),
)
@click.argument("key", metavar="KEY")
@click.argument("value", type=options.text, metavar="VALUE")
@options.sources
@options.screen
def put(key: str, value: str, sources: Sources) -> int:
    """Write the setting; a region has to be one of a catalogue in use."""
    value = settings.checked(key, value)
    if key == "region":
        options.opened(sources).catalogue.select(region=value)
    path = settings.put(key, value)
    say(_("{key} is {value} from now on ({path}).").format(key=key, value=value, path=path))
    return 0


@command.command(
    "unset",
    cls=Command,
    help=N_("Take a setting back."),
    examples=(("policy config unset lang", N_("the language of the locale")),),
)
@click.argument("key", metavar="KEY")
@options.screen
def unset(key: str) -> int:
    """Take the setting out of the file."""
    settings.put(key, "")
    say(_("{key} is as by default again.").format(key=key))
    return 0


def _settings(ctx: click.Context) -> Iterator[Setting]:
    yield _language(ctx)
    for key, default in (("limit", ""), ("region", "")):
        value = settings.setting(key)
        yield _filed(key, value) if value else Setting(key, default, "default")
    yield _pager()


def _filed(key: str, value: str) -> Setting:
    return Setting(key, value, "file", paths.settings_file() or "")


def _language(ctx: click.Context) -> Setting:
    value = "zh" if language.chinese() else "en"
    typed = ParameterSource.COMMANDLINE
    if any(at and at.get_parameter_source("lang") is typed for at in (ctx, ctx.parent)):
        return Setting("lang", value, "command line", "--lang")
    if os.environ.get("POLICY_LANG"):
        return Setting("lang", value, "environment", "POLICY_LANG")
    if settings.setting("lang"):
        return _filed("lang", value)
    named = next((name for name in language.LOCALE if os.environ.get(name)), "")
    if named:
        return Setting("lang", value, "environment", named)
    return Setting("lang", value, "default")


def _pager() -> Setting:
    for name in ("POLICY_PAGER", "", "PAGER"):
        value = os.environ.get(name, "") if name else settings.setting("pager")
        if value:
            return Setting("pager", value, "environment", name) if name else _filed("pager", value)
    return Setting("pager", DEFAULT, "default")
