/** Orders as lines of a table, with the columns of the build's own files. Knows no file format. */

export const HEADINGS = [
  "Ngày ban hành",
  "Số, ký hiệu",
  "Trích yếu",
  "Mục số",
  "Thuộc mục",
  "Nội dung",
  "Loại việc",
  "Giao cho",
  "Phối hợp",
  "Thời hạn",
  "Hạn chót",
  "Người kết luận",
  "Biên tập viên ghi",
  "Địa chỉ",
  "Mã",
];

/** Headings of the columns that hold ISO days. */
export const DAYS = ["Ngày ban hành", "Hạn chót"];

/** The name of a sheet that holds them. */
export const SHEET = "Kết luận, chỉ đạo";

/** The heading line and a line for each order; all cells are text. */
export function linesOf(points, kinds, root) {
  return [HEADINGS, ...points.map((point) => lineOf(point, kinds, root))];
}

function lineOf(point, kinds, root) {
  const { document } = point;
  return [
    document.date,
    document.number,
    document.title,
    point.number,
    point.heading,
    point.text,
    kinds[point.kind] ?? "",
    namesOf(point.addressees),
    namesOf(point.helpers),
    point.deadline,
    point.due,
    namesOf(document.chairs),
    point.edited.join("; "),
    `${root}${document.url}#${point.anchor}`,
    `${document.id}#${point.anchor}`,
  ];
}

function namesOf(found) {
  return found.map((one) => one.name).join("; ");
}
