import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import * as xlsx from '@e965/xlsx';
import {findTables, guessFields, headingsOf} from '../../domain/importing/guess.ts';
import {must} from '../../domain/assert.ts';
import {encodeBytes} from '../../electron/contract/bytes.ts';
import {contract} from '../../electron/contract/contract.ts';
import {makeClient} from '../../electron/contract/kernel.ts';
import {handlers} from '../../electron/handlers/handlers.ts';
import {Application} from '../../electron/host/application.ts';
import {makeDispatcher} from '../../electron/host/dispatch.ts';
import type {Figure} from './figure.ts';
import {until} from '../support/time.ts';

/** An import as a person does it, through the dispatcher: the file read, the dry run, the taking, and taken back. */

function tableOf(people: number): Uint8Array {
  const head = ['№', 'ФИО', 'Дата рождения', 'Пол', 'Адрес', 'Телефон', 'Дата поступления и № приказа'];
  const rows = Array.from({length: people}, (_, index) => [
    index + 1,
    `Тегі${index % 977} Аты${index % 331} Әкесі${index}`,
    `${String((index % 28) + 1).padStart(2, '0')}.${String((index % 12) + 1).padStart(2, '0')}.${1930 + (index % 70)}`,
    index % 2 === 0 ? 'м' : 'ж',
    `Қызылорда, Абай көшесі, ${index}`,
    `+7 701 ${String(index).padStart(7, '0')}`,
    `12.01.2026 № ${index}-ж`,
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([head, ...rows]), 'Лист1');
  return new Uint8Array(xlsx.write(book, {type: 'buffer', compression: true}) as Buffer);
}

export async function measureImport(people: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-import-'));
  const clock = (): Date => new Date('2026-02-02T12:00:00');
  const application = new Application({folder, clock, publish: () => undefined});
  const missing = (): never => {
    throw new Error('not in this measurement');
  };
  const dispatch = makeDispatcher({
    contract,
    handlers,
    application,
    pdf: {render: missing, bind: missing, close: () => Promise.resolve()},
    platform: {
      host: 'loopback',
      version: '0',
      saveFile: missing,
      openFile: missing,
      chooseFolder: missing,
      findSticks: missing,
      notify: missing,
    },
    clock,
    publish: () => undefined,
  });
  let ids = 0;
  const client = makeClient(contract, dispatch, () => `measure-${(ids += 1)}`);
  const ended = async (jobId: string): Promise<void> => {
    await until(async () => ((await client.job.state({jobId})).state === 'running' ? undefined : true));
    if ((await client.job.state({jobId})).state !== 'done') throw new Error('the work did not end');
  };
  try {
    await client.session.createAccount({name: 'Басшы', password: 'ұзын құпия сөйлем'});
    await client.facility.save({
      seen: null,
      type: 'home-care',
      name: {kk: 'Орталық', ru: 'Центр'},
      place: {kk: 'Қызылорда', ru: 'Кызылорда'},
      headStaffId: null,
    });
    const file = encodeBytes(tableOf(people));
    const took: Record<string, number> = {};
    const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
      const begin = performance.now();
      const value = await work();
      took[what] = (performance.now() - begin) / 1000;
      return value;
    };
    const read = await timed('read', async () => {
      const {jobId} = await client.importing.read({kind: 'people', file});
      await ended(jobId);
      return jobId;
    });
    const {rows} = await client.importing.rows({jobId: read, sheet: 0, from: 0, limit: 1});
    const head = must(findTables('people', rows)[0]);
    const fields = [...guessFields('people', headingsOf(rows, head))];
    const check = await timed('check', async () => {
      const {jobId} = await client.importing.check({
        jobId: read,
        sheet: 0,
        area: {head: 0, depth: 1, last: people},
        fields,
      });
      await ended(jobId);
      return jobId;
    });
    const take = await timed('take', async () => {
      const {jobId} = await client.importing.take({jobId: check, rows: 'all'});
      await ended(jobId);
      return jobId;
    });
    const {importId, taken} = await client.importing.taken({jobId: take});
    await timed('take back', async () => ended((await client.importing.takeBack({importId})).jobId));
    console.log(`import of ${taken}`, took);
    const whole = must(took['read']) + must(took['check']) + must(took['take']);
    return [
      {
        name: `import of ${people} people`,
        value: taken === people ? Math.round(whole * 10) / 10 : null,
        unit: 's',
        against: Object.entries(took)
          .map(([what, seconds]) => `${what} ${seconds.toFixed(1)}`)
          .join(', '),
        ratio: null,
        target: '≤ 20 s',
        met: taken === people && whole <= 20,
      },
    ];
  } finally {
    application.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
