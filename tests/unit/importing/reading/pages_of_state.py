"""Pages of NukeViet, Liferay, SharePoint and others, with what each must give.

Words, people and places are made up. "@T0@" and the like stand for words that pages share.
"""

from __future__ import annotations

from tests.unit.importing.reading.page_parts import SavedItem, make_item

PAGES: list[SavedItem] = []


def page(name: str, system: str, head: str, body: str, **expected: str) -> None:
    PAGES.append(make_item(name, system, head, body, expected))


page(
    "nv_default",
    "nukeviet",
    """<meta name="generator" content="NukeViet v4.5"><title>@T0@</title><meta property="og:title"
content="@T0@"><meta property="article:published_time" content="2026-03-12+07:0009:15">
<meta name="description" content="x">""",
    """@HEAD@@MENU@<div class="news_column panel panel-default"
itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body"><h1 class="title
margin-bottom-lg" itemprop="headline">@T0@</h1><div class="hidden hide d-none"
itemprop="author"><span itemprop="name">Huyện Nậm Pồ</span></div><span class="hidden hide
d-none" itemprop="datePublished">2026-03-12T09:15:00+07:00</span><span class="hidden hide
d-none" itemprop="dateModified">2026-03-13T10:00:00+07:00</span><div class="row
margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ năm - 12/03/2026 09:15</span>
</div><div class="col-md-12"><ul class="list-inline text-right"><li><a href="/print">In ra
</a></li><li>Lưu bài viết này</li></ul></div></div><div class="clearfix"><div
class="hometext m-bottom" itemprop="description">@F0@</div><figure class="article left
noncaption pointer"><div style="width:183px;"><p class="text-center"><img alt="a"
src="/uploads/news/a.jpg" width="183"/></p><figcaption>Toàn cảnh</figcaption></div></figure>
<div id="imgpreview" style="display:none"><p><img alt="a" src="/uploads/news/a.jpg"
width="500"><figcaption>Toàn cảnh</figcaption></p></div></div><div id="news-bodyhtml"
class="bodytext margin-bottom-lg" itemprop="articleBody"><p style="text-align: justify;">
@M0@</p><p style="text-align: justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p
style="text-align: justify;">@L0@</p></div></div></div><div class="news_column panel"><div
class="panel-body"><p class="h5 text-right"><strong>Tác giả: </strong>Cầm Thị Hoa</p><p
class="h5 text-right"><strong>Nguồn tin: </strong>UBND xã</p></div></div><div
class="news_column panel"><div class="panel-body"><div class="h5"><strong>Tags: </strong><a
href="/tag/x">chuyển đổi số</a></div></div></div><div class="news_column panel other-news">
<p class="h3"><strong>Những tin cũ hơn</strong></p><ul class="related">@REL@</ul></div>
@FOOT@""",
    title="@T0@",
    date="2026-03-12T09:15",
    author="Cầm Thị Hoa",
    first="@F0@",
    last="@L0@",
)

page(
    "nv_dlab",
    "nukeviet",
    """<meta name="generator" content="NukeViet v4.5"><title>@T1@</title>""",
    """@HEAD@@MENU@<div class="dlab-card style-1 blog-single"
itemtype="http://schema.org/NewsArticle"><div class="dlab-media"><img src="/uploads/a.jpg"
alt="Ảnh"></div><div class="dlab-info"><div class="dlab-meta"><ul><li class="post-date"><i
class="las"></i> Ngày đăng : 05/10/2025 14:30</li><li class="post-author"><a
href="javascript:void(0);"><i></i> <strong>Tác giả: </strong>Giàng A Páo</a></li></ul></div>
<h1 class="title margin-bottom-lg" itemprop="headline">@T1@</h1><div id="news-bodyhtml"
class="bodytext"><p>@F1@</p><p>@M0@</p><p>@M1@</p><p>@M2@</p><p>@L1@</p></div></div><div
class="dlab-share-post"><div class="dlab-social-icon"><h6 class="title">Share:</h6><ul><li>
<a class="fab" href="#"></a></li></ul></div><div class="post-tags"><a href="/t">#huyện</a>
</div></div></div><div class="widget"><h4>Tin mới</h4><ul>@REL@</ul></div>@FOOT@""",
    title="@T1@",
    date="05/10/2025 14:30",
    author="Giàng A Páo",
    first="@F1@",
    last="@L1@",
)

