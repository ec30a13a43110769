import {Zip, ZipDeflate, ZipPassThrough} from 'fflate';

export interface Archive {
  /** Under this name, or with a number behind it where that is taken; answers its path. `ending` without a dot. */
  readonly add: (name: string, ending: string, bytes: Uint8Array) => string;
  /** The same, of a file that is made part by part: the next file begins when this one has had its last part. */
  readonly open: (name: string, ending: string) => OpenFile;
  readonly finish: () => Uint8Array;
}

interface OpenFile {
  readonly path: string;
  readonly push: (bytes: Uint8Array, isLast?: boolean) => void;
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
  function open(name: string, ending: string): OpenFile {
    const path = `${freeName(name, ending, taken)}.${ending}`;
    const entry = compressible.has(ending) ? new ZipDeflate(path) : new ZipPassThrough(path);
    entry.mtime = mtime;
    zip.add(entry);
    return {path, push: (bytes, isLast = false) => entry.push(bytes, isLast)};
  }

  return {
    open,
    add(name, ending, bytes) {
      const {path, push} = open(name, ending);
      push(bytes, true);
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
