"""A small catalogue of laws, and ways to review a draft against it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policycli.catalogue import Catalogue, open_catalogue
from policycli.review.front import check
from policycli.review.model import Review

LAWS = """
[[policies]]
id = "water-law"
title = "中华人民共和国节水促进法"
level = "法律"
date = "2020-05-01"
region = { code = "100000", name = "全国" }
  [[policies.measures]]
  id = "a1"
  title = "第一条"
  text = "为了促进节约用水，保护水资源，制定本法。"
  [[policies.measures]]
  id = "a2"
  title = "第二条"
  text = "取水单位应当自建成之日起三十日内安装计量设施，并向水行政主管部门报送安装情况。"
  [[policies.measures]]
  id = "a3"
  title = "第三条"
  text = "节水改造奖励从节水收益中提取，不低于百分之三十。获得奖励的单位不得重复申报同一改造项目。"
  [[policies.measures]]
  id = "a4"
  title = "第四条"
  text = "违反本法规定，未安装计量设施的，由水行政主管部门责令安装，处一万元以上五万元以下罚款。"
  [[policies.measures]]
  id = "a5"
  title = "第五条"
  text = "经省级水行政主管部门批准，再生水企业可以向工业园区供应再生水。"

[[policies]]
id = "water-law-old"
title = "中华人民共和国节水促进法"
level = "法律"
date = "2008-05-01"
region = { code = "100000", name = "全国" }
  [[policies.measures]]
  id = "a2"
  title = "第二条"
  text = "取水单位应当自建成之日起九十日内安装计量设施，并向水行政主管部门报送安装情况。"

[[policies]]
id = "reward-law"
title = "中华人民共和国节约资源奖励法"
level = "法律"
date = "2019-05-01"
region = { code = "100000", name = "全国" }
  [[policies.measures]]
  id = "a1"
  title = "第一条"
  text = "县级以上人民政府应当将节水改造奖励纳入预算，按照节水量给予单位奖励。"

[[policies]]
id = "hangzhou-notice"
title = "杭州市林业水利局关于印发《杭州市再生水管理办法》的通知"
level = "市级"
date = "2022-05-01"
region = { code = "330100", name = "杭州" }
  [[policies.measures]]
  id = "a1"
  title = "第一条"
  text = "再生水管网的标识由产权单位负责维护。"

[[policies]]
id = "zhejiang-water"
title = "浙江省节水促进条例"
level = "地方性法规"
date = "2021-05-01"
region = { code = "330000", name = "浙江" }
  [[policies.measures]]
  id = "a1"
  title = "第一条"
  text = "工业园区应当建设再生水管网，再生水利用率不低于百分之二十。"
  [[policies.measures]]
  id = "a2"
  title = "第二条"
  text = "居民家庭因抢险救灾增加的用水，免交水资源费。"
"""

Reviewed = Callable[..., Review]


@pytest.fixture(scope="session")
def laws(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue of these laws."""
    folder = tmp_path_factory.mktemp("laws")
    path = folder / "laws.toml"
    path.write_text(LAWS, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        return open_catalogue(path, bundled=False)


@pytest.fixture
def reviewed(laws: Catalogue, tmp_path: Path) -> Reviewed:
    """Review clauses under a title."""

    def review(*clauses: str, title: str = "杭州市节约用水若干规定", **options: object) -> Review:
        numbers = "一二三四五六七八九"
        lines = [f"第{numbers[at]}条　{text}" for at, text in enumerate(clauses)]
        path = tmp_path / "draft.txt"
        path.write_text(title + "\n\n" + "\n".join(lines), "utf-8")
        return check(path, laws, **options)

    return review
