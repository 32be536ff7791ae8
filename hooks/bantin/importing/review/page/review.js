// The review list. Originals are strangers' texts: everything goes in as text, nothing as HTML.
"use strict";
const danhSach = (() => {
  const PAGE = 50, KEPT_PARTS = 6, STORE = "ban-tin-nhan";
  const $ = (id) => document.getElementById(id);
  const nonce = document.currentScript.nonce;
  let rows = [], shown = [], byId = new Map(), page = 0;
  const parts = new Map(), waiting = new Map();
  const labels = {
    title: "tiêu đề", date: "ngày", section: "chuyên mục", kind: "loại văn bản",
    number: "số, ký hiệu", issuer: "cơ quan ban hành",
  };
  const states = { WAITING: "chờ xem lại", FAULTY: "có lỗi", GONE: "tệp đã xóa" };
  const taken = new Set(recall());

  function recall() {
    try { return JSON.parse(localStorage.getItem(STORE)) || []; } catch { return []; }
  }
  function keep() {
    try { localStorage.setItem(STORE, JSON.stringify([...taken])); } catch { /* private window */ }
  }
  function h(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }
  const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
  const named = (key) => labels[key] || key;
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const canTake = (row) => row.state === "WAITING" && !row.missing.length;

  function doubts(row) {
    const told = [];
    if (row.state !== "WAITING") told.push(h("span", { class: "tag OPEN" }, states[row.state]));
    if (row.missing.length) told.push(h("span", { class: "tag OPEN" }, `thiếu ${row.missing.map(named).join(", ")}`));
    if (row.contradictions) told.push(h("span", { class: "tag OPEN" }, `${row.contradictions} mâu thuẫn`));
    if (row.guesses) told.push(h("span", { class: "tag GUESSED" }, `${row.guesses} suy đoán`));
    if (row.edited) told.push(h("span", { class: "tag EDITED" }, `đã sửa ${row.edited} chỗ`));
    if (!told.length) told.push(h("span", { class: "tag READ" }, "không nghi ngờ"));
    return told;
  }

  // List
  function filter() {
    const words = fold($("tim").value).split(/\s+/).filter(Boolean);
    const doubt = $("loc-nghi").value, missing = $("loc-thieu").value;
    const format = $("loc-dang").value, state = $("loc-trang-thai").value;
    shown = rows.filter((row) => {
      if (words.length && !words.every((word) => row.text.includes(word))) return false;
      if (doubt === "missing" && !row.missing.length) return false;
      if (doubt === "none" && row.score) return false;
      if ((doubt === "contradictions" || doubt === "guesses") && !row[doubt]) return false;
      if (missing && !row.missing.includes(missing)) return false;
      if (format && row.format !== format) return false;
      if (state === "EDITED") return row.edited > 0;
      if (state === "TAKEN") return taken.has(row.uri);
      return !state || row.state === state;
    });
    page = 0;
    list();
  }
  function takeBox(row, id) {
    const box = h("input", { type: "checkbox", id, "aria-label": `Nhận: ${row.title}`, disabled: !canTake(row) });
    box.checked = taken.has(row.uri);
    box.addEventListener("change", () => take(row, box.checked));
    return box;
  }
  function list() {
    const from = page * PAGE, some = shown.slice(from, from + PAGE);
    $("so-thay").textContent = shown.length
      ? `${number(shown.length)} bản ghi, đang xem ${number(from + 1)}–${number(from + some.length)}.`
      : "Không có bản ghi nào như vậy.";
    const heads = ["Nhận", "Mức nghi ngờ", "Bản ghi", "Cần xem", "Định dạng"];
    const body = some.map((row) => h("tr", null,
      h("td", { "data-label": "Nhận" }, takeBox(row)),
      h("td", { class: "number", "data-label": "Mức nghi ngờ" }, number(row.score)),
      h("td", null, h("a", { href: `#${row.id}` }, row.title), h("div", { class: "soft" }, row.uri)),
      h("td", null, doubts(row)),
      h("td", { "data-label": "Định dạng" }, row.format)));
    $("bang").replaceChildren(some.length
      ? h("table", null,
        h("caption", { class: "sr" }, "Bản ghi chờ xem lại, nghi ngờ nhiều nhất đứng đầu"),
        h("thead", null, h("tr", null, heads.map((head) => h("th", { scope: "col" }, head)))),
        h("tbody", null, body))
      : "");
    const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
    const go = (to) => () => { page = to; list(); $("so-thay").scrollIntoView(); };
    $("trang").replaceChildren(...(last ? [
      h("button", { type: "button", disabled: page === 0, onclick: go(0) }, "Đầu"),
      h("button", { type: "button", disabled: page === 0, onclick: go(page - 1) }, "← Trang trước"),
      h("span", null, `Trang ${number(page + 1)} trên ${number(last + 1)}`),
      h("button", { type: "button", disabled: page === last, onclick: go(page + 1) }, "Trang sau →"),
      h("button", { type: "button", disabled: page === last, onclick: go(last) }, "Cuối"),
    ] : []));
  }
  function count() {
    const lacking = rows.filter((row) => row.missing.length).length;
    const waits = rows.filter((row) => taken.has(row.uri) && canTake(row)).length;
    $("tong").textContent = rows.length
      ? `${number(rows.length)} bản ghi chờ xem lại; ${number(lacking)} còn thiếu khóa bắt buộc; đã đánh dấu nhận ${number(waits)}.`
      : "Không còn bản ghi nào chờ xem lại.";
    $("tai-nhan").textContent = `Tải danh sách nhận (${number(waits)})`;
    $("tai-nhan").disabled = !waits;
  }
  function take(row, isTaken) {
    if (isTaken) taken.add(row.uri); else taken.delete(row.uri);
    keep();
    count();
  }
  function download() {
    const uris = rows.filter((row) => taken.has(row.uri) && canTake(row)).map((row) => row.uri);
    const lines = ["Nhận,Bản ghi", ...uris.map((uri) => `x,${uri}`), ""];
    const address = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/csv" }));
    h("a", { href: address, download: "nhan.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  // One record
  function load(part) {
    if (parts.has(part)) return Promise.resolve(parts.get(part));
    if (!waiting.has(part)) {
      waiting.set(part, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.nonce = nonce;
        script.src = `${document.body.dataset.folder}/phan-${String(part).padStart(4, "0")}.js`;
        script.onload = () => { script.remove(); waiting.delete(part); done(parts.get(part)); };
        script.onerror = () => { script.remove(); waiting.delete(part); fail(new Error(script.src)); };
        document.head.append(script);
      }));
    }
    return waiting.get(part);
  }
  function open() {
    const row = byId.get(decodeURIComponent(location.hash.slice(1)));
    $("danh-sach").hidden = Boolean(row);
    $("ban-ghi").hidden = !row;
    if (!row) {
      document.title = "Xem lại bài đã nhập";
      list();
      return;
    }
    document.title = `${row.title} – Xem lại bài đã nhập`;
    load(row.part).then((records) => {
      if (byId.get(location.hash.slice(1)) === row) show(row, records.find((one) => one.id === row.id));
    }, () => {
      $("ban-ghi").replaceChildren(h("p", { class: "told" },
        "Không nạp được phần này của danh sách: để thư mục xem-lai bên cạnh trang, hoặc lập lại danh sách."),
      h("p", null, h("a", { href: "#" }, "← Danh sách")));
    });
  }
  function show(row, record) {
    const marks = new Map();
    for (const field of record.fields)
      for (const at of field.blocks || []) marks.set(at, [...(marks.get(at) || []), field]);
    const heading = h("h2", { id: "ten-ban-ghi", tabindex: "-1" }, row.title);
    const box = takeBox(row, "nhan-ban-ghi");
    $("ban-ghi").replaceChildren(...[
      h("div", { class: "tools" },
        h("a", { class: "button", href: "#" }, "← Danh sách"),
        h("button", { type: "button", disabled: !beside(row, -1), onclick: () => step(-1) }, "Bản ghi trước"),
        h("button", { type: "button", disabled: !beside(row, 1), onclick: () => step(1) }, "Bản ghi sau"),
        h("label", { class: "check", for: "nhan-ban-ghi" }, box,
          canTake(row) ? "Nhận bản ghi này" : "Chưa nhận được: còn thiếu hoặc có lỗi")),
      heading,
      h("p", { class: "soft" }, `docs/${record.uri}`, record.moved ? ` (đã chuyển từ ${record.moved})` : ""),
      h("p", null, h("span", { class: "tag" }, `mức nghi ngờ ${number(row.score)}`), doubts(row)),
      told("Bản ghi có lỗi", record.faults),
      told("Cần xem", record.doubts),
      h("div", { class: "columns" },
        h("div", { role: "region", "aria-label": "Bản ghi", tabindex: "0" }, h("h3", null, "Bản ghi trong docs/ bây giờ"),
          row.state === "GONE" ? h("p", null, "Tệp không còn trong docs/.") : h("dl", null, record.fields.map(fieldOf)),
          record.body ? [h("h3", null, "Nội dung"), h("pre", { class: "body" }, record.body)] : null),
        h("div", { role: "region", "aria-label": "Bản gốc", tabindex: "0" }, h("h3", null, "Bản gốc"),
          h("p", { class: "soft" }, record.file, record.place ? `, ${record.place}` : "", h("br"), `SHA-256 ${record.sha256}`),
          told("Đã sửa khi nhập", record.repairs, "repairs"),
          h("ol", { class: "original" }, record.blocks.map((block, at) => blockOf(block, at, marks.get(at) || []))))),
    ].filter(Boolean));
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  const told = (title, lines, kind) => lines && lines.length
    ? h("div", { class: `told ${kind || ""}` }, h("strong", null, title), h("ul", null, lines.map((line) => h("li", null, line))))
    : null;
  function fieldOf(field) {
    const isEdited = field.imported !== undefined;
    const kind = isEdited ? "EDITED" : field.missing ? "OPEN" : field.sure;
    const word = isEdited ? "đã sửa sau khi nhập" : field.missing ? "CÒN THIẾU" : field.told;
    return h("div", null,
      h("dt", null, `${field.label} `, field.label === field.key ? null : h("code", null, field.key)),
      h("dd", null,
        field.value ? h("span", { class: kind === "GUESSED" ? "value-GUESSED" : "" }, field.value) : h("span", { class: "soft" }, "(trống)"),
        " ", word ? h("span", { class: `tag ${kind}` }, word) : null,
        isEdited ? h("div", { class: "soft" }, "Lúc nhập: ", field.imported ? h("del", null, field.imported) : "để trống") : null,
        field.note ? h("div", { class: "soft" }, field.note) : null,
        field.where ? h("div", { class: "soft places" }, `Ở ${field.where} `,
          field.blocks ? h("button", { type: "button", onclick: () => jump(field.blocks[0]), "aria-label": `Xem ${field.where} trong bản gốc` }, "xem chỗ ấy") : null) : null));
  }
  function blockOf(block, at, fields) {
    const worst = ["OPEN", "GUESSED", "READ"].find((sure) => fields.some((field) => field.sure === sure));
    const words = block.rows
      ? h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Bảng ở ${block.where}` },
        h("table", null, h("tbody", null, block.rows.map((cells) => h("tr", null, cells.map((cell) => h("td", null, cell)))))))
      : h("div", { class: block.kind || "" }, block.text || (block.kind === "picture" ? "[ảnh]" : ""));
    return h("li", { id: `khoi-${at}`, tabindex: "-1", class: `${worst ? `mark-${worst}` : ""} ${block.column === 2 ? "right" : ""}` },
      fields.map((field) => h("span", { class: `tag ${field.sure}` }, `${field.label}: ${field.told}`)),
      words,
      block.raw ? h("details", null, h("summary", { class: "soft" }, "Đã làm sạch; xem nguyên văn"), h("pre", { class: "body" }, block.raw)) : null,
      h("span", { class: "soft" }, block.where));
  }
  function jump(at) {
    const block = $(`khoi-${at}`);
    block.scrollIntoView({ block: "center" });
    block.focus({ preventScroll: true });
  }
  const current = () => byId.get(location.hash.slice(1));
  function beside(row, by) {
    const among = shown.includes(row) ? shown : rows;
    return among[among.indexOf(row) + by];
  }
  function step(by) {
    const row = current(), next = row ? beside(row, by) : by > 0 ? shown[page * PAGE] : undefined;
    if (next) location.hash = next.id;
  }
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]),select,textarea")) return;
    const row = current(), key = event.key.toLowerCase();
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "escape" && row) location.hash = "";
    else if (key === "x" && row && canTake(row)) {
      const box = $("nhan-ban-ghi");
      box.checked = !box.checked;
      take(row, box.checked);
    } else if (key === "/" && !row) { event.preventDefault(); $("tim").focus(); }
  }
  function batDau() {
    byId = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows) row.text = fold(`${row.title} ${row.uri} ${row.file}`);
    const fill = (id, values) => $(id).append(...values.map(([value, text]) => h("option", { value }, text)));
    fill("loc-thieu", [...new Set(rows.flatMap((row) => row.missing))].sort().map((key) => [key, named(key)]));
    fill("loc-dang", [...new Set(rows.map((row) => row.format))].sort().map((one) => [one, one]));
    for (const id of ["tim", "loc-nghi", "loc-thieu", "loc-dang", "loc-trang-thai"]) $(id).addEventListener("input", filter);
    $("tai-nhan").addEventListener("click", download);
    addEventListener("hashchange", open);
    addEventListener("keydown", press);
    count();
    filter();
    open();
  }
  return {
    batDau,
    mucLuc(found) { rows = found; },
    phan(part, records) {
      parts.set(part, records);
      if (parts.size > KEPT_PARTS) parts.delete(parts.keys().next().value);
    },
  };
})();
