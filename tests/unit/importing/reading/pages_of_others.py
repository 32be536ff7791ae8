"""Pages of the press, Joomla, WordPress and unknown systems, with what each must give.

Words, people and places are made up. "@T0@" and the like stand for words that pages share.
"""

from __future__ import annotations

from tests.unit.importing.reading.page_parts import SavedItem, make_item

PAGES: list[SavedItem] = []


def page(name: str, system: str, head: str, body: str, **expected: str) -> None:
    PAGES.append(make_item(name, system, head, body, expected))


page(
    "press",
    "press",
    """<title>@T2@ | Báo Vùng cao</title><meta name="cms-date" content="2025-11-20T16:05:00+07:00">
<meta property="og:site_name" content="Báo Vùng cao">""",
    """@HEAD@@MENU@<div class="article"><h1 class="article__title cms-title">@T2@</h1><div
class="article__meta"><time class="time" datetime="2025-11-20T16:05:00+07:00">20/11/2025
16:05</time></div><div class="article__sapo cms-desc">@F2@</div><div
class="article__author"><span class="name">Mùa A Sử</span></div><div class="article__body
cms-body" itemprop="articleBody"><table class="picture"><tr><td class="pic"><img
src="https://image.vn/a.jpg" width="700"></td></tr><tr><td class="caption"><p>Học sinh Tà
Xùa.</p></td></tr></table><p>@M0@</p><a class="cms-relate" href="/x">Trường vùng cao đón
năm học mới trong niềm vui</a><p>@M1@</p><p>@L2@</p></div></div>@FOOT@""",
    title="@T2@",
    date="2025-11-20T16:05",
    author="Mùa A Sử",
    first="@F2@",
    last="@L2@",
)

page(
    "joomla3",
    "joomla",
    """<meta name="generator" content="Joomla! - Open Source Content Management"><title>@T1@
</title>""",
    """@HEAD@@MENU@<div class="item-page" itemscope itemtype="https://schema.org/Article"><meta
itemprop="inLanguage" content="vi-VN"/><div class="page-header"><h2 itemprop="headline">@T1@
</h2></div><dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd
class="createdby" itemprop="author">Viết bởi <span itemprop="name">Giàng A Páo</span></dd>
<dd class="category-name">Chuyên mục: <a href="/x" itemprop="genre">Tin huyện</a></dd><dd
class="published"><span class="icon-calendar"></span><time
datetime="2025-10-05T07:30:00+00:00" itemprop="datePublished">Được đăng: 05 Tháng 10 2025
</time></dd><dd class="hits"><meta itemprop="interactionCount"
content="UserPageVisits:345"/>Lượt xem: 345</dd></dl><div itemprop="articleBody"><p
style="text-align: justify;">@F1@</p><p style="text-align: justify;">@M0@</p><p
style="text-align: justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p
style="text-align: justify;">@L1@</p></div><ul class="pager pagenav"><li class="previous">
<a href="/y">Trang trước</a></li></ul></div>@FOOT@""",
    title="@T1@",
    date="2025-10-05T07:30",
    author="Giàng A Páo",
    views="345",
    first="@F1@",
    last="@L1@",
)

page(
    "joomla15",
    "joomla",
    """<meta name="generator" content="Joomla! 1.5 - Open Source Content Management"><title>@T2@
</title>""",
    """@HEAD@@MENU@<table class="contentpaneopen"><tr><td class="contentheading" width="100%">@T2@
</td><td align="right" class="buttonheading"><a href="#" title="In">In</a></td></tr></table>
<table class="contentpaneopen"><tr><td width="70%" valign="top"><span class="small">Viết
bởi Mùa A Sử</span></td></tr><tr><td valign="top" class="createdate">Thứ năm, 20 Tháng 11
2025 16:05</td></tr><tr><td valign="top"><p>@F2@</p><p>@M0@</p><p>@M1@</p><p>@M2@</p><p>@L2@
</p></td></tr><tr><td class="modifydate">Lần cập nhật cuối lúc Thứ sáu, 21 Tháng 11 2025
08:00</td></tr></table><span class="article_separator">&nbsp;</span>@FOOT@""",
    title="@T2@",
    date="20 Tháng 11 2025 16:05",
    author="Mùa A Sử",
    first="@F2@",
    last="@L2@",
)

