"""The records of the rules, as they stand in ``ethics.toml``, and of what they find."""

from typing import Literal, NamedTuple

__all__ = [
    "Besides",
    "Content",
    "Evidence",
    "Otherwise",
    "Procedure",
    "Route",
    "Rule",
    "Rulebook",
    "Screening",
    "Sign",
    "Standing",
    "Trigger",
    "Verdict",
    "WordList",
]

Verdict = Literal["none", "review", "expert-review", "conditional"]
"""What a project needs; ``conditional`` is one of which something has to be clarified first."""

Standing = Literal["counts", "unclear", "negated", "otherwise", "background"]
"""How words are meant: ``otherwise`` in another sense or of other people's data, ``background`` of
what was done before, what others did, or what comes after."""


class WordList(NamedTuple):
    """Words that stand for each other, written ``{name}`` inside other words."""

    name: str
    words: tuple[str, ...]


class Sign(NamedTuple):
    """Words that show that a rule applies.

    Attributes:
        rule: Id of the rule.
        words: Any of them; ``…`` is a short gap, ``#`` a number, ``{name}`` a list.
        near: Groups of words, of each of which one has to be meant too.
        scope: Where: in the same sentence, or anywhere in the text.
        unless: Words of the same sentence that take it back.
        strength: A ``doubt`` only raises the question of its rule; a ``hint`` does so where the
            sentence leaves something open.
        procedure: ``simplified`` where the risk is usually minimal.
    """

    rule: str
    words: tuple[str, ...]
    near: tuple[tuple[str, ...], ...] = ()
    scope: Literal["sentence", "text"] = "sentence"
    unless: tuple[str, ...] = ()
    strength: Literal["sure", "doubt", "hint"] = "sure"
    procedure: Literal["", "simplified"] = ""


class Otherwise(NamedTuple):
    """Words that give others another sense.

    Attributes:
        words: As in a sign.
        rules: Ids of the rules whose words are meant otherwise; all where there are none.
        scope: ``word`` where the words of a sign are part of these; else all of the sentence or
            the text.
        unless: Words by which it does not hold after all, in the text or else in the sentence.
        standing: How the words of the rules are meant because of it.
    """

    words: tuple[str, ...]
    rules: tuple[str, ...] = ()
    scope: Literal["word", "sentence", "text"] = "word"
    unless: tuple[str, ...] = ()
    standing: Literal["otherwise", "unclear"] = "otherwise"


class Rule(NamedTuple):
    """What needs a review.

    Attributes:
        id: The code that scripts lean on.
        rule: In our own words.
        article: Where it stands.
        procedure: Id of the procedure it leads to.
        question: What to clarify where it is in doubt.
        contents: What an application holds because of it.
    """

    id: str
    rule: str
    article: str
    procedure: Literal["general", "expert"] = "general"
    question: str = ""
    contents: tuple[str, ...] = ()
    rule_en: str = ""
    question_en: str = ""
    contents_en: tuple[str, ...] = ()


class Content(NamedTuple):
    """One thing that every application holds."""

    text: str
    article: str
    text_en: str = ""


class Procedure(NamedTuple):
    """A kind of review.

    Attributes:
        summary: How it goes.
        reviewers: Who reviews.
        words: Of the text, that say that it may be asked for.
    """

    id: str
    title: str
    summary: str
    reviewers: str
    article: str
    words: tuple[str, ...] = ()
    title_en: str = ""
    summary_en: str = ""
    reviewers_en: str = ""


class Route(NamedTuple):
    """Where a project goes in a region.

    Attributes:
        region: Code of GB/T 2260.
        record: Full id of the measure that says so.
        step: What is done there.
        rules: Ids of the rules for which it holds; all where there are none.
        words: Of the text, for which alone it holds.
    """

    region: str
    record: str
    step: str
    rules: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    step_en: str = ""


class Besides(NamedTuple):
    """Another set of rules that is to be looked at besides.

    Attributes:
        number: 发文字号.
        words: Of the text, that show that it is concerned.
        since: Date from which it is in force.
    """

    title: str
    number: str
    words: tuple[str, ...]
    since: str = ""


class Rulebook(NamedTuple):
    """All of a file of rules."""

    rules: tuple[Rule, ...] = ()
    signs: tuple[Sign, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    lists: tuple[WordList, ...] = ()
    contents: tuple[Content, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    routes: tuple[Route, ...] = ()
    besides: tuple[Besides, ...] = ()


class Evidence(NamedTuple):
    """Words of the text that a rule looks for.

    Attributes:
        rule: Id of the rule.
        words: Verbatim.
        span: Where they stand in the text, ``[start, end)`` in characters.
        standing: How they are meant.
        because: The words that say so, where they do not count.
        procedure: That of the sign.
    """

    rule: str
    words: str
    span: tuple[int, int]
    standing: Standing
    because: str = ""
    procedure: str = ""


class Trigger(NamedTuple):
    """A rule that applies, or whose question is open, with what shows it."""

    rule: Rule
    evidence: tuple[Evidence, ...]


class Screening(NamedTuple):
    """What was found in the description of a project.

    Attributes:
        source: The path it was read from; ``""`` for a text.
        title: First line of the description, shortened.
        triggers: The rules that apply; where the verdict is ``conditional``, those in question.
        questions: The rules in question.
        evidence: All of it, also what does not count.
        procedures: The kinds of review, the likeliest first.
        contents: What every application holds.
        besides: Other rules to look at.
        routes: The way in a region, where one was named.
    """

    source: str
    title: str
    text: str
    verdict: Verdict
    triggers: tuple[Trigger, ...]
    questions: tuple[Trigger, ...]
    evidence: tuple[Evidence, ...]
    procedures: tuple[Procedure, ...]
    contents: tuple[Content, ...]
    besides: tuple[Besides, ...] = ()
    routes: tuple[Route, ...] = ()
