"""Who does what until when, as the end of a measure says it."""

import pytest

from policycli.ingest.extract.papers import papers
from policycli.ingest.extract.responsible import responsible


@pytest.mark.parametrize(
    ("text", "lead", "partners", "deadline"),
    [
        (
            "（牵头单位：县科技局、县财政局，责任单位：县教育局，各镇人民政府）",
            "县科技局",
            ("县财政局", "县教育局", "各镇人民政府"),
            "",
        ),
        (
            "（牵头单位：县委人才办；责任单位：县科技局、县人社局；完成时限：长期）",
            "县委人才办",
            ("县科技局", "县人社局"),
            "",
        ),
        (
            "牵头单位：县发改局。配合单位：各乡（镇、街道）人民政府、县直有关部门。",
            "县发改局",
            ("各乡（镇、街道）人民政府", "县直有关部门"),
            "",
        ),
        ("责任单位：县工信局、县科技局（列第一位的牵头，下同）", "县工信局", ("县科技局",), ""),
        ("〔责任单位：县科技局，各园区〕", "县科技局", ("各园区",), ""),
        ("[牵头单位：科技部；参加单位：财政部、税务总局]", "科技部", ("财政部", "税务总局"), ""),
        ("（此项工作由县科技局负责，2024年底前完成）", "县科技局", (), "2024-12-31"),
        (
            "（县科技局牵头，县农大、县医院配合，2025年6月前完成）",
            "县科技局",
            ("县农大", "县医院"),
            "2025-06",
        ),
        ("（责任领导：王某；责任单位：科技局）", "科技局", (), ""),
        ("（负责部门：商务部、民航局，适用范围：青河新区）", "商务部", ("民航局",), ""),
        ("（县科技局，县财政局）", "", (), ""),
        ("企业负责人应当加强管理，由项目负责人负责。", "", (), ""),
        ("设立资金，由市财政局牵头，2026年12月底前完成。", "市财政局", (), "2026-12-31"),
        (
            "由县科技局会同县财政局牵头落实，2027年3月15日前建成投用。",
            "县科技局",
            ("县财政局",),
            "2027-03-15",
        ),
        ("前者由县科技局牵头，后者由县教育局牵头。", "", (), ""),
        ("2025年底前建成一期，2026年底前完成二期。", "", (), ""),
        ("2024年底前成立的企业可以申报。", "", (), ""),
    ],
)
def test_bodies_keep_their_brackets_and_labels_part_them(
    text: str, lead: str, partners: tuple[str, ...], deadline: str
) -> None:
    """The body labelled as leading leads; all others take part, whatever their label is."""
    found = responsible(text)
    assert (found.lead, found.partners, found.deadline) == (lead, partners, deadline)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("审核后颁发《青河市创新平台证书》。", "cited"),
        ("双方签订《技术开发合同》。", "cited"),
        ("县政府印发《青河县创新方案》。", "issued"),
    ],
)
def test_a_paper_for_one_applicant_is_no_policy_issued(text: str, role: str) -> None:
    """Certificates and contracts are only cited."""
    assert [each.document.role for each in papers(text)] == [role]