page(
    "wp_classic",
    "wordpress",
    """<meta name="generator" content="WordPress 5.8"><title>@T0@ - Xã Mường Giôn</title><link
href="/wp-content/themes/x/style.css">""",
    """@HEAD@@MENU@<article id="post-55" class="post-55 post type-post status-publish"><header
class="entry-header"><h1 class="entry-title">@T0@</h1><div class="entry-meta"><span
class="posted-on">Posted on <a href="x"><time class="entry-date published"
datetime="2026-03-12T09:15:00+07:00">12/03/2026</time><time class="updated"
datetime="2026-04-01T08:00:00+07:00">01/04/2026</time></a></span><span class="byline"> by
<span class="author vcard"><a href="/author/admin">admin</a></span></span></div></header>
<div class="entry-content"><p>@F0@</p><p>@M0@</p><div id="attachment_5" class="wp-caption
aligncenter" style="width:610px"><img src="/wp-content/uploads/2026/03/a.jpg" width="600"
height="400" alt=""><p class="wp-caption-text">Quang cảnh cuộc họp</p></div><p>@M1@</p><p>
@L0@</p><p>Cầm Hoa</p><div class="sharedaddy"><h3>Chia sẻ:</h3></div></div><footer
class="entry-footer"><span class="cat-links">Posted in <a rel="category tag">Tin xã</a>
</span></footer></article><div id="comments"><p>Bài rất hay</p></div>@FOOT@""",
    title="@T0@",
    date="2026-03-12T09:15",
    first="@F0@",
    last="Cầm Hoa",
)

page(
    "wp_block",
    "wordpress",
    """<title>@T2@</title><link href="/wp-includes/css/x.css"><script
type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"@T2@","datePublished":"2025-11-20T09:05:00+00:00","author":{"name":"Mùa
A Sử","@id":"x"},"articleSection":["Tin trường"]},{"@type":"WebSite","name":"Trường Tà
Xùa"}]}</script>""",
    """@HEAD@@MENU@<main class="wp-block-group"><h1 class="wp-block-post-title">@T2@</h1><div
class="wp-block-post-date"><time datetime="2025-11-20T16:05:00+07:00">20 Tháng 11, 2025
</time></div><div class="entry-content wp-block-post-content"><p>@F2@</p><h2
class="wp-block-heading">Hoạt động chào mừng</h2><ul class="wp-block-list"><li>@M0@</li><li>
@M1@</li></ul><figure class="wp-block-image"><img src="/wp-content/uploads/b.jpg"
width="1024"><figcaption class="wp-element-caption">Cô và trò</figcaption></figure><p>@L2@
</p></div></main>@FOOT@""",
    title="@T2@",
    date="2025-11-20T16:05",
    author="Mùa A Sử",
    first="@F2@",
    last="@L2@",
)

page(
    "wp_td",
    "wordpress",
    """<title>@T1@</title><link href="/wp-content/themes/Newspaper/s.css">""",
    """@HEAD@@MENU@<article class="post type-post"><div class="td-post-header"><header
class="td-post-title"><h1 class="entry-title">@T1@</h1><div class="td-module-meta-info">
<div class="td-post-author-name"><div class="td-author-by">Bởi</div> <a href="/author/pao">
Giàng A Páo</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time
class="entry-date updated td-module-date" datetime="2025-10-05T14:30:26+07:00">05/10/2025
</time></span><div class="td-post-views"><i class="td-icon-views"></i><span
class="td-nr-views-77">1284</span></div></div></header></div><div class="td-post-content">
<p>@F1@</p><p>@M0@</p><p>@M1@</p><p>@M2@</p><p>@L1@</p></div></article><div
class="td_block_related_posts"><h4>BÀI VIẾT LIÊN QUAN</h4><ul>@REL@</ul></div>@FOOT@""",
    title="@T1@",
    date="2025-10-05T14:30",
    author="Giàng A Páo",
    views="1284",
    first="@F1@",
    last="@L1@",
)

page(
    "un_divs",
    "",
    """<title>@T0@ | Trang TTĐT xã</title>""",
    """@HEAD@<div class="nav-main">@MENU@</div><div class="wrap"><div class="left-col"><div
class="box"><h3>Thông báo</h3><ul>@REL@</ul></div></div><div class="center"><div
class="detail-news"><div class="tieude">@T0@</div><div class="ngaydang">Ngày đăng:
12/03/2026 09:15 &nbsp;&nbsp; Lượt xem: 24</div><div class="noidung"><p style="text-align:
justify;">@F0@</p><p style="text-align: justify;">@M0@</p><p style="text-align: justify;">
@M1@</p><p style="text-align: justify;">@M2@</p><p style="text-align: justify;">@L0@</p><p
style="text-align:right"><b>CẦM HOA</b></p></div><div class="tinkhac"><b>Các tin khác</b>
<ul>@REL@</ul></div></div></div></div>@FOOT@""",
    title="@T0@",
    date="12/03/2026 09:15",
    views="24",
    first="@F0@",
    last="CẦM HOA",
)

