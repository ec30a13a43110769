import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {makeRandom} from '../../electron/demo/random.ts';
import {readKeyring} from '../../electron/host/keyring.ts';
import {Desk} from './desk.ts';
import {freshSeed} from './exchange.ts';
import {letPass} from '../support/time.ts';

const head = {name: 'Басшы', password: 'ұзын құпия сөйлем'};
const colleague = {name: 'Маман', password: 'тағы бір құпия', role: 'worker', staffId: null};
const rounds = 8;
/** Milliseconds: a rotation of so small a database is over by then. */
const longest = 1500;

function macIn(folder: string): string | null {
  const read = readKeyring(folder);
  return read.found === 'keyring' ? read.keyring.mac : null;
}

/** With a fresh seed at each run, which is printed; the built program itself is killed. */
test('the program is killed while the key is changed: everybody comes in afterwards', {timeout: 180_000}, async () => {
  const seed = freshSeed();
  const random = makeRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'tirek-rotation-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  let calls = 0;
  const ask = async (desk: Desk, name: string, input: unknown, area = 'session'): Promise<unknown> => {
    const reply = await desk.call(area, name, input, `${seed}-${(calls += 1)}`);
    if (reply?.ok !== true) throw new Error(`${area}.${name}, seed ${seed}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  let desk = await Desk.open(folder);
  await ask(desk, 'createAccount', head);
  const name = {kk: '«Тірек» орталығы', ru: 'Центр «Тирек»'};
  const place = {kk: 'Қызылорда қаласы', ru: 'город Кызылорда'};
  await ask(desk, 'save', {seen: null, type: 'stationary', name, place, headStaffId: null}, 'facility');
  await ask(desk, 'addAccount', colleague);
  await ask(desk, 'setSetupStep', {step: 'done'}, 'facility');
  const seen = {old: 0, new: 0};
  for (let round = 1; round <= rounds; round += 1) {
    const before = macIn(folder);
    const rotating = desk.call('session', 'rotateKey', {password: head.password, onlySelf: false}, `${seed}-r${round}`);
    await letPass(random.int(50, longest), 'the power fails at any moment');
    await desk.kill();
    await rotating;
    desk = await Desk.open(folder);
    for (const {name: who, password} of [colleague, head]) {
      expect(await ask(desk, 'signIn', {name: who, password}), `seed ${seed}`).toEqual({result: 'ok'});
      if (who === colleague.name) await ask(desk, 'lock', {});
    }
    expect(await ask(desk, 'get', {}, 'facility')).toMatchObject({name});
    expect(readdirSync(folder).filter(each => /^(restor|rotating|set-aside)/.test(each))).toEqual([]);
    if (macIn(folder) === before) seen.old += 1;
    else seen.new += 1;
  }
  console.log(`rotation, seed ${seed}: killed ${rounds} times; the old key ${seen.old}, the new one ${seen.new}`);
  await desk.close();
});
