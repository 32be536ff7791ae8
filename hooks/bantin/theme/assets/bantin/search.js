/**
 * Search: sets up the box in the header and the search page. An ES module.
 *
 * What finds is loaded when somebody turns to a box, so that a page costs its readers little.
 */

import { setUpBox } from "./search/box.js";
import { setUpPage } from "./search/page.js";

const SET_UP = { box: setUpBox, page: setUpPage };

/** Search for one form, its engine loaded at the first question. */
function searchFor(form) {
  // Now, and absolute: the address of the page may change under a form that stays.
  const root = new URL(form.dataset.root || ".", document.baseURI).href;
  let opened;
  return async (query, options) => {
    opened ??= import("./search/client.js").then(({ clientFor }) => clientFor(root));
    opened.catch(() => (opened = undefined));
    return (await opened)(query, options);
  };
}

function start() {
  for (const form of document.querySelectorAll("form[data-search]")) {
    if (form.dataset.ready) continue;
    form.dataset.ready = "true";
    SET_UP[form.dataset.search](form, searchFor(form));
  }
}

start();
if (location.hash.startsWith("#tim=")) {
  import("./search/arrival.js").then(({ arrive }) => arrive());
}
// Material says so when it has put another page in place without loading it.
window.document$?.subscribe(start);
