import {Zip, ZipDeflate, ZipPassThrough} from 'fflate';

export interface Archive {
  /** Under this name, or with a number behind it where that is taken; answers its path. `ending` without a dot. */
  readonly add: (name: string, ending: string, bytes: Uint8Array) => string;
  readonly finish: () => Uint8Array;
}

/** What is compressed in itself is only put in. */
const compressible: ReadonlySet<string> = new Set(['json', 'txt']);

/** A ZIP in memory. `madeOn`: the day that its files bear; the format knows years from 1980 to 2099. */
export function makeArchive(madeOn: Date): Archive {
  const chunks: Uint8Array[] = [];
  const taken = new Set<string>();
  const year = Math.min(Math.max(madeOn.getFullYear(), 1980), 2099);
  const mtime = new Date(year, madeOn.getMonth(), madeOn.getDate(), 12);
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    add(name, ending, bytes) {
      const path = `${freeName(name, ending, taken)}.${ending}`;
      const entry = compressible.has(ending) ? new ZipDeflate(path) : new ZipPassThrough(path);
      entry.mtime = mtime;
      zip.add(entry);
      entry.push(bytes, true);
      return path;
    },
    finish() {
      zip.end();
      return Buffer.concat(chunks);
    },
  };
}

function freeName(name: string, ending: string, taken: Set<string>): string {
  const keyOf = (free: string): string => `${free}.${ending}`.toLowerCase();
  let free = name;
  for (let count = 2; taken.has(keyOf(free)); count += 1) free = `${name} (${count})`;
  taken.add(keyOf(free));
  return free;
}