page(
    "nv_print",
    "nukeviet",
    """<title>@T2@</title><meta name="robots" content="noindex">""",
    """<div id="print"><div id="hd_print"><h2 class="pull-left">Trường Tà Xùa</h2><p
class="pull-right"><a href="http://taxua.edu.vn">http://taxua.edu.vn</a></p></div><div
class="clear"></div><hr /><div id="content"><h1>@T2@</h1><ul class="list-inline"><li>Thứ
năm - 20/11/2025 16:05</li><li class="hidden-print txtrequired"><em class="fa fa-print">
</em><a title="In ra" href="javascript:;" onclick="window.print()">In ra</a></li></ul><div
class="clear"></div><div id="hometext">@F2@</div><div class="imghome"><img alt="x"
src="/uploads/b.jpg" width="460" class="img-thumbnail"/><p><em>Cô trò nhà trường</em></p>
</div><div class="clear"></div><div id="bodytext" class="clearfix"><p style="text-align:
justify;">@M0@</p><p style="text-align: justify;">@M1@</p><p style="text-align: justify;">
@M2@</p><p style="text-align: justify;">@L2@</p></div><div id="author"><p><strong>Tác giả:
</strong>Ban Giám hiệu</p><p><strong>Nguồn tin: </strong>Trường Tà Xùa</p></div></div><div
id="footer" class="clearfix"><div id="url"><strong>URL của bản tin này: </strong><a
href="x">http://taxua.edu.vn/news/a-12.html</a></div><div class="clear"></div><div
class="copyright">&copy; Trường Tà Xùa</div></div></div>""",
    title="@T2@",
    date="20/11/2025 16:05",
    author="Ban Giám hiệu",
    first="@F2@",
    last="@L2@",
)

page(
    "nv_laws",
    "nukeviet",
    """<meta name="generator" content="NukeViet v4.5"><title>Kế hoạch 12</title>""",
    """@HEAD@@MENU@<h1 class="lawh3">Kế hoạch số 12/KH-UBND về chuyển đổi số năm 2026</h1><table
class="table"><tbody><tr class="hoatim"><td style="width:200px" class="text-right">Số kí
hiệu</td><td>12/KH-UBND</td></tr><tr><td>Ngày ban hành</td><td>12/03/2026</td></tr><tr><td>
Ngày bắt đầu hiệu lực</td><td>12/03/2026</td></tr><tr><td>Thể loại</td><td><a href="x">Kế
hoạch</a></td></tr><tr><td>Lĩnh vực</td><td><a>Chuyển đổi số</a></td></tr><tr><td>Cơ quan
ban hành</td><td><a>UBND xã Mường Giôn</a></td></tr><tr><td>Người ký</td><td><a>Lò Văn Thắng
</a></td></tr></tbody></table><div class="laws-download-file"><h3>File đính kèm</h3><ul><li>
<a href="/laws/download/12">ke-hoach-12.pdf</a></li></ul></div><div class="laws-other"><h3>
Các văn bản cùng thể loại</h3><table><tr><th>Số kí hiệu</th><th>Ngày ban hành</th><th>Trích
yếu</th></tr><tr><td>11/KH-UBND</td><td>01/02/2026</td><td>Kế hoạch khác</td></tr></table>
</div>@FOOT@""",
    title="Kế hoạch số 12/KH-UBND về chuyển đổi số năm 2026",
    date="12/03/2026",
    number="12/KH-UBND",
    issuer="UBND xã Mường Giôn",
    signer="Lò Văn Thắng",
)

page(
    "lf_cms",
    "liferay",
    """<title>@T0@ - Cổng thông tin</title><script>var Liferay = Liferay || {};</script>""",
    """@HEAD@@MENU@<div id="column-1" class="aui-w70 portlet-column"><div class="portlet-boundary
portlet-boundary_101_ portlet-asset-publisher" id="p_p_id_101_INSTANCE_ab12_"><span
id="p_101_INSTANCE_ab12"></span><div class="portlet-body"><div class="header-title"><span>
@T0@</span></div><div class="info"><span class="cms-publish-date">12/03/2026 | 09:15</span>
<span class="sep">|</span><span class="cms-view-count">cms-view-count: 310</span></div><div
class="tools"><a href="#">Đọc bài viết</a></div><div class="journal-content-article"><h2>
@F0@</h2><h2>@M0@</h2><h2>@M1@</h2><h2>@M2@</h2><h2>@L0@</h2><p style="text-align:right">
<em>Cầm Hoa</em></p></div></div></div></div><div class="journal-content-article"
id="article_footer"><p>Trụ sở: bản Giôn. Điện thoại: 0212 000 000. Chịu trách nhiệm: Văn
phòng UBND xã Mường Giôn.</p></div>@FOOT@""",
    title="@T0@",
    date="12/03/2026 | 09:15",
    views="310",
    first="@F0@",
    last="Cầm Hoa",
)

