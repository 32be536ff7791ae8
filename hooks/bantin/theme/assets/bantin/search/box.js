/**
 * The search box in the header: results below it while typing, as a combobox with a list.
 *
 * Source: WAI-ARIA Authoring Practices, "Editable combobox with list autocomplete".
 */

import { count, debounce, element, FAILED, marked, meta, summary } from "./view.js";

const LIMIT = 8;
const DELAY_MS = 150;
const SHORTEST = 2;
const MEANT = "Có phải bạn tìm:";

/** @param {HTMLFormElement} form @param {(query: string, options) => Promise} search */
export function setUpBox(form, search) {
  const box = form.closest(".bt-search");
  const input = form.elements.q;
  const panel = form.querySelector(".bt-search__panel");
  const list = panel.querySelector(".bt-search__list");
  const note = panel.querySelector(".bt-search__note");
  const status = form.querySelector("[role=status]");
  let options = [];
  let active = -1;
  let asked = "";
  let dismissed = false;

  show(false);

  function show(open) {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open && options.length > 0));
    if (!open) activate(-1);
  }

  function activate(index) {
    options[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  async function answer() {
    const query = input.value.trim();
    if (query === asked) return show(!dismissed && options.length > 0);
    asked = query;
    if (query.length < SHORTEST) return fill([], "", "");
    try {
      const found = await search(query, { limit: LIMIT, prefix: true });
      // The reader has typed another letter meanwhile.
      if (query !== asked) return;
      const lines = found.hits.map((hit, index) => option(hit, `${list.id}-${index}`));
      if (found.suggestion) lines.unshift(meant(found.suggestion, list.id, form));
      if (found.total > found.hits.length) lines.push(all(query, found.total, list.id, form));
      const told = summary(query, found);
      const spoken = found.suggestion ? `${told} ${MEANT} ${found.suggestion}?` : told;
      fill(lines, found.partial || found.total === 0 ? told : "", spoken);
    } catch (error) {
      if (query !== asked) return;
      asked = "";
      fill([], FAILED, FAILED);
      console.info("bantin search:", error);
    }
  }

  function fill(lines, visible, spoken) {
    activate(-1);
    options = lines;
    list.replaceChildren(...lines);
    list.hidden = lines.length === 0;
    note.textContent = visible;
    note.hidden = visible === "";
    status.textContent = spoken;
    list.scrollTop = 0;
    show(!dismissed && (lines.length > 0 || visible !== ""));
  }

  const answerSoon = debounce(answer, DELAY_MS);

  function closeBox() {
    box.classList.remove("bt-search--open");
    show(false);
  }

  input.addEventListener("input", () => {
    dismissed = false;
    answerSoon();
  });
  function turnTo() {
    dismissed = false;
    // Fetches the directory before the first letter. A failure shows at the first query.
    search("").catch(() => {});
    if (options.length > 0 && input.value.trim() === asked) show(true);
    else answerSoon();
  }

  input.addEventListener("focus", turnTo);
  input.addEventListener("keydown", (event) => {
    // Enter and arrows may belong to an input method that composes a Vietnamese letter.
    if (event.isComposing) return;
    const open = !panel.hidden && options.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) {
        if (options.length === 0) return;
        dismissed = false;
        show(true);
      }
      event.preventDefault();
      // The box itself is a stop between the last and the first.
      const step = event.key === "ArrowDown" ? 1 : -1;
      const stops = options.length + 1;
      activate(((active + 1 + step + stops) % stops) - 1);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      dismissed = true;
      answerSoon.cancel();
      if (!panel.hidden) show(false);
      else if (input.value !== "") input.value = "";
      else {
        closeBox();
        input.blur();
      }
    }
  });
  form.addEventListener("submit", (event) => {
    if (input.value.trim() === "") {
      event.preventDefault();
      input.focus();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) {
      dismissed = true;
      answerSoon.cancel();
      show(false);
    }
  });
  // A press on a result must not move the focus before it becomes a click.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  form.querySelector(".bt-search__close").addEventListener("click", () => {
    closeBox();
    box.querySelector(".bt-search__open").focus();
  });
  // The reader may be in the field already, because that loads the box.
  if (document.activeElement === input) turnTo();
}

function option(hit, id) {
  return line(
    { id, href: hit.url },
    element("span", { class: "bt-hit__title" }, ...marked(hit.title)),
    element("span", { class: "bt-hit__meta" }, ...meta(hit)),
    element("span", { class: "bt-hit__snippet" }, ...marked(hit.snippet)),
  );
}

function meant(query, id, form) {
  const href = `${form.action}?q=${encodeURIComponent(query)}`;
  return line({ id: `${id}-meant`, href }, `${MEANT} ${query}?`);
}

function all(query, total, id, form) {
  const href = `${form.action}?q=${encodeURIComponent(query)}`;
  return line({ id: `${id}-all`, href }, `Xem tất cả ${count(total)} kết quả`);
}

function line(attributes, ...children) {
  const fixed = { class: "bt-search__option", role: "option", tabindex: "-1" };
  return element("a", { ...fixed, "aria-selected": "false", ...attributes }, ...children);
}
