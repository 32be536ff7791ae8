/**
 * Hits: entries that match a term, with impact and likeness, as parallel arrays.
 *
 * Places fall, so the newest entry comes first. Knows numbers, but no words and no files.
 */

/**
 * @typedef {{places: Uint32Array, impacts: Float64Array, likes: Float64Array}} Hits
 *   places fall and are unique; the other arrays describe the place at the same index.
 */

/** @returns {Hits} with room for `size` places. */
export function emptyHits(size) {
  return {
    places: new Uint32Array(size),
    impacts: new Float64Array(size),
    likes: new Float64Array(size),
  };
}

/**
 * Hits for the items of one list.
 * @param {Uint32Array} items place * 16 + impact, falling.
 * @param {number} weight factor of the impacts.
 */
export function hitsOf(items, weight, like) {
  const hits = emptyHits(items.length);
  for (let at = 0; at < items.length; at += 1) {
    hits.places[at] = items[at] >>> 4;
    hits.impacts[at] = (items[at] & 15) * weight;
  }
  hits.likes.fill(like);
  return hits;
}

/** Merge hits. For a place in several, the best values count. */
export function merge(all) {
  if (all.length === 0) return emptyHits(0);
  if (all.length === 1) return all[0];
  const half = all.length >> 1;
  return mergeTwo(merge(all.slice(0, half)), merge(all.slice(half)));
}

function mergeTwo(one, other) {
  const merged = emptyHits(one.places.length + other.places.length);
  let size = 0;
  let left = 0;
  let right = 0;
  while (left < one.places.length || right < other.places.length) {
    // Past the end of either array a place is undefined, and no comparison with it is true.
    const isLeft = !(other.places[right] > one.places[left]) && left < one.places.length;
    const isRight = !(one.places[left] > other.places[right]) && right < other.places.length;
    merged.places[size] = isLeft ? one.places[left] : other.places[right];
    const [impact, like] = isLeft ? [one.impacts[left], one.likes[left]] : [0, 0];
    merged.impacts[size] = isRight ? Math.max(impact, other.impacts[right]) : impact;
    merged.likes[size] = isRight ? Math.max(like, other.likes[right]) : like;
    left += isLeft;
    right += isRight;
    size += 1;
  }
  return first(merged, size);
}

/** The first `size` of the hits. */
function first({ places, impacts, likes }, size) {
  return {
    places: places.subarray(0, size),
    impacts: impacts.subarray(0, size),
    likes: likes.subarray(0, size),
  };
}

/** The places in both. */
export function common(one, other) {
  const both = new Uint32Array(Math.min(one.length, other.length));
  let size = 0;
  walk(one, other, (place) => (both[size++] = place));
  return both.subarray(0, size);
}

/** Add the values `name` of hits to the numbers of the same places. */
export function addTo(numbers, places, hits, name, factor) {
  const values = hits[name];
  walk(places, hits.places, (_, at, there) => (numbers[at] += factor * values[there]));
}

/** Call `meet(place, at, there)` for each place in both, with its index in each. */
export function walk(one, other, meet) {
  let at = 0;
  let there = 0;
  while (at < one.length && there < other.length) {
    if (one[at] === other[there]) meet(one[at], at++, there++);
    else if (one[at] > other[there]) at += 1;
    else there += 1;
  }
}

/** Whether some place is at least `low` and below `end`. */
export function hasBetween(places, low, end) {
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle] >= end) from = middle + 1;
    else to = middle;
  }
  return from < places.length && places[from] >= low;
}
