"""Where norms begin and end, in sentences, lists and their items."""

import pytest

from policycli.norms.frames import Frame, frames


def leads(text: str) -> list[str]:
    """What each norm behind the first stands under."""
    return [frame.lead for frame in frames(text)[1:]]


def test_a_word_or_two_is_no_norm() -> None:
    """With its full stop a norm has four characters; what is shorter says nothing."""
    assert [frame.words for frame in frames("略去。可公开。略。  ")] == ["可公开"]


def test_items_with_marks_stay_in_their_list() -> None:
    """Each of them stands under the words above the list, also behind a full stop."""
    lead = "用水单位有以下情形之一的："
    text = (
        f"{lead}\n（一）擅自取水。\n（二）拒不缴费。\n3.逃避检查。\n4、毁坏设施。\n公众可以举报。"
    )
    assert leads(text) == [lead] * 4 + [""]


def test_items_without_marks_stay_in_a_list_of_what_follows() -> None:
    """Under 下列, short lines that bind nobody are its items; a norm of its own ends it."""
    lead = "任何人不得有下列行为："
    assert leads(f"{lead}\n擅自取水。\n毁坏设施。\n公众可以举报。") == [lead, lead, ""]
    assert leads(f"{lead}\n擅自取水。毁坏设施。\n逃避检查。") == [lead, "", ""]
    assert leads(f"{lead}\n擅自取水。\n甲\n毁坏设施。") == [lead, lead]


@pytest.mark.parametrize(("length", "is_item"), [(60, True), (61, False)])
def test_an_item_without_a_mark_is_a_short_line(length: int, is_item: bool) -> None:
    """Of sixty characters at most, its full stop with them."""
    lead = "任何人不得有下列行为："
    line = "取" * (length - 1) + "。"
    assert leads(f"{lead}\n擅自取水。\n{line}") == [lead, lead * is_item]


def test_lines_under_other_words_are_no_items() -> None:
    """Where nothing says that a list follows, a full stop ends what the words above lead."""
    assert leads("现将有关事项通知如下：\n做好宣传工作。\n各地要抓好落实。") == [
        "现将有关事项通知如下：",
        "",
    ]


def test_what_opens_a_list_stands_under_no_other() -> None:
    """Words before a colon lead what follows, and are led by nothing."""
    first, item, second, other = frames(
        "甲有下列职责：\n（一）管理水源；\n乙有下列职责：\n（一）征收水费。"
    )
    assert (first.lead, second.lead) == ("", "")
    assert (item.lead, other.lead) == (first.sentence, second.sentence)


def test_a_condition_without_a_duty_belongs_to_the_norm_before() -> None:
    """What comes last and binds nobody is no norm of its own."""
    (frame,) = frames("单位应当公布名录，在公布时说明理由，听取公众意见。")
    assert (frame.modal, frame.action) == ("must", "公布名录，在公布时说明理由，听取公众意见")
    assert frame.conditions == ("在公布时说明理由",)


def test_a_condition_begins_the_norm_that_it_is_for() -> None:
    """Between two duties a condition is of the second."""
    first, second = frames("单位应当公布名录，情节严重的，主管部门可以吊销许可。")
    assert (first.words, first.conditions) == ("单位应当公布名录", ())
    assert second.words == "情节严重的，主管部门可以吊销许可"
    assert (second.subject, second.action) == ("主管部门", "吊销许可")
    assert second.conditions == ("情节严重的",)


def test_what_follows_a_duty_without_a_condition_is_of_it() -> None:
    """Further words on the same matter are part of what is done."""
    (frame,) = frames("单位应当公布名录，接受监督，改进工作。")
    assert (frame.modal, frame.action) == ("must", "公布名录，接受监督，改进工作")


def spans(frame: Frame, text: str) -> tuple[str, str]:
    """What stands where a norm and its modal are said to stand."""
    return text[slice(*frame.span)], text[slice(*frame.modal_span)]


def test_places_are_those_in_the_whole_text() -> None:
    """Whatever stands before: white space, marks of items, other norms of the sentence."""
    text = "\n  总则如下所述。 \n　（二） 单位可以申请，但必须登记。\n由甲局负责解释。"
    _first, may, must, plain = frames(text)
    assert spans(may, text) == ("单位可以申请", "可以")
    assert spans(must, text) == ("但必须登记", "必须")
    assert (spans(plain, text)[0], plain.modal_span) == ("由甲局负责解释", (0, 0))
    assert [each.modal_words for each in (may, must, plain)] == ["可以", "必须", ""]
    assert may.sentence == must.sentence == "单位可以申请，但必须登记。"


def test_a_plain_norm_has_the_subject_that_it_names() -> None:
    """由……负责 names who acts; where nobody is named it is who acted before."""
    _duty, named, other = frames("甲局应当受理，由乙局负责审核。每年公布一次。")
    assert (named.modal, named.subject) == ("plain", "乙局")
    assert (other.modal, other.subject, other.action) == ("plain", "乙局", "每年公布一次")


def test_a_subject_is_what_stands_before_the_modal_in_its_part() -> None:
    """Conditions before it are none; 但, 并 and 也 are no part of it."""
    (frame,) = frames("经批准后，但用水单位也应当登记。")
    assert (frame.subject, frame.conditions) == ("用水单位", ("经批准后",))


def test_a_modal_part_is_no_condition() -> None:
    """Also where it begins as one does; the part behind it may be one."""
    (frame,) = frames("在用单位应当停用，未经检定的。")
    assert (frame.subject, frame.conditions) == ("在用单位", ("未经检定的",))


def test_quantities_are_of_the_norm_that_they_stand_in() -> None:
    """Two norms of one sentence have each its own."""
    text = "单位可以在3日内申请，但应当在5日内登记。"
    first, second = frames(text)
    assert [text[slice(*q.span)] for q in first.quantities] == ["3日"]
    assert [text[slice(*q.span)] for q in second.quantities] == ["5日"]
    for alone in ("3日内应当申请。", "申请前应当等待3日。"):
        assert len(frames(alone)[0].quantities) == 1


def violations(text: str) -> list[str]:
    """The act that each norm punishes; empty of those that punish nothing."""
    return [frame.violation for frame in frames(text)]


def test_a_sanction_is_for_the_act_in_its_conditions() -> None:
    """Not for the law that was broken, nor for how bad it was: then for the act before."""
    sanction = "违反本法规定，擅自取水的，由水利局责令改正，处一万元罚款；情节严重的，吊销许可证。"
    assert violations(sanction) == ["擅自取水的"] * 2
    both = "擅自取水的，依法赔偿损失。造成后果的，依法承担赔偿责任。"
    assert violations(both) == ["擅自取水的"] * 2
    assert violations("依法承担赔偿责任。") == [""]


def test_a_sanction_is_for_the_acts_in_its_list() -> None:
    """All of those that its line opens, and no others."""
    text = (
        "有下列行为之一的，由水利局处以罚款：\n（一）擅自取水；\n（二）毁坏设施。\n"
        "有下列行为之一的，由环保局没收所得：\n（一）倾倒垃圾。"
    )
    assert violations(text) == ["擅自取水，毁坏设施", "", "", "倾倒垃圾", ""]


def test_what_forbids_or_gives_punishes_nothing() -> None:
    """Though it names a sanction, or has a condition."""
    forbids, gives = frames("擅自取水的，不得对单位罚款。符合条件的，给予补助。")
    assert (forbids.punishes, forbids.violation) == (False, "")
    assert (gives.punishes, gives.violation) == (False, "")
    assert frames("主管部门可以处一万元罚款。")[0].punishes is True
