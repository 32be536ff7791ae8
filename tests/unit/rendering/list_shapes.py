"""Lists as clerks type them, each with the nesting that a reader of the paper would see.

The outline: "p" paragraph, "h2" heading, "hr", "table", "pre", "quote(…)"; "[…]" a list, its items
by their printed marks ("-" for any bullet), in parentheses what an item holds besides its text.
"""

from __future__ import annotations

# Numbers, other marks, bold ones, lists right under a line, what is no list, levels by kind and by
# indentation, what stands between items.
SHAPES: tuple[tuple[str, str], ...] = (
    ("Kết luận:\n\n1. Sở Y tế rà soát.\n\n2. Sở Nội vụ báo cáo.", "p [1. 2.]"),
    ("1. Sở Y tế.\n\n3. Sở Nội vụ.\n\n5. Sở Tư pháp.", "[1. 3. 5.]"),
    ("1. một\n3. ba\n5. năm", "[1. 3. 5.]"),
    ("4. Sở Y tế rà soát.\n5. Sở Nội vụ báo cáo.", "[4. 5.]"),
    ("9. Sở Y tế.\n10. Sở Nội vụ.\n11. Sở Tư pháp.", "[9. 10. 11.]"),
    ("1.Sở Y tế rà soát.\n\n2.Sở Nội vụ báo cáo.", "[1. 2.]"),
    ("1.\u00a0Sở Y tế rà soát.\n\n2.\u00a0Sở Nội vụ báo cáo.", "[1. 2.]"),
    ("1.\tSở Y tế rà soát.\n\n2.\tSở Nội vụ báo cáo.", "[1. 2.]"),
    (" 1. Sở Y tế rà soát.\n\n 2. Sở Nội vụ báo cáo.", "[1. 2.]"),
    ("   1. Sở Y tế rà soát.\n2. Sở Nội vụ báo cáo.\n  3. Sở Tư pháp.", "[1. 2. 3.]"),
    ("01. Sở Y tế rà soát.\n02. Sở Nội vụ báo cáo.", "[01. 02.]"),
    ("1. Sở Y tế.\n\n1. Sở Nội vụ.", "[1. 1.]"),
    ("1. Sở Y tế.\n2.\n3. Sở Nội vụ.", "[1. 2. 3.]"),
    ("Số\n1.", "p"),
    ("1) Sở Y tế rà soát.\n2) Sở Nội vụ báo cáo.", "[1) 2)]"),
    ("1/ Sở Y tế rà soát.\n\n2/ Sở Nội vụ báo cáo.", "[1/ 2/]"),
    ("(1) Rà soát số liệu.\n\n(2) Báo cáo kết quả.", "[(1) (2)]"),
    ("(a) rà soát;\n(b) báo cáo.", "[(a) (b)]"),
    (
        "a) rà soát;\nb) báo cáo;\nc) công khai;\nd) lưu hồ sơ;\nđ) niêm yết;\ne) theo dõi.",
        "[a) b) c) d) đ) e)]",
    ),
    ("a. Sở Y tế rà soát.\n\nb. Sở Nội vụ báo cáo.", "[a. b.]"),
    ("I. Về y tế\n\nII. Về giáo dục\n\nIII. Về nội vụ", "[I. II. III.]"),
    ("I) Về y tế\n\nII) Về giáo dục", "[I) II)]"),
    ("1.1. Mục tiêu chung\n\n1.2. Mục tiêu riêng", "[1.1. 1.2.]"),
    ("1.1 Mục tiêu chung\n1.2 Mục tiêu riêng", "[1.1 1.2]"),
    ("Yêu cầu:\n• đúng hạn;\n• đúng mẫu.", "p [- -]"),
    ("Yêu cầu:\n– đúng hạn;\n– đúng mẫu.", "p [- -]"),
    ("Yêu cầu:\n\n+ đúng hạn;\n\n+ đúng mẫu.", "p [- -]"),
    ("* đúng hạn;\n* đúng mẫu.", "[- -]"),
    ("- đúng hạn;\n– đúng mẫu;\n- đủ chữ ký.", "[- - -]"),
    ("**1.** Sở Y tế rà soát.\n\n**2.** Sở Nội vụ báo cáo.", "[1. 2.]"),
    ("**1. Về y tế**\n\n**2. Về giáo dục**", "[1. 2.]"),
    ("**1. Sở Y tế:** rà soát.\n**2. Sở Nội vụ:** báo cáo.", "[1. 2.]"),
    (
        "**I. KẾT QUẢ**\n\n1. Y tế.\n\n2. Giáo dục.\n\n**II. NHIỆM VỤ**\n\n1. Nội vụ.",
        "[I.([1. 2.]) II.([1.])]",
    ),
    ("**a)** rà soát;\n\n**b)** báo cáo.", "[a) b)]"),
    (
        "**I. KẾT QUẢ**\n\nNăm qua đạt chỉ tiêu.\n\n**II. NHIỆM VỤ**\n\nNăm tới làm tiếp.",
        "[I.] p [II.] p",
    ),
    ("**1. **Sở Y tế rà soát.\n\n**2. **Sở Nội vụ báo cáo.", "[1. 2.]"),
    ("Chủ tịch kết luận:\n1. Sở Y tế rà soát.\n2. Sở Nội vụ báo cáo.", "p [1. 2.]"),
    ("Chủ tịch kết luận:\na) rà soát;\nb) báo cáo.", "p [a) b)]"),
    ("Yêu cầu các sở:\n- rà soát;\n- báo cáo.", "p [- -]"),
    ("Chủ tịch có ý kiến như sau.\n1. Sở Y tế rà soát.\n2. Sở Nội vụ báo cáo.", "p [1. 2.]"),
    ("**Nhiệm vụ chung**\n1. Sở Y tế rà soát.\n2. Sở Nội vụ báo cáo.", "p [1. 2.]"),
    ("**Kết luận:**\n1. Sở Y tế rà soát.", "p [1.]"),
    ("Về y tế\n- Rà soát trạm y tế.\n- Báo cáo kết quả.", "p [- -]"),
    ("Tổ chức họp\nvà kết luận:\n\n1. Sở Y tế\nrà soát\n2. Sở Nội vụ", "p [1. 2.]"),
    ("Nhiệm vụ của giai đoạn 2020\n- 2025 là rà soát.", "p"),
    ("Các sở báo cáo vào quý\n1. năm sau sẽ tổng kết.", "p"),
    ("2025. Theo kế hoạch, các sở báo cáo.", "p"),
    (
        "1. Sở Y tế báo cáo trong năm\n2025. Theo kế hoạch, xong trong quý I.\n2. Sở Nội vụ.",
        "[1. 2.]",
    ),
    ("Toàn tỉnh có\n1.250 người được hỗ trợ.", "p"),
    ("12.5% số xã đạt chuẩn.", "p"),
    ("3.A là ký hiệu của phòng họp.", "p"),
    ("A. Nguyễn phát biểu.", "p"),
    ("TP. Hồ Chí Minh báo cáo.", "p"),
    ("M.L đưa tin.", "p"),
    ("V. I. Lênin viết.", "p"),
    ("Giao Sở Lao động\n- Thương binh và Xã hội báo cáo.", "p"),
    ("1. Giao Sở Lao động\n   - Thương binh và Xã hội báo cáo.\n\n2. Giao Sở Y tế.", "[1. 2.]"),
    ("a. rà soát là việc đầu.", "p"),
    ("\u0661. một\n\u0662. hai", "p"),
    ("– Ông nói vậy rồi thôi.", "p"),
    ("[1]: https://tinh.example\n\nXem [1].", "p"),
    ("405/TB-VP.UBND là số văn bản.", "p"),
    ("25.10.2021 là ngày họp.", "p"),
    ("1.5 triệu người hưởng lợi.", "p"),
    ("1. Sở Y tế:\na) rà soát;\nb) báo cáo.\n2. Sở Tài chính.", "[1.([a) b)]) 2.]"),
    ("1. Sở Y tế:\n\na) rà soát;\n\nb) báo cáo.\n\n2. Sở Tài chính.", "[1.([a) b)]) 2.]"),
    ("- rà soát:\n+ trạm y tế;\n+ trường học;\n- báo cáo.", "[-([- -]) -]"),
    (
        "I. Về y tế\n\n1. Rà soát.\n\n2. Báo cáo.\n\nII. Về giáo dục\n\n1. Rà soát.",
        "[I.([1. 2.]) II.([1.])]",
    ),
    (
        "I. Về y tế\n1. Rà soát.\n2. Báo cáo.\nII. Về giáo dục\n1. Rà soát.",
        "[I.([1. 2.]) II.([1.])]",
    ),
    (
        "1. Mục tiêu\n\n1.1. Chung\n\n1.2. Riêng\n\n2. Yêu cầu\n\n2.1. Đúng hạn",
        "[1.([1.1. 1.2.]) 2.([2.1.])]",
    ),
    (
        "1. Mục tiêu\n\n1.1. Chung\n\n1.1.1. Về y tế\n\n1.1.2. Về giáo dục\n\n1.2. Riêng",
        "[1.([1.1.([1.1.1. 1.1.2.]) 1.2.])]",
    ),
    (
        "I. Phần một\n\n1. Mục tiêu\n\n1.1. Chung\n\na) Y tế:\n\n- trạm;\n\n+ xã;\n\n"
        "+ phường;\n\n- viện.\n\nb) Giáo dục.\n\n2. Yêu cầu",
        "[I.([1.([1.1.([a)([-([- -]) -]) b)])]) 2.])]",
    ),
    ("a) Sở Y tế:\n- rà soát;\n- báo cáo.\nb) Sở Nội vụ:\n- theo dõi.", "[a)([- -]) b)([-])]"),
    ("a) Sở Y tế:\n1) rà soát;\n2) báo cáo.\nb) Sở Nội vụ.", "[a)([1) 2)]) b)]"),
    ("1) Sở Y tế:\na) rà soát;\nb) báo cáo.\n2) Sở Nội vụ.", "[1)([a) b)]) 2)]"),
    ("a) Sở Y tế:\na1) rà soát;\na2) báo cáo.\nb) Sở Nội vụ.", "[a)([a1) a2)]) b)]"),
    ("1. Sở Y tế thực hiện:\n- rà soát;\n- báo cáo.\n2. Sở Nội vụ.", "[1.([- -]) 2.]"),
    ("1. Sở Y tế\n\n- rà soát;\n\n- báo cáo.\n\n2. Sở Nội vụ", "[1.([- -]) 2.]"),
    ("a) rà soát;\n\nb) báo cáo.\n\n1. Sở Y tế\n\n2. Sở Nội vụ", "[a) b)] [1. 2.]"),
    (
        "1. Sở Y tế:\n   - rà soát;\n   - báo cáo.\n2. Sở Nội vụ:\n  - theo dõi.",
        "[1.([- -]) 2.([-])]",
    ),
    ("1. Sở Y tế:\n  1. rà soát;\n  2. báo cáo.\n2. Sở Nội vụ.", "[1.([1. 2.]) 2.]"),
    ("- y tế\n  - trạm\n    - xã\n  - viện\n- giáo dục", "[-([-([-]) -]) -]"),
    ("- y tế\n    - trạm\n        - xã\n    - viện\n- giáo dục", "[-([-([-]) -]) -]"),
    ("1. Sở Y tế:\n\ta) rà soát;\n\tb) báo cáo.\n2. Sở Nội vụ.", "[1.([a) b)]) 2.]"),
    ("1. Sở Y tế:\n\n    a) rà soát;\n\n    b) báo cáo.\n\n2. Sở Nội vụ.", "[1.([a) b)]) 2.]"),
    ("1. Sở Y tế:\n\n   - rà soát;\n\n   - báo cáo.\n\n2. Sở Nội vụ.", "[1.([- -]) 2.]"),
    ("- Các sở:\n  1. Y tế\n  2. Nội vụ\n- Các huyện", "[-([1. 2.]) -]"),
    ("1. Sở Y tế rà soát.\n\n   Báo cáo trước ngày 5.\n\n2. Sở Nội vụ.", "[1.(p) 2.]"),
    ("1. Sở Y tế rà soát.\n\nCác sở khác phối hợp.\n\n2. Sở Nội vụ.", "[1.] p [2.]"),
    ("1. Sở Y tế\n   rà soát\n  và báo cáo.\n2. Sở Nội vụ\nphối hợp.", "[1. 2.]"),
    ("1. Số liệu:\n\n    | A | B |\n    |---|---|\n    | 1 | 2 |\n\n2. Hết.", "[1.(table) 2.]"),
    ("1. Số liệu:\n\n   | A | B |\n   |---|---|\n   | 1 | 2 |\n\n2. Hết.", "[1.(table) 2.]"),
    ("1. Sở Y tế.\n\n# Phần hai\n\n2. Sở Nội vụ.", "[1.] h2 [2.]"),
    ("1. Sở Y tế.\n\n---\n\n2. Sở Nội vụ.", "[1.] hr [2.]"),
    ("> Chủ tịch nói:\n>\n> 1. Rà soát.\n> 2. Báo cáo.", "quote(p [1. 2.])"),
    ("Mã:\n\n    1. không phải mục\n    2. là mã", "p pre"),
    ("1. Lệnh:\n\n        chép tệp\n\n2. Hết.", "[1.(pre) 2.]"),
    ("Đoạn đầu.\n\n- một\n\nĐoạn giữa.\n\n- hai", "p [-] p [-]"),
    ("1. a) Sở Y tế rà soát;\nb) Sở Nội vụ báo cáo.\n2. Hết.", "[1.([a) b)]) 2.]"),
    ("1. - rà soát\n   - báo cáo\n2. Hết", "[1.([- -]) 2.]"),
    (
        "I. Một\n\nĐoạn.\n\nII. Hai\n\nĐoạn.\n\nIII. Ba\n\nĐoạn.\n\nIV. Bốn\n\n"
        "Đoạn.\n\nV. Tổ chức thực hiện\n\nĐoạn.",
        "[I.] p [II.] p [III.] p [IV.] p [V.] p",
    ),
    (
        '1. Sở Y tế:\n   {: due="2013-12-31" }\n   a) rà soát;\n   b) báo cáo.\n\n2. Hết.',
        "[1.([a) b)]) 2.]",
    ),
    (
        "Điều 1. Phê duyệt kế hoạch:\n1. Mục tiêu: giảm nghèo.\n2. Kinh phí: 2 tỷ.\n\n"
        "Điều 2. Giao Sở Y tế.",
        "p [1. 2.] p",
    ),
)