page(
    "un_tables",
    "",
    """<title>Cổng thông tin huyện</title>""",
    """<table width="1000" align="center"><tr><td colspan="3">@HEAD@</td></tr><tr><td width="200"
valign="top">@MENU@<table><tr><td><ul>@REL@</ul></td></tr></table></td><td valign="top">
<table width="100%"><tr><td class="tieude">@T1@</td></tr><tr><td class="ngay">(Cập nhật lúc
14:30 ngày 05/10/2025)</td></tr><tr><td><b>@F1@</b></td></tr><tr><td><div align="justify">
@M0@<br>@M1@<br>@M2@<br>@L1@</div></td></tr><tr><td align="right"><b>Giàng A Páo</b></td>
</tr><tr><td><b>Các tin đã đưa:</b><ul>@REL@</ul></td></tr></table></td><td width="180">
Liên kết website<br>Sở Nội vụ<br>Sở Tài chính</td></tr></table>@FOOT@""",
    title="@T1@",
    date="14:30 ngày 05/10/2025",
    first="@F1@",
    last="Giàng A Páo",
)

page(
    "un_inet",
    "",
    """<title>@T2@</title><meta property="og:title" content="@T2@"><meta property="og:type"
content="article"><meta property="og:site_name" content="Huyện Bắc Yên">""",
    """@HEAD@<div class="menu">@MENU@</div><div class="container"><div class="row"><div
class="col-md-9"><div class="view-content"><h1 class="article-heading">@T2@</h1><div
class="article-info"><span><i class="fa fa-clock-o"></i> 16:05 20/11/2025</span> <span><i
class="fa fa-eye"></i> 97 lượt xem</span></div><div class="entry-body"><p
style="text-align: justify;">@F2@</p><p style="text-align: justify;">@M0@</p><p
style="text-align: justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p
style="text-align: justify;">@L2@</p></div><div class="source">Nguồn: Phòng Giáo dục</div>
<div class="share-box"><span>Chia sẻ</span></div></div></div><div class="col-md-3"><h3>Tin
mới nhất</h3><ul>@REL@</ul></div></div></div>@FOOT@""",
    title="@T2@",
    date="16:05 20/11/2025",
    views="97",
    first="@F2@",
    last="@L2@",
)

page(
    "nv3",
    "nukeviet",
    """<meta name="generator" content="NukeViet v3.4"><title>@T0@ - Tin tức - Xã</title>""",
    """@HEAD@@MENU@<div class="news_column" style="padding:0 !important;"><div id="news_detail">
<h1>@T0@</h1><span class="time">Thứ năm - 12/03/2026 09:15</span><div class="action fl"><ul>
<li><a class="print" href="x">In ra</a></li></ul></div><div style="clear: both;"></div><div
id="hometext">@F0@</div><div id="bodytext" class="clearfix">@M0@<br /><br />@M1@<br /><br />
@L0@</div><div style="text-align: right;"><strong>Tác giả bài viết: </strong>Cầm Hoa</div>
<div style="text-align: right;"><strong>Nguồn tin: </strong>UBND xã</div><div
class="keywords"><strong>Từ khóa: </strong><a>họp</a></div></div></div><div
class="other_blocknews"><h4>Những tin mới hơn</h4><ul>@REL@</ul></div>@FOOT@""",
    title="@T0@",
    date="Thứ năm - 12/03/2026 09:15",
    author="Cầm Hoa",
    first="@F0@",
    last="@L0@",
)

page(
    "lf_new",
    "liferay",
    """<title>@T1@ - Huyện</title><script>Liferay.themeDisplay={}</script>""",
    """@HEAD@@MENU@<section class="portlet" id="portlet_com_liferay_asset"><div
class="portlet-content"><div class="asset-full-content"><h2 class="tieu-de-tin">@T1@</h2>
<div class="thong-tin"><span>Chủ Nhật, 05/10/2025 | 14:30</span> <span>Lượt xem 1.502</span>
</div><p class="mo-ta"><b>@F1@</b></p><div class="journal-content-article "
data-analytics-asset-id="1"><p style="text-align: justify;">@M0@</p><p style="text-align:
justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p style="text-align: justify;">
@L1@</p><p style="text-align:right;"><strong>Tin, ảnh: Giàng A Páo</strong></p></div></div>
</div></section>@FOOT@""",
    title="@T1@",
    date="Chủ Nhật, 05/10/2025 | 14:30",
    views="1.502",
    first="@F1@",
    last="Tin, ảnh: Giàng A Páo",
)

