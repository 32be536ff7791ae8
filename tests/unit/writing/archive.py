"""A tiny invented archive to write new records into."""

from __future__ import annotations

from pathlib import Path

from bantin.writing.docs_folder import DocsFolder

FILES = {
    "chuyen-muc/chi-dao.md": "---\nname: Chỉ đạo, điều hành\norder: 1\n---\n",
    "chuyen-muc/tin-khac.md": "---\nname: Tin khác\n---\n",
    "to-chuc/ban-mau.md": "---\nname: Ban Mẫu tỉnh Mẫu\nshort_names: [BM]\n---\n",
    "to-chuc/vp-mau.md": "---\nname: Văn phòng tỉnh Mẫu\n---\n",
    "tin-tuc/2020/07/hop.md": """---
title: Ban Mẫu họp đánh giá 6 tháng đầu năm 2020
date: 2020-07-03
section: tin-khac
bodies: [ban-mau, vp-mau]
people:
  - name: Nguyễn Thị Mẫu
    positions: [Trưởng ban]
meeting:
  date: 2020-07-02
  bodies: [ban-mau, vp-mau]
  period: {year: 2020, months: 1-6}
  venue: Phòng họp số 1
  chairs: [Nguyễn Thị Mẫu]
figures:
  - name: Số xã
    value: 4321
---

Kết luận bí mật.
""",
    "van-ban/2019/7-tb-vp.md": """---
kind: TB
number: 7/TB-VP
title: Kết luận cuộc họp
date: 2019-12-20
issuer: vp-mau
place: Mẫu
signer: {authority: [KT. CHÁNH VĂN PHÒNG], position: PHÓ CHÁNH VĂN PHÒNG, name: Lê Văn Mẫu}
recipients: [Như trên]
meeting: {date: 2019-12-18, bodies: [ban-mau]}
---

1. Kết luận cũ.
""",
}


def make_docs(root: Path) -> DocsFolder:
    """Write the archive and return it, as an editor's command sees it."""
    for uri, text in FILES.items():
        path = root / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return DocsFolder(root)
