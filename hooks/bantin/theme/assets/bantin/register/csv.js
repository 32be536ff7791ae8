/** Writes conclusions as a table for spreadsheets, with the columns of the build's own files. */

const HEADINGS = [
  "Ngày ban hành",
  "Số, ký hiệu",
  "Trích yếu",
  "Kết luận số",
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

export function csvOf(points, kinds, root) {
  const lines = points.map((point) => lineOf(point, kinds, root));
  return tableOf([HEADINGS, ...lines]);
}

/** Lines of cells as a file. The mark at the start tells spreadsheets that it is UTF-8. */
export function tableOf(lines) {
  return "\ufeff" + lines.map((line) => line.map(cell).join(",") + "\r\n").join("");
}

function lineOf(point, kinds, root) {
  const { document } = point;
  return [
    document.date,
    document.number,
    document.title,
    point.number,
    point.text,
    kinds[point.kind] ?? "",
    point.addressees.map((one) => one.name).join("; "),
    point.with.map((one) => one.name).join("; "),
    point.deadline,
    point.due,
    document.chairs.map((one) => one.name).join("; "),
    point.edited.join("; "),
    `${root}${document.url}#${point.anchor}`,
    `${document.id}#${point.anchor}`,
  ];
}

function cell(value) {
  // A spreadsheet must not read it as a formula.
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
