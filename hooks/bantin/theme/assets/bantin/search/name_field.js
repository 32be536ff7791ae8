/**
 * A field for choosing one of many names. It offers names while the reader types, and keeps a slug.
 *
 * Knows the field and its list, but not what the names stand for.
 */

import { fold } from "./text.js";
import { count, element } from "./view.js";

/** A longer list is too much for a phone, and nobody reads it. */
const OFFERED = 100;
const LOADING = "Đang tải danh sách tên…";
const SEVERAL = "Có nhiều tên như vậy: hãy gõ thêm, hoặc chọn một tên trong danh sách.";

/**
 * @param {HTMLInputElement} field with a datalist, and a note that describes it first.
 * @param {string} none message when no name matches the typed text.
 */
export function setUpNamed(field, none) {
  const note = document.getElementById(field.getAttribute("aria-describedby").split(" ")[0]);
  /** [name, slug, size, folded name]; names differ. */
  let rows;
  let slug = "";
  let name = "";

  /** Offer the names that contain the typed text, most frequent first. */
  function offer() {
    const typed = fold(field.value.trim());
    const fitting = (rows ?? []).filter(([, , , folded]) => folded.includes(typed)).slice(0, OFFERED);
    field.list.replaceChildren(
      ...fitting.map(([name, , size]) =>
        element("option", { value: name, label: `${name} (${count(size)})` }),
      ),
    );
  }

  field.addEventListener("input", offer);

  return {
    /** The slug chosen; "" for none. */
    chosen: () => slug,
    /** The choice in words. */
    told: () => name || slug,
    /** Choose by slug. The name is shown once it is known. */
    choose(value) {
      slug = value;
      name = "";
      field.value = "";
      note.textContent = "";
    },
    read,
    /**
     * @param {Map<string, {name: string, size: number}>} sizes by slug.
     * @returns {boolean} true if a text typed before the names came is chosen now.
     */
    show(sizes) {
      const isLate = !rows && !slug && field.value.trim() !== "" && note.textContent === LOADING;
      rows = rowsOf(sizes);
      if (isLate) read();
      else if (slug) name = rows.find(([, one]) => one === slug)?.[0] ?? name;
      // Never overwrite a reader's typing.
      if (slug && document.activeElement !== field) field.value = name || slug;
      offer();
      return isLate && slug !== "";
    },
  };

  /** Choose the typed name. */
  function read() {
    const typed = field.value.trim();
    const found = typed && rows ? named(typed, rows) : [];
    [name, slug] = found.length === 1 ? found[0] : ["", ""];
    if (slug) field.value = name;
    note.textContent = !typed || slug ? "" : told(found);
  }

  function told(found) {
    if (!rows) return LOADING;
    return found.length > 1 ? SEVERAL : none;
  }
}

function rowsOf(sizes) {
  const order = new Intl.Collator("vi").compare;
  const all = [...sizes].sort(
    ([, one], [, other]) => other.size - one.size || order(one.name, other.name),
  );
  const taken = new Set();
  return all.map(([slug, { name, size }]) => {
    const own = taken.has(name) ? `${name} (${slug})` : name;
    taken.add(name);
    return [own, slug, size, fold(own)];
  });
}

/** The rows with exactly the typed name; else equal without marks; else those that contain it. */
function named(typed, rows) {
  const folded = fold(typed);
  return (
    [
      rows.filter(([name]) => name === typed),
      rows.filter(([, , , one]) => one === folded),
      rows.filter(([, , , one]) => one.includes(folded)),
    ].find((found) => found.length > 0) ?? []
  );
}
