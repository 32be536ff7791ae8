/**
 * A field in which one of many names is chosen: names are offered as one types, a slug is kept.
 *
 * Knows the field and its list; nothing of what the names are of.
 */

import { fold } from "./text.js";
import { count, element } from "./view.js";

/** A longer list is a burden on a phone, and nobody reads it. */
const OFFERED = 100;
const SEVERAL = "Có nhiều tên như vậy: hãy gõ thêm, hoặc chọn một tên trong danh sách.";

/**
 * @param {HTMLInputElement} field with a datalist, and a note that describes it first.
 * @param {string} none told where no name is like what was typed.
 */
export function setUpNamed(field, none) {
  const note = document.getElementById(field.getAttribute("aria-describedby").split(" ")[0]);
  /** [name, slug, size, folded name]; names differ. */
  let rows = [];
  let slug = "";

  /** Offer those that hold what is typed, most frequent first. */
  function offer() {
    const typed = fold(field.value.trim());
    const fitting = rows.filter(([, , , folded]) => folded.includes(typed)).slice(0, OFFERED);
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
    told: () => slug && (field.value || slug),
    /** Choose by slug; the name comes when it is known. */
    choose(value) {
      slug = value;
      field.value = "";
      note.textContent = "";
    },
    /** Choose what was typed. */
    read() {
      const typed = field.value.trim();
      const found = typed ? named(typed, rows) : [];
      slug = found.length === 1 ? found[0][1] : "";
      if (slug) field.value = found[0][0];
      note.textContent = !typed || slug ? "" : found.length > 1 ? SEVERAL : none;
    },
    /** @param {Map<string, {name: string, size: number}>} sizes by slug. */
    show(sizes) {
      rows = rowsOf(sizes);
      offer();
      if (!slug || document.activeElement === field) return;
      field.value = rows.find(([, one]) => one === slug)?.[0] ?? slug;
      offer();
    },
  };
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
