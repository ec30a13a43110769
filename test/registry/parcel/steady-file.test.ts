import {createHash, randomBytes} from 'node:crypto';
import {mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync, closeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {afterAll, describe, expect, test} from 'vitest';
import {openSteadyFile} from '../../../registry/parcel/steady-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-steady-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const size = 700_000;
const path = join(folder, 'file');

function flip(place: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([(bytes[place] ?? 0) ^ 1]), 0, 1, place);
  closeSync(file);
}

describe('a file that is read twice', () => {
  test('is read as it was hashed, from any place to any other', async () => {
    const bytes = randomBytes(size);
    writeFileSync(path, bytes);
    const file = await openSteadyFile(path);
    expect(file.size).toBe(size);
    expect(Buffer.from(await file.hash(size - 64))).toEqual(
      createHash('sha512').update(bytes.subarray(0, -64)).digest(),
    );
    for (const [from, to] of [
      [0, 1],
      [100, size - 100],
      [262_144, 524_288],
      [262_143, 262_145],
      [600_000, size - 64],
    ] as const) {
      expect(Buffer.compare(await buffer(file.read(from, to)), bytes.subarray(from, to))).toBe(0);
    }
    await file.close();
  });

  test.each([0, 262_143, 262_144, 650_000])(
    'is refused where byte %i is another the second time, and nothing of that block comes out',
    async place => {
      const bytes = randomBytes(size);
      writeFileSync(path, bytes);
      const file = await openSteadyFile(path);
      await file.hash(size - 64);
      flip(place, bytes);
      let read = 0;
      const reading = async (): Promise<void> => {
        for await (const piece of file.read(0, size - 64)) read += piece.length;
      };
      await expect(reading()).rejects.toMatchObject({code: 'altered'});
      expect(read).toBe(place - (place % 262_144));
      await file.close();
    },
  );

  test('is refused where it became shorter', async () => {
    writeFileSync(path, randomBytes(size));
    const file = await openSteadyFile(path);
    await file.hash(size - 64);
    truncateSync(path, 1_000);
    await expect(buffer(file.read(0, size - 64))).rejects.toMatchObject({code: 'not-a-parcel'});
    await file.close();
  });

  test('a folder is none, and what is not there is what the disk says', async () => {
    await expect(openSteadyFile(folder)).rejects.toMatchObject({code: 'not-a-parcel'});
    await expect(openSteadyFile(join(folder, 'none'))).rejects.toMatchObject({code: 'ENOENT', syscall: 'open'});
  });
});
