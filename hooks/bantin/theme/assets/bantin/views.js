/**
 * How often a record was viewed here, beside what its portal had counted before. The page says in
 * which file that stands and under which key, and keeps the room; where nothing was counted, or
 * nothing can be fetched, it says nothing.
 */

const place = document.querySelector("[data-views]");
if (place && location.protocol.startsWith("http")) show(place);

async function show(place) {
  const [file, key] = place.dataset.views.split("#");
  const told = await read(file);
  const views = told?.views?.[key];
  if (!views) return;
  const day = told.since.split("-").reverse().join("/");
  const number = String(views).replace(/\B(?=(\d{3})+$)/g, ".");
  place.textContent = "also" in place.dataset
    ? `thêm ${number} lượt (từ ${day})`
    : `${number} lượt xem (từ ${day})`;
  place.classList.add("bt-seen--told");
}

async function read(file) {
  try {
    // A host that says nothing of keeping would have the browser guess, and show an old count.
    const answer = await fetch(file, { cache: "no-cache" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