# Long and careless texts, and what only resembles a list.
CARELESS: tuple[tuple[str, str], ...] = (
    (
        "THÔNG BÁO\n\nSau khi nghe báo cáo, Phó Chủ tịch kết luận như sau:\n\n"
        "**I. Đánh giá chung**\n\nCác đơn vị đã cố gắng.\n\n**II. Nhiệm vụ**\n\n"
        "**1. Sở Y tế**\n\na) Rà soát.\n\nb) Báo cáo.\n\n**2. Sở Tài chính**\n\n"
        "- Cân đối vốn.\n\n- Trình UBND tỉnh.\n\nGiao Văn phòng theo dõi.",
        "p p [I.] p [II.([1.([a) b)]) 2.([- -])])] p",
    ),
    (
        "Kết luận:\n"
        "1. Sở Y tế rà soát các trạm y tế xã, phường trên địa bàn tỉnh trong quý\n"
        "IV năm nay.\n2. Sở Nội vụ.",
        "p [1. 2.]",
    ),
    (
        "1. Sở Y tế phối hợp với Sở Nội vụ, Sở Tài chính và các huyện rà soát "
        "biên chế của ngành trước ngày\n30. Sau đó báo cáo.\n2. Hết.",
        "[1. 2.]",
    ),
    ("1. Sở Y tế rà soát;\n2. Sở Nội vụ báo cáo;\n4. Sở Tư pháp thẩm định.", "[1. 2. 4.]"),
    ("10. Sở Y tế.\n\n11. Sở Nội vụ.\n\n13. Sở Tư pháp.", "[10. 11. 13.]"),
    (
        "Thành phần dự họp:\n- Ông Nguyễn Văn A, Giám đốc;\n"
        "- Bà Trần Thị B, Phó Giám đốc;\n- Đại diện các sở.",
        "p [- - -]",
    ),
    ("Thành phần:\n\n- Ông A – Giám đốc\n- Bà B – Phó Giám đốc", "p [- -]"),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "p [- -]"),
    ("1. Phát triển kinh tế\n- xã hội của tỉnh.\n2. Quốc phòng\n- an ninh.", "[1. 2.]"),
    ("Đến năm 2025, tỉnh phấn đấu:\n+ 100% xã đạt chuẩn.\n+ 80% hộ dùng nước sạch.", "p [- -]"),
    ("1. Chỉ tiêu:\n- Năm 2024: 50%;\n- Năm 2025: 60%.\n2. Giải pháp.", "[1.([- -]) 2.]"),
    ("a) Sở Y tế; b) Sở Nội vụ; c) Sở Tư pháp.", "[a)]"),
    ("Các sở: a) Sở Y tế; b) Sở Nội vụ.", "p"),
    (
        "1. Sở Y tế\n\n1.1. Rà soát\n\na) Trạm y tế\n\nb) Bệnh viện\n\n1.2. Báo cáo\n\n"
        "2. Sở Nội vụ",
        "[1.([1.1.([a) b)]) 1.2.]) 2.]",
    ),
    ("1.1. Rà soát\n- trạm;\n- viện.\n1.2. Báo cáo\n2. Sở Nội vụ", "[1.1.([- -]) 1.2.] [2.]"),
    (
        "Phần I. Mở đầu\n\nChương 1. Quy định chung\n\nĐiều 1. Phạm vi\n\n"
        "1. Quy chế này quy định.\n\n2. Quy chế này áp dụng.",
        "p p p [1. 2.]",
    ),
    (
        "Điều 2. Nhiệm vụ\n1. Rà soát.\n2. Báo cáo:\na) hằng quý;\nb) hằng năm.\nĐiều 3. Hiệu lực",
        "p [1. 2.([a) b)])]",
    ),
    (
        "I. KẾT QUẢ:\n1. Y tế:\n- Trạm y tế xã được nâng cấp.\n- Bệnh viện được sửa.\n"
        "2. Giáo dục:\n- Trường học.\nII. NHIỆM VỤ:\n1. Y tế.\n2. Giáo dục.",
        "[I.([1.([- -]) 2.([-])]) II.([1. 2.])]",
    ),
    ("1/. Sở Y tế.\n\n2/. Sở Nội vụ.", "p p"),
    ("1) Sở Y tế.\n\n   a) rà soát;\n\n   b) báo cáo.\n\n2) Sở Nội vụ.", "[1)([a) b)]) 2)]"),
    ("- Sở Y tế:\n\n  Rà soát trạm.\n\n  + xã;\n\n  + phường.\n\n- Sở Nội vụ.", "[-(p [- -]) -]"),
    ("1. Sở Y tế.\n\n  2. Sở Nội vụ.\n\n 3. Sở Tư pháp.", "[1. 2. 3.]"),
    (
        "*Về y tế*\n1. Rà soát.\n2. Báo cáo.\n\n*Về giáo dục*\n3. Rà soát.\n4. Báo cáo.",
        "p [1. 2.] p",
    ),
    (
        "1. Sở Y tế:\n\n    - rà soát:\n\n        + trạm;\n\n        + viện.\n\n"
        "    - báo cáo.\n\n2. Hết.",
        "[1.([-([- -]) -]) 2.]",
    ),
    (
        "a) Việc một;\n\nb) Việc hai.\n\nCác sở thực hiện:\n\na) Việc ba;\n\nb) Việc bốn.",
        "[a) b)] p [a) b)]",
    ),
    ("- một\n\n\n- hai", "[- -]"),
    ("g) gì đó;\nh) hai;\ni) ba;\nk) bốn;\nl) năm.", "[g) h) i) k) l)]"),
    ("a) A;\nb) B;\nc) C;\nd) D;\ne) E;\nf) F;\ng) G.", "[a) b) c) d) e) f) g)]"),
    ("1. Ông A\n2. Bà B\n3. Ông C", "[1. 2. 3.]"),
    ("Danh sách khen thưởng\n1. Ông A\n2. Bà B", "p [1. 2.]"),
    ("Họp lúc\n8. giờ sáng", "p"),
    ("Theo Nghị quyết số\n1. Sở Y tế báo cáo.", "p"),
    ("Tổng thu 1\n- 2 tỷ đồng.", "p"),
    ("1. Thu ngân sách giai đoạn 2021\n   - 2025 tăng.\n2. Chi.", "[1. 2.]"),
    ("**Kết luận:** Sở Y tế:\n\n**-** rà soát", "p p"),
    ("**1.1. Mục tiêu**\n\n**1.2. Yêu cầu**", "[1.1. 1.2.]"),
    ("__1. Mục tiêu__\n\n__2. Yêu cầu__", "[1. 2.]"),
    ("***1. Mục tiêu***\n\n***2. Yêu cầu***", "[1. 2.]"),
    ("**1. Sở Y tế, Sở Nội vụ, Sở Tài chính\nvà các huyện**\n\n**2. Các xã**", "[1. 2.]"),
    ("1. Sở Y tế:\n| A | B |\n|---|---|\n| 1 | 2 |", "[1.]"),
    ("1. Sở Y tế.[^1]\n\n2. Sở Nội vụ.\n\n[^1]: Theo báo cáo.", "[1. 2.] hr [1.]"),
    ("1. Sở Y tế\n> trích lời\n\n2. Sở Nội vụ", "[1.(quote(p)) 2.]"),
    ("<div>\n1. một\n2. hai\n</div>\n\n1. ba", "[1.]"),
    ("1. Sở Y tế\n\n<!-- ghi chú -->\n\n2. Sở Nội vụ", "[1.] [2.]"),
    ("I. Nguyễn Văn A\n\nII. Trần Thị B", "[I. II.]"),
    ("V. Tổ chức thực hiện", "p"),
    ("VI. Tổ chức thực hiện\n\n1. Sở Y tế.", "[VI.([1.])]"),
    ("X. Xuân phát biểu.", "p"),
    ("a. Sở Y tế.\n\nĐoạn khác.", "p p"),
    ("– Một;\n\n– Hai.", "[- -]"),
    ("Gồm:\n\n– Một.", "p [-]"),
    ("1. Một\n   - a\n   - b\n     - c\n2. Hai", "[1.([- -([-])]) 2.]"),
    ("- a\n - b\n  - c", "[- - -]"),
    ("1. Một\n\n  Đoạn hai của một.\n\n  a) x\n\n  b) y\n\n2. Hai", "[1.(p [a) b)]) 2.]"),
    ("1. Rà soát:\na) A\n\n   Giải thích A.\n\nb) B\n\n2. Báo cáo", "[1.([a)(p) b)]) 2.]"),
    ("   1. Sở Y tế:\n\na) rà soát;\n\nb) báo cáo.", "[1.([a) b)])]"),
    ("1) Mục tiêu\n\n1.1. Chung\n\n2) Yêu cầu", "[1)([1.1.]) 2)]"),
    ("1. Mục tiêu\n\n1.2. Riêng", "[1.([1.2.])]"),
    ("- Các sở:\n\n1. Y tế.\n\n2. Nội vụ.\n\n- Các huyện.", "[-([1. 2.]) -]"),
    ("a) Giao:\n1. Sở Y tế;\n2. Sở Nội vụ.\nb) Hết.", "[a)([1. 2.]) b)]"),
    ("1. Họp vào tháng\n3. năm sau thì xong", "[1.]"),
    ("5/ 10 đại biểu dự họp.", "p"),
    ("Kết luận:\na. rà soát là việc đầu.", "p"),
    ("1. Một\n\n   đoạn\n# Đề mục\n2. Hai", "[1.(p)] h2 [2.]"),
    ("- Lệnh:\n  ```\n  - không phải mục\n  ```\n- hai", "[- -]"),
    ("> Chủ tịch nói\nnhư sau:\n1. Rà soát.", "quote(p [1.])"),
    (
        "d) rà soát toàn bộ danh sách hộ nghèo, hộ cận nghèo trên địa bàn các xã\ne) báo cáo",
        "[d) e)]",
    ),
    ("- x\n+ y\n- z", "[-([-]) -]"),
    ("1. Sở Y tế\n- rà soát\n- báo cáo\n2. Sở Nội vụ", "[1.([- -]) 2.]"),
    ("1. một\n1. hai\n1. ba", "[1. 1. 1.]"),
)
