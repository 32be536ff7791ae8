/**
 * Reads a record aloud with a Vietnamese voice of the reader's device. Without such a voice the
 * button stays hidden.
 */

const READ = "h1, .bt-lead, .bt-text p, .bt-text li, .bt-text h2, .bt-text h3, .bt-author";
const START = "Nghe đọc";
const STOP = "Dừng đọc";

/** Show the button once the device reports a voice. @param {HTMLButtonElement} button */
export function offerAloud(button) {
  const speech = globalThis.speechSynthesis;
  const look = () => {
    const voice = speech.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
    if (!voice) return;
    speech.removeEventListener("voiceschanged", look);
    button.addEventListener("click", () => toggle(button, voice));
    // Reading must stop when the reader leaves the page.
    addEventListener("pagehide", () => speech.cancel());
    button.classList.add("bt-tool--ready");
  };
  speech.addEventListener("voiceschanged", look);
  look();
}

function toggle(button, voice) {
  const speech = globalThis.speechSynthesis;
  const isReading = button.textContent === STOP;
  speech.cancel();
  button.textContent = isReading ? START : STOP;
  if (isReading) return;
  // One paragraph at a time, because some engines fall silent within a long text.
  const pieces = textsOf(button.closest(".bt-page"));
  pieces.forEach((text, at) => {
    const piece = new SpeechSynthesisUtterance(text);
    piece.voice = voice;
    piece.lang = voice.lang;
    if (at === pieces.length - 1) piece.addEventListener("end", () => (button.textContent = START));
    speech.speak(piece);
  });
}

function textsOf(page) {
  const found = [...page.querySelectorAll(READ)];
  // A paragraph inside a list item is read with the item.
  const outer = found.filter((one) => !found.some((other) => other !== one && other.contains(one)));
  return outer.map((one) => one.innerText.trim()).filter(Boolean);
}