page(
    "lf_ecoit",
    "liferay-ecoit",
    """<title>@T1@</title>""",
    """@HEAD@@MENU@<div id="p_p_id_CmsViewEcoIT_WAR_CmsViewEcoITportlet_" class="portlet-boundary">
<article><h1>@T1@</h1><p>05/10/2025 lúc 14:30 (GMT)</p><div id="change_font_size"><p>
<strong>@F1@</strong></p></div><div id="contentnews"><div style="text-align:justify">@M0@
</div><div style="text-align:justify">@M1@</div><div style="text-align:justify">@L1@</div>
</div><div class="author"><p><strong>Giàng A Páo</strong></p></div></article></div>@FOOT@""",
    title="@T1@",
    date="05/10/2025 lúc 14:30",
    first="@F1@",
    last="@L1@",
)

page(
    "lf_vnpt",
    "vnpt",
    """<title>Chi tiết tin</title>""",
    """@HEAD@@MENU@<div id="p_p_id_vnpteportal_WAR_vnpteportalportlet_"><div id="testabc"><div><h1>
@T0@</h1><p class="ngay">Thứ năm, 12/03/2026, 09:15</p></div><p><strong>@F0@</strong></p>
<div class="a"></div><div class="noidung"><p style="text-align: justify;">@M0@</p><p
style="text-align: justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p
style="text-align: justify;">@L0@</p></div></div></div>@FOOT@""",
    title="@T0@",
    date="Thứ năm, 12/03/2026, 09:15",
    first="@F0@",
    last="@L0@",
)

page(
    "sp_a",
    "sharepoint",
    """<meta name="GENERATOR" content="Microsoft SharePoint"><title>Trang chi tiết</title>""",
    """<form id="aspnetForm">@HEAD@@MENU@<div id="ctl00_SPWebPartManager1_g_1"><div
id="divArticleDescription3"><h1 class="News_Detail_Title">@T1@</h1></div><div
id="ctl00_SPWebPartManager1_g_1_ctl00_pnHide"><span class="News_Time_Post">Thứ hai,
05/10/2025 14:30 GMT+7 |</span></div><div id="divArticleDescription1"><p>@F1@</p></div><div
id="divArticleDescription2"><p><span><span>@M0@</span></span></p><p><span><span>@M1@</span>
</span></p><p><span>@L1@</span></p></div><div id="ctl00_pnNguontin"><p><font>Phòng Nội vụ
</font></p></div><div class="News_Other"><div>Tin liên quan</div><ul>@REL@</ul></div></div>
@FOOT@</form>""",
    title="@T1@",
    date="05/10/2025 14:30",
    first="@F1@",
    last="@L1@",
)

page(
    "sp_b",
    "sharepoint",
    """<meta name="GENERATOR" content="Microsoft SharePoint"><title>@T0@</title>""",
    """<form id="aspnetForm">@HEAD@@MENU@<div id="news_content"><h1>@T0@</h1><div
class="date-detail"><span>12/03/2026 14:05 PM</span> <a>Xem cỡ chữ</a> <a>Đọc bài viết</a>
<a>In trang</a></div><div id="divArticleDescription" style="font-weight:bold">@F0@</div>
<div id="divArticleContent"><p style="text-align: justify;">@M0@</p><p style="text-align:
justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p style="text-align: justify;">
@L0@</p><p style="text-align:right"><em>Trang Lê</em></p><p style="text-align:right"><em>
Lượt xem: 87</em></p></div></div>@FOOT@</form>""",
    title="@T0@",
    date="12/03/2026 14:05 PM",
    views="87",
    first="@F0@",
    last="Trang Lê",
)

