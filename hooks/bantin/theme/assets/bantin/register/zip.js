/** Packs small files into one, as workbooks are packed. Knows no content. Source: APPNOTE 6.3. */

const DEFLATED = 8;
const STORED = 0;
// Files have no day of their own: the same content gives the same bytes. This is 1 January 1980.
const NO_DAY = 0x21;
const VERSION = 20;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * @param {Record<string, string>} files path in ASCII → text
 * @param {string} type of the whole
 * @returns {Promise<Blob>}
 */
export async function zipOf(files, type) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = new TextEncoder().encode(name);
    const plain = new TextEncoder().encode(text);
    const { method, bytes } = await packed(plain);
    const told = [
      ...two(VERSION, 0, method, 0, NO_DAY),
      ...four(crcOf(plain), bytes.length, plain.length),
      ...two(path.length, 0),
    ];
    parts.push(Uint8Array.from([0x50, 0x4b, 3, 4, ...told]), path, bytes);
    directory.push(
      Uint8Array.from([0x50, 0x4b, 1, 2, ...two(VERSION), ...told, ...two(0, 0, 0), ...four(0, at)]),
      path,
    );
    at += 4 + told.length + path.length + bytes.length;
  }
  const count = Object.keys(files).length;
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = [0x50, 0x4b, 5, 6, ...two(0, 0, count, count), ...four(size, at), ...two(0)];
  return new Blob([...parts, ...directory, Uint8Array.from(end)], { type });
}

/** Compressed where the browser can. */
async function packed(plain) {
  try {
    const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return { method: DEFLATED, bytes };
  } catch {
    return { method: STORED, bytes: plain };
  }
}

function crcOf(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}

function two(...numbers) {
  return numbers.flatMap((number) => [number & 0xff, (number >>> 8) & 0xff]);
}

function four(...numbers) {
  return numbers.flatMap((number) => two(number & 0xffff, number >>> 16));
}
