/**
 * Files of the index: each is fetched once, and forgotten when many others have come since.
 *
 * Knows how files are compressed and how long they last, and nothing of what is in them.
 */

/** So many characters are kept; a query needs some hundred thousand. */
const KEPT = 6_000_000;

export class MissingFileError extends Error {}

export class Files {
  #base;
  #files = new Map();
  #size = 0;
  #cache = "no-cache";

  /** @param {URL} base with its closing slash. */
  constructor(base) {
    this.#base = base;
  }

  /** What a file of JSON holds today: the server is asked whether it is still the same. */
  async current(path) {
    return this.#load(path, { cache: this.#cache }, (response) => response.text());
  }

  /** What a compressed file holds; it is named for its content and never changes. */
  async lasting(path) {
    return this.#load(path, {}, decompressed);
  }

  /** Forget all, so that the next question sees the index of today. */
  forget() {
    // Two publications within a second look alike to a server that compares dates.
    this.#cache = "reload";
    this.#files.clear();
    this.#size = 0;
  }

  #load(path, options, textOf) {
    const file = this.#files.get(path) ?? { size: 0, value: undefined };
    // A Map keeps the order in which its members came: the last asked for stands last.
    this.#files.delete(path);
    this.#files.set(path, file);
    file.value ??= this.#fetch(file, path, options, textOf);
    // A failure is not kept: the next try may fare better.
    file.value.catch(() => this.#isKept(path, file) && this.#files.delete(path));
    return file.value;
  }

  async #fetch(file, path, options, textOf) {
    const url = new URL(path, this.#base);
    const response = await fetch(url, options);
    if (response.status === 404) throw new MissingFileError(url.pathname);
    if (!response.ok) throw new Error(`${response.status} ${url.pathname}`);
    const text = await textOf(response);
    if (this.#isKept(path, file)) {
      file.size = text.length;
      this.#size += file.size;
      this.#makeRoom();
    }
    return JSON.parse(text);
  }

  #isKept(path, file) {
    return this.#files.get(path) === file;
  }

  #makeRoom() {
    for (const [path, { size }] of this.#files) {
      if (this.#size <= KEPT) return;
      this.#files.delete(path);
      this.#size -= size;
    }
  }
}

async function decompressed(response) {
  const stream = response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}