page(
    "joomla4",
    "joomla",
    """<meta name="generator" content="Joomla! - Open Source Content Management"><title>@T0@
</title>""",
    """@HEAD@@MENU@<div class="com-content-article item-page" itemscope><div class="page-header">
<h1 itemprop="headline">@T0@</h1></div><dl class="article-info text-muted"><dd
class="createdby"><span class="icon-user"></span>Tác giả: <span>Super User</span></dd><dd
class="published"><time datetime="2026-03-12T02:15:00+00:00">Đăng ngày: 12 Tháng 3 2026
</time></dd><dd class="hits"><span class="icon-eye"></span>Lượt xem: 77</dd></dl><div
class="com-content-article__body"><p style="text-align: justify;">@F0@</p><p
style="text-align: justify;">@M0@</p><p style="text-align: justify;">@M1@</p><p
style="text-align: justify;">@M2@</p><p style="text-align: justify;">@L0@</p></div></div>
@FOOT@""",
    title="@T0@",
    date="2026-03-12T02:15",
    views="77",
    first="@F0@",
    last="@L0@",
)

page(
    "ethnic",
    "sharepoint",
    """<title>x</title>""",
    """<form id="aspnetForm">@HEAD@@MENU@<div><span id="ctl00_newsTitle">@T2@</span><span
id="ctl00_lblDate">16:05 20/11/2025</span><div id="ctl00_newsContent">@F2@</div><div
id="divNewsDetails"><p style="text-align: justify;">@M0@</p><p style="text-align: justify;">
@M1@</p><p style="text-align: justify;">@M2@</p><p style="text-align: justify;">@L2@</p>
</div><p class="pull-right"><span>(Mùa A Sử)</span></p></div>@FOOT@</form>""",
    title="@T2@",
    date="16:05 20/11/2025",
    author="Mùa A Sử",
    first="@F2@",
    last="@L2@",
)

page(
    "english",
    "",
    """<title>@T0@</title>""",
    """@HEAD@@MENU@<div class="post-wrap"><h1>@T0@</h1><div class="meta">March 12, 2026 9:15 AM -
31 lượt xem</div><div class="post-body"><p style="text-align: justify;">@F0@</p><p
style="text-align: justify;">@M0@</p><p style="text-align: justify;">@M1@</p><p
style="text-align: justify;">@M2@</p><p style="text-align: justify;">@L0@</p></div></div>
@FOOT@""",
    title="@T0@",
    date="March 12, 2026 9:15 AM",
    views="31",
    first="@F0@",
    last="@L0@",
)

page(
    "un_contradict",
    "",
    """<title>@T1@</title><meta property="article:published_time"
content="2025-10-04T22:00:00+07:00">""",
    """@HEAD@@MENU@<main><article><h1>@T1@</h1><p class="date">05/10/2025 14:30</p><p
style="text-align: justify;">@F1@</p><p style="text-align: justify;">@M0@</p><p
style="text-align: justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p
style="text-align: justify;">@L1@</p></article></main>@FOOT@""",
    title="@T1@",
    date="05/10/2025 14:30",
    first="@F1@",
    last="@L1@",
)

page(
    "un_center",
    "",
    """<title>@T2@</title>""",
    """@HEAD@@MENU@<div id="main"><div class="title_news">@T2@</div><div class="sub">Được đăng:
20/11/2025 16:05 | Tác giả: Mùa A Sử</div><div class="detail">@F2@<br/><br/>@M0@<br/><br/>
<center><img src="a_files/x.jpg" width=500><br/><i>Cô và trò</i></center><br/>@M1@<br/><br/>
@L2@</div></div>@FOOT@""",
    title="@T2@",
    date="20/11/2025 16:05",
    author="Mùa A Sử",
    first="@F2@",
    last="@L2@",
)

page(
    "un_ddoc",
    "",
    """<title>Văn bản</title>""",
    """@HEAD@@MENU@<div class="doc"><h1>Về việc triển khai nền tảng số cho tổ công nghệ cộng đồng
</h1><div class="row"><div class="col-4">Số hiệu:</div><div class="col-8">45/UBND-VX</div>
</div><dl><dt>Số ký hiệu</dt><dd>45/UBND-VX</dd><dt>Loại văn bản</dt><dd>Công văn</dd><dt>
Cơ quan ban hành</dt><dd>UBND xã Mường Giôn</dd><dt>Người ký</dt><dd>Lò Văn Thắng</dd><dt>
Ngày ban hành</dt><dd>12/03/2026</dd></dl><a href="/f/45.pdf">Tải về</a></div>@FOOT@""",
    title="Về việc triển khai nền tảng số cho tổ công nghệ cộng đồng",
    date="12/03/2026",
    number="45/UBND-VX",
    issuer="UBND xã Mường Giôn",
    signer="Lò Văn Thắng",
)
