import {Client} from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Office} from '../support/office.ts';
import {openWorld, type World} from '../support/world.ts';
import {receive} from '../../../registry/store/receive.ts';
import {makeReply, networkBounds} from '../../../registry/store/reply.ts';
import {lacks} from '../../support/lacks.ts';
import {letPass, until} from '../../support/time.ts';

/** Rule 3 needs connections beside each other, which PGlite does not have. */
describe.skipIf(lacks.postgreSql())('a reader beside a long writing transaction on PostgreSQL', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('PostgreSQL');
  });
  afterAll(() => world.close());

  const take = (office: Office) => {
    const {header, changes} = office.parcel();
    return receive(world.registry, {facilityId: office.facility, node: office.node}, header, changes);
  };
  const read = async (office: Office): Promise<void> =>
    office.receive(
      await makeReply(world.registry, {facilityId: office.facility, node: office.node}, networkBounds, 'test'),
    );

  test('skips nothing: numbers are given out in the order of the commits', async () => {
    const facility = await world.facility();
    const [slow, quick, reader] = [
      await world.office(facility),
      await world.office(facility),
      await world.office(facility),
    ];
    slow.write();
    quick.write();
    // What keeps the slow one open: its last step needs the row of its node, which somebody else holds.
    const holder = new Client(world.url);
    await holder.connect();
    await holder.query(
      `BEGIN; SELECT set_config('tirek.facility', '${facility}', true), set_config('role', 'tirek_exchange', true)`,
    );
    await holder.query('SELECT FROM node WHERE id = $1 FOR UPDATE', [slow.node]);
    const order: string[] = [];
    const slowDone = take(slow).then(({head}) => order.push(`slow ${head}`));
    await until(async () => {
      const {rowCount} = await holder.query('SELECT FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()');
      return rowCount === 0 ? undefined : rowCount;
    });
    const quickDone = take(quick).then(({head}) => order.push(`quick ${head}`));
    const readDone = read(reader).then(() => order.push('read'));
    await letPass(300, 'nobody is to come past');
    // The slow one has its number and is not committed: nobody may come past it.
    expect(order).toEqual([]);
    await holder.query('COMMIT');
    await holder.end();
    await Promise.all([slowDone, quickDone, readDone]);
    expect(order.filter(each => each !== 'read')).toEqual(['slow 1', 'quick 2']);
    await world.exchange(reader);
    expect(reader.log.map(({stamp}) => stamp).toSorted()).toEqual(
      [slow, quick].flatMap(({log}) => log.slice(0, 1).map(({stamp}) => stamp)).toSorted(),
    );
  });

  test('skips nothing while four write and one reads, whatever the order', async () => {
    const facility = await world.facility();
    const writers = await Promise.all([1, 2, 3, 4].map(() => world.office(facility)));
    const reader = await world.office(facility);
    const state = {writing: true};
    const work = writers.map(async office => {
      for (let page = 0; page < 15; page += 1) {
        for (let count = 0; count < 20; count += 1) office.write();
        await world.exchange(office);
      }
    });
    const reading = (async () => {
      while (state.writing) await world.exchange(reader, {rows: 37, bytes: 1e6});
    })();
    await Promise.all(work);
    state.writing = false;
    await reading;
    for (let page = 0; page < 60; page += 1) await world.exchange(reader, {rows: 37, bytes: 1e6});
    expect(new Set(reader.log.map(({stamp}) => stamp)).size).toBe(4 * 15 * 20);
    expect(reader.log).toHaveLength(4 * 15 * 20);
    const own = writers.flatMap(({node, log}) => log.filter(({stamp}) => stamp.includes(node)).map(({stamp}) => stamp));
    expect(reader.log.map(({stamp}) => stamp).toSorted()).toEqual(own.toSorted());
  });
});