page(
    "sp_edu",
    "sharepoint",
    """<meta name="GENERATOR" content="Microsoft SharePoint"><title>Tin</title>""",
    """<form id="aspnetForm">@HEAD@@MENU@<div id="ctl00_ctl24_g_6da"><div>x</div><div><div><div>
<div id="news-title">@T2@</div><p><span>20/11/2025</span><span> | </span><span>Lượt xem: 512
</span></p><div id="news-des">@F2@</div></div><div id="news-detail"><div><p>@M0@</p><p>@M1@
</p><p>@M2@</p><p>@L2@</p></div></div></div></div></div>@FOOT@</form>""",
    title="@T2@",
    date="20/11/2025",
    views="512",
    first="@F2@",
    last="@L2@",
)

page(
    "sp_vbpl",
    "sharepoint",
    """<meta name="GENERATOR" content="Microsoft SharePoint"><title>Trung ương</title>""",
    """<form id="aspnetForm">@MENU@<div class="box-container"><div class="box-map"><ul><li><a
href="/">CSDL quốc gia về VBPL</a><span> » </span></li></ul></div><div class="header"><ul>
<li><a href="x"><span><b>Toàn văn</b></span></a></li><li><a>Bản in</a></li></ul></div><div
class="content"><div class="fulltext"><div class="vbInfo"><ul><li class="red"><span>Hiệu
lực: </span>Còn hiệu lực</li><li class="green"><span>Ngày có hiệu lực: </span>01/04/2026
</li></ul></div><div class="vbProperties"><table cellpadding="0px" border="none"><tbody><tr>
<td colspan="4" class="title">Quy chế làm việc của Ban Chỉ đạo</td></tr><tr><td
class="label">Số ký hiệu</td><td>07/2026/QĐ-UBND</td><td class="label">Ngày ban hành</td>
<td>12/03/2026</td></tr><tr><td class="label">Loại văn bản</td><td><a>Quyết định</a></td>
<td class="label">Ngày có hiệu lực</td><td>01/04/2026</td></tr><tr><td class="label">Nguồn
thu thập</td><td>Công báo số 12</td><td class="label">Ngày đăng công báo</td><td>31/03/2026
</td></tr><tr><td class="label">Cơ quan ban hành/ Chức danh / Người ký</td><td><a>UBND tỉnh
Sơn La</a></td><td>Phó Chủ tịch</td><td>Lò Minh Tấn</td></tr></tbody></table></div></div>
</div></div><div id="divShowDialogDownload" style="display: none"><ul class="fileAttack">
<li><span><a
href="javascript:downloadfile('07.doc','/TW/Lists/vbpq/Attachments/9/07.doc');"> 07.doc</a>
</span></li></ul></div></form>""",
    title="Quy chế làm việc của Ban Chỉ đạo",
    date="12/03/2026",
    number="07/2026/QĐ-UBND",
    issuer="UBND tỉnh Sơn La",
    signer="Lò Minh Tấn",
)

page(
    "sp_e",
    "sharepoint",
    """<meta name="GENERATOR" content="Microsoft SharePoint"><title>Chi tiết</title>""",
    """<form id="aspnetForm">@HEAD@@MENU@<div class="path"><a>Tin tức</a> &gt; <a>Hoạt động</a>
</div><div class="newsdetail"><div class="title">@T1@</div><div class="date">5/10/2025 8:5
</div><div class="intro"><b>@F1@</b></div><div class="ms-rtestate-field"><div
style="text-align:center"><img src="/Images/c.jpg" width="500"></div><div class="comment">
Quang cảnh buổi làm việc</div><p style="text-align: justify;">@M0@</p><p style="text-align:
justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p style="text-align: justify;">
@L1@</p><p style="text-align:right"><b>Giàng A Páo</b></p><p>(Nguồn: Cổng huyện)</p></div>
<div><b>Tài liệu kèm theo:</b> <a href="/Docs/bc.docx">bc.docx</a></div></div>@FOOT@</form>""",
    title="@T1@",
    date="5/10/2025 8:5",
    first="@F1@",
    last="(Nguồn: Cổng huyện)",
)

page(
    "dnn",
    "dotnetnuke",
    """<title>Chi tiết</title>""",
    """<form id="Form">@HEAD@@MENU@<div id="dnn_ContentPane"><div id="dnn_ctr512_View_x"><div
id="news_details"><div></div><div><div><div><h1>@T0@</h1><div><p>Cập nhật: 12/03/2026 09:15
</p></div></div></div></div><div id="show_description">@F0@</div><div id="show_content">@M0@
<br><br>@M1@<br><br>@L0@<br><br><b>Cầm Hoa</b></div></div></div></div>@FOOT@</form>""",
    title="@T0@",
    date="12/03/2026 09:15",
    first="@F0@",
    last="Cầm Hoa",
)

