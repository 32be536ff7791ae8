/**
 * Fetches files of the index once each, and forgets the oldest when there are many.
 *
 * Knows compression and caching of files. Does not know their content.
 */

/** Characters kept at most. A query needs some hundred thousand. */
const KEPT = 6_000_000;

export class MissingFileError extends Error {}

export class Files {
  #base;
  #files = new Map();
  // Those that have not come yet, with their paths.
  #underWay = new Map();
  #size = 0;
  #cache = "no-cache";

  /** @param {URL} base with its closing slash. */
  constructor(base) {
    this.#base = base;
  }

  /** The present content of a JSON file. The server is asked whether it has changed. */
  async current(path) {
    return this.#load(path, { cache: this.#cache }, (response) => response.text());
  }

  /** The content of a compressed file. Its name comes from its content, so it never changes. */
  async lasting(path) {
    return this.#load(path, {}, decompressed);
  }

  /** Forget all, so that the next query uses today's index. */
  forget() {
    // A server that compares dates cannot tell two publications within one second apart.
    this.#cache = "reload";
    this.#files.clear();
    this.#underWay.clear();
    this.#size = 0;
  }

  #load(path, options, textOf) {
    const file = this.#files.get(path) ?? { size: 0, value: undefined };
    // A Map keeps the order of insertion. Reinserted here, the last used file stands last.
    this.#files.delete(path);
    this.#files.set(path, file);
    if (!file.value) {
      this.#underWay.set(file, path);
      file.value = this.#fetch(file, path, options, textOf);
      file.value.then(
        () => this.#underWay.delete(file),
        () => this.#forgetUnderWay(),
      );
    }
    return file.value;
  }

  /**
   * Forget a file that failed, because the next try may succeed, and the others under way: on a
   * line that broke they may never come, and the next try would wait for them.
   */
  #forgetUnderWay() {
    for (const [file, path] of this.#underWay) {
      if (this.#isKept(path, file)) this.#files.delete(path);
    }
    this.#underWay.clear();
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
