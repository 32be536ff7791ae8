/**
 * Marks found words and scrolls to them, in a browser without text fragments.
 *
 * Loaded only when the address asks for it. Knows no index.
 */

import { ARRIVAL } from "./fragments.js";

/** Mark the words in the address, if the page has them. */
export function markFoundWords() {
  const wanted = spaced(decode(location.hash.slice(ARRIVAL.length)));
  const content = document.getElementById("noi-dung") ?? document.querySelector("main");
  if (!wanted || !content) return;
  const marks = markFirst(content, wanted);
  // The words are removed from the address, so that readers do not copy them.
  history.replaceState(history.state, "", location.pathname + location.search);
  marks[0]?.scrollIntoView({ block: "center" });
}

function markFirst(content, wanted) {
  const nodes = [];
  let text = "";
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  // Any run of white space counts as one space of the words, so that every letter keeps its place.
  const pattern = wanted.split(" ").map(escape).join("\\s+");
  const found = new RegExp(pattern, "iu").exec(text);
  if (!found) return [];
  const end = found.index + found[0].length;
  return nodes.flatMap(({ node, start }) => {
    const from = Math.max(0, found.index - start);
    const to = Math.min(node.data.length, end - start);
    return from < to ? [markPart(node, from, to)] : [];
  });
}

function markPart(node, from, to) {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  const mark = document.createElement("mark");
  range.surroundContents(mark);
  return mark;
}

function spaced(text) {
  return text.normalize("NFC").split(/\s+/).filter(Boolean).join(" ");
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function escape(word) {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => `\\${sign}`);
}