page(
    "mojo",
    "mojoportal",
    """<title>@T1@</title>""",
    """<form>@HEAD@@MENU@<div class="article-detail"><h2 class="articletitle">@T1@</h2><div
class="width100 info-article-more"><div class="left-article-more"><img
src="/Data/Images/special/post-clock.png"><span class="left-article-more-container">Chủ
Nhật, 05/10/2025, 14:30 (GMT+7)<span>|&nbsp;<span>Đã xem </span><span class="texthit">12
</span></span></span></div><div class="pull-right"><span class="cms-tuongphan ng-binding">
Tương phản: </span><a href="javascript:;"><img src="/Data/Images/icon-contrast2.png"></a>
</div></div><div class="sapo">@F1@</div><ul class="ulActiveReference">@REL@</ul><div
id="article_text"><p style="text-align: justify;">@M0@</p><p style="text-align: justify;">
@M1@</p><p style="text-align: justify;">@M2@</p><p style="text-align: justify;">@L1@</p>
</div><div class="article-author">admin</div><div class="article-file"><a
href="/Data/File/bc.pdf">Báo cáo</a></div></div>@FOOT@</form>""",
    title="@T1@",
    date="Chủ Nhật, 05/10/2025, 14:30",
    views="12",
    first="@F1@",
    last="@L1@",
)

page(
    "cp_new",
    "chinhphu",
    """<title>@T0@</title><meta property="og:title" content="@T0@"><meta name="author"
content="baochinhphu.vn"><meta property="article:published_time"
content="2026-03-12T09:15:00+07:00">""",
    """@HEAD@@MENU@<div class="detail-container"><div class="detail-cate"><a href="/x">Thời sự</a>
</div><h1 class="detail-title" data-role="title">@T0@</h1><div class="detail-time"><div
data-role="publishdate">12/03/2026 09:15</div></div><h2 class="detail-sapo"
data-role="sapo">(Chinhphu.vn) - @F0@</h2><div class="detail-cmain"><div
class="detail-content afcbc-body" data-role="content"><p>@M0@</p><div
class="VCSortableInPreviewMode" type="Photo"><div><img
src="https://bcp.cdnchinhphu.vn/a.jpg" width="730" height="486"></div><figcaption
class="PhotoCMS_Caption"><p>Quang cảnh cuộc họp - Ảnh: VGP/N.A</p></figcaption></div><div
class="VCSortableInPreviewMode" type="RelatedOneNews"><div class="detail-relate"><a
href="/b.htm">Sơn La đẩy mạnh chuyển đổi số ở các bản vùng cao</a></div></div><p>@M1@</p><p>
@L0@</p><div class="detail-author"><p style="text-align:right"><b>Cầm Hoa</b></p></div>
</div></div><div class="detail-comment">Bình luận 12:05</div></div>@FOOT@""",
    title="@T0@",
    date="12/03/2026 09:15",
    author="Cầm Hoa",
    first="(Chinhphu.vn) - @F0@",
    last="@L0@",
)

page(
    "cp_old",
    "chinhphu",
    """<title>@T1@</title>""",
    """@HEAD@@MENU@<div class="article"><div class="article-header"><h1>@T1@</h1><p class="meta">
14:30, 05/10/2025</p><div class="summary">(Chinhphu.vn) – @F1@</div></div><div
class="article-avatar"><p><img src="/Uploaded/a/2025_10_05/a.jpg"></p><p>Quang cảnh - Ảnh:
N.A</p></div><div class="article-body cmscontents"><p style="text-align: justify;">@M0@</p>
<p style="text-align: justify;">@M1@</p><p style="text-align: justify;">@M2@</p><p
style="text-align: justify;">@L1@</p><p class="author">Giàng A Páo</p></div></div><div
class="tinlienquan"><ul>@REL@</ul></div>@FOOT@""",
    title="@T1@",
    date="14:30, 05/10/2025",
    author="Giàng A Páo",
    first="(Chinhphu.vn) – @F1@",
    last="@L1@",
)
