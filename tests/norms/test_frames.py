"""Norms with their subjects, modals and conditions."""

from policycli.norms.frames import frames
from policycli.norms.modality import direction, modals


def test_two_halves_of_a_sentence_are_two_norms() -> None:
    """可以……，但应当…… is a choice and a duty, each with its own action."""
    may, must = frames("取水单位可以自行选择设备，但应当将检定证书报送主管部门。")

    assert (may.modal, may.action) == ("may", "自行选择设备")
    assert (must.modal, must.action) == ("must", "将检定证书报送主管部门")


def test_a_norm_without_subject_has_that_of_the_one_before() -> None:
    """What follows speaks of the same body."""
    _first, second = frames("水行政主管部门应当核对材料，不得收取费用。")

    assert (second.modal, second.subject) == ("not", "水行政主管部门")


def test_items_carry_the_words_above_their_list() -> None:
    """An item is nothing without its lead; what stands after the list has none."""
    lead, item, after = frames(
        "任何单位不得有下列行为：\n（一）擅自拆除计量设施；\n社会公众可以举报。"
    )[:3]

    assert lead.modal == "not"
    assert item.lead == "任何单位不得有下列行为："
    assert (after.modal, after.words) == ("may", "社会公众可以举报")


def test_quantities_stand_in_their_norm() -> None:
    """A number belongs to the norm it stands in, with its place in the whole text."""
    text = "单位应当报送计划。主管部门应当在十日内答复。"
    plan, answer = frames(text)

    assert plan.quantities == ()
    assert text[slice(*answer.quantities[0].span)] == "十日"


def test_conditions_are_told_apart() -> None:
    """What says when a norm holds is no part of what it does."""
    (frame,) = frames("经省级主管部门批准，再生水企业可以向园区供水。")

    assert frame.conditions == ("经省级主管部门批准",)


def test_support_as_a_noun_is_no_modal() -> None:
    """给予支持 gives something; 支持企业 encourages."""
    assert list(modals("对节水企业给予支持。")) == []
    assert [modal.kind for modal in modals("支持企业采用新设备。")] == ["encouraged"]


def test_who_has_to_encourage_binds_nobody() -> None:
    """应当鼓励 encourages as 国家鼓励 does, in one word or several; 应当支持 alone is a duty."""
    kinds = [modal.kind for modal in modals("政府应当鼓励、引导企业采用新设备。")]

    assert kinds == ["encouraged"]
    assert [modal.kind for modal in modals("鼓励、支持企业采用新设备。")] == ["encouraged"]
    assert [(m.kind, m.words) for m in modals("所在单位应当支持。")] == [("must", "应当")]


def test_who_acts_next_begins_a_norm() -> None:
    """After a duty, 由…… is a norm of its own with its own subject."""
    duty, next_one = frames("主管部门应当公布名录，由用水单位组织改造。")

    assert (duty.modal, duty.action) == ("must", "公布名录")
    assert (next_one.modal, next_one.subject) == ("plain", "用水单位")


def test_a_body_with_powers_is_no_choice() -> None:
    """有权机关 names a body; 有权 before what may be done is a right."""
    assert list(modals("由有权机关责令改正。")) == []
    assert [modal.kind for modal in modals("用水单位有权申请复核。")] == ["may"]


def test_rights_and_duties_named_as_such_are_modals() -> None:
    """有……的义务 binds and 享有……的权利 allows; who has none of either is not meant."""
    text = "用户有节约用水的义务，享有了解水质的权利。"

    assert [(m.kind, m.words) for m in modals(text)] == [("must", "有"), ("may", "享有")]
    assert list(modals("设备没有缴费义务。")) == []


def test_modal_words_inside_other_words() -> None:
    """相应, 供应 and 许可 bind nobody."""
    assert list(modals("采取相应措施保障供应，许可他人实施。")) == []


def test_direction_of_a_change() -> None:
    """A duty that became a choice is laxer, a prohibition that became a choice too."""
    assert direction("must", "may") == "laxer"
    assert direction("not", "may") == "laxer"
    assert direction("may", "must") == "stricter"


def test_a_modal_before_a_noun_rules_nothing() -> None:
    """What has to be filed is a thing; that it is not accepted is the norm."""
    (frame,) = frames("国家规定不得归档的材料，档案馆不予接收。")
    (birth,) = frames("不能住院分娩的孕妇应当由接生人员接生。")
    (measure,) = frames("发现污染的，应当采取必要的措施。")

    assert frame.modal == "plain"
    assert (birth.modal_words, measure.modal) == ("应当", "must")


def test_a_sanction_knows_the_acts_that_it_is_for() -> None:
    """They stand before it, in the list that it opens, or with the sanction before it."""
    fine, worse, *_items = frames(
        "违反本条例规定，有下列行为之一的，处二万元以下罚款；情节严重的，吊销许可证：\n"
        "（一）未经批准取水的；\n（二）损毁堤防的。"
    )
    (other,) = frames("违反本条例第九条规定，拒绝检查的，由水行政主管部门给予警告。")

    assert fine.violation == worse.violation == "未经批准取水的，损毁堤防的"
    assert other.violation == "拒绝检查的"
    assert not any(frame.punishes for frame in frames("企业应当建立责任追究制度。"))
