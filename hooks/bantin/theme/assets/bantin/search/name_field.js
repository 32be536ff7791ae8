/**
 * A field in which one of many names is chosen: names are offered as one types, a slug is kept.
 *
 * Knows the field and its list; nothing of what the names are of.
 */

import { fold } from "./text.js";
import { count, element } from "./view.js";

/** A longer list is a burden on a phone, and nobody reads it. */
const OFFERED = 100;
const LOADING = "Đang tải danh sách tên…";
const SEVERAL = "Có nhiều tên như vậy: hãy gõ thêm, hoặc chọn một tên trong danh sách.";

/**
 * @param {HTMLInputElement} field with a datalist, and a note that describes it first.
 * @param {string} none told where no name is like what was typed.
 */
export function setUpNamed(field, none) {
  const note = document.getElementById(field.getAttribute("aria-describedby").split(" ")[0]);
  /** [name, slug, size, folded name]; names differ. */
  let rows;
  let slug = "";
  let name = "";

  /** Offer those that hold what is typed, most frequent first. */
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
    /** What is chosen, in words. */
    told: () => name || slug,
    /** Choose by slug; the name comes when it is known. */
    choose(value) {
      slug = value;
      name = "";
      field.value = "";
      note.textContent = "";
    },
    read,
    /**
     * @param {Map<string, {name: string, size: number}>} sizes by slug.
     * @returns {boolean} true where what was typed before there were names is chosen now.
     */
    show(sizes) {
      const isLate = !rows && !slug && field.value.trim() !== "" && note.textContent === LOADING;
      rows = rowsOf(sizes);
      if (isLate) read();
      else if (slug) name = rows.find(([, one]) => one === slug)?.[0] ?? name;
      // Nobody's typing is overwritten.
      if (slug && document.activeElement !== field) field.value = name || slug;
      offer();
      return isLate && slug !== "";
    },
  };

  /** Choose what was typed. */
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

/** The rows of the name typed; without marks, or of all that hold it, where no name is just so. */
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
