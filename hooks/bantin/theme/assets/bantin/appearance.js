/**
 * The reader's choice of how pages look: kept in the browser, set on the root element.
 *
 * The head of every page sets it before anything is shown (partials/javascripts/base.html), so that
 * nothing jumps. This module changes it.
 */

const KEY = "look";
const root = document.documentElement;

/** The reader's choice; "" for none. @param {"size" | "view"} name */
export function chosen(name) {
  return root.dataset[attribute(name)] ?? "";
}

/** Keep a choice and show it; "" is the site's default. */
export function choose(name, value) {
  if (value) root.dataset[attribute(name)] = value;
  else delete root.dataset[attribute(name)];
  globalThis.__md_set(KEY, { ...globalThis.__md_get(KEY), [name]: value });
}

function attribute(name) {
  return `bt${name[0].toUpperCase()}${name.slice(1)}`;
}
