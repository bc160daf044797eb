import { createHash } from 'node:crypto';

/** Arrays of numbers are kept as they lie in memory. */
const ARRAYS = { Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array };
type ArrayName = keyof typeof ARRAYS;

/** In the header, in the place of an array of numbers. */
interface Reference {
  readonly $numbers: ArrayName;
  /** Bytes from the end of the header. */
  readonly at: number;
  readonly length: number;
}

/** Written as a number of 32 bits in the order of this machine: where bytes go the other way round it reads as another. */
const MAGIC = 0x49584452;
const HASH = { at: 8, length: 32 };
const HEADER_AT = 40;
/** Arrays begin at multiples of this, as their views must. */
const STEP = 8;

/**
 * Writes plain data as bytes: a header of JSON, then the arrays of numbers. SHA-256 over all of it tells whether it came back whole.
 *
 * @throws Error if there is something in it that has no place in JSON: a map, a function, an instance of a class
 */
export function pack(value: object): Uint8Array {
  const arrays: { readonly bytes: Uint8Array; readonly at: number }[] = [];
  let end = 0;
  const text = JSON.stringify(value, (name, each: unknown) => {
    const kind = arrayName(each);
    if (kind !== undefined && ArrayBuffer.isView(each)) {
      const reference: Reference = {
        $numbers: kind,
        at: end,
        length: each.byteLength / ARRAYS[kind].BYTES_PER_ELEMENT,
      };
      arrays.push({ bytes: new Uint8Array(each.buffer, each.byteOffset, each.byteLength), at: end });
      end = aligned(end + each.byteLength);
      return reference;
    }
    if (!isPlain(each))
      throw new Error(`"${name}" cannot be packed: it is neither JSON nor an array of numbers`);
    return each;
  });
  const header = new TextEncoder().encode(text);
  const start = aligned(HEADER_AT + header.length);
  const packed = new Uint8Array(start + end);
  new Uint32Array(packed.buffer, 0, 2).set([MAGIC, header.length]);
  packed.set(header, HEADER_AT);
  for (const { bytes, at } of arrays) packed.set(bytes, start + at);
  packed.set(hashOf(packed), HASH.at);
  return packed;
}

/** What was packed; its arrays are views of the bytes. Undefined unless these are whole and from a machine of this kind. */
export function unpack(given: Uint8Array): unknown {
  const packed = given.byteOffset % STEP === 0 ? given : new Uint8Array(given);
  if (packed.length < HEADER_AT) return undefined;
  const [magic, length = 0] = new Uint32Array(packed.buffer, packed.byteOffset, 2);
  const hash = packed.subarray(HASH.at, HASH.at + HASH.length);
  if (magic !== MAGIC || Buffer.compare(hash, hashOf(packed)) !== 0) return undefined;
  const start = packed.byteOffset + aligned(HEADER_AT + length);
  const text = new TextDecoder().decode(packed.subarray(HEADER_AT, HEADER_AT + length));
  return JSON.parse(text, (_, each: unknown) =>
    isReference(each)
      ? new ARRAYS[each.$numbers](packed.buffer as ArrayBuffer, start + each.at, each.length)
      : each,
  );
}

/** Over the length of the header and all that follows the hash. */
function hashOf(packed: Uint8Array): Uint8Array {
  return createHash('sha256').update(packed.subarray(4, HASH.at)).update(packed.subarray(HEADER_AT)).digest();
}

function aligned(at: number): number {
  return Math.ceil(at / STEP) * STEP;
}

function arrayName(value: unknown): ArrayName | undefined {
  return (Object.keys(ARRAYS) as ArrayName[]).find((name) => value instanceof ARRAYS[name]);
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return ['string', 'boolean'].includes(typeof value);
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$numbers' in value;
}
