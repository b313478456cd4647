"""What the index answers about force and relations, against all policies looked at one by one."""

import json
import random

import pytest

import policycli
from policycli.analysis.in_force import in_force, repeal_dates
from policycli.analysis.links import Link, links
from policycli.catalogue import Catalogue
from policycli.records.model import Document, Entry, Policy, Relation, to_dict

DATES = ("", "2020", "2021", "2021-03", "2021-03-31", "2022-02", "2022-12-31", "2023")
DAYS = ("2019", "2020", "2021-03", "2021-03-30", "2021-04-01", "2022", "2022-03-01", "2024-01-01")
TITLES = ("办法", "条例", "规定", "细则")  # several policies have one of them
TYPES = ("repeals", "amends", "based_on", "interprets")


def policies(seed: int) -> list[Policy]:
    """Forty policies with all sorts of dates, of which every other one names another."""
    draw = random.Random(seed)
    made = [
        Policy(
            f"p{n}",
            draw.choice((*TITLES, f"第{n}号文件")),
            date=draw.choice(DATES),
            in_force_from=draw.choice(DATES),
            in_force_until=draw.choice(DATES),
        )
        for n in range(40)
    ]
    for at in range(0, 40, 2):
        other = draw.choice(made)
        name = draw.choice((other.id, other.title, f"《{other.title}》"))
        relation = Relation(draw.choice(TYPES), name)  # type: ignore[arg-type]
        made[at] = made[at]._replace(relations=(relation,))
    made[1] = made[1]._replace(documents=(Document(made[2].title, role="repealed"),))
    return made


@pytest.fixture(params=range(4), scope="module")
def known(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Policy], Catalogue]:
    """The policies, and the catalogue of them."""
    made = policies(request.param)
    path = tmp_path_factory.mktemp("links") / "x.jsonl"
    path.write_text("\n".join(json.dumps(to_dict(policy)) for policy in made), "utf-8")
    return made, policycli.open_catalogue(path, bundled=False)


@pytest.mark.parametrize("day", DAYS)
def test_the_index_leaves_out_what_was_not_in_force(
    known: tuple[list[Policy], Catalogue], day: str
) -> None:
    """Just what ``in_force`` says no to, and it is known of the others what it says."""
    made, whole = known
    repealed = repeal_dates(links(made))
    said = {policy.id: in_force(Entry(policy.id, policy, policy), day, repealed) for policy in made}
    then = whole.as_of(day)
    assert {entry.id: then.in_force(entry) for entry in then.policies()} == {
        id: answer for id, answer in said.items() if answer != "no"
    }


def named(link: Link) -> tuple[str, str, str]:
    """A link by the ids of its ends."""
    return link.type, link.source.id, link.target.id


def test_the_links_of_a_policy_are_all_there_are(known: tuple[list[Policy], Catalogue]) -> None:
    """Both ways, by id and by title, and none where a title is that of several."""
    made, whole = known
    every = links(made)
    assert every
    for policy in made:
        own = {each for each in map(named, every) if policy.id in each}
        assert set(map(named, whole.links(policy.id))) == own
