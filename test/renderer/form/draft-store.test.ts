import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {draftAtRest, DraftWriter, writeAllDrafts, type DraftValues} from '../../../renderer/form/draft-store.ts';

interface Store {
  held: DraftValues | null;
  readonly saves: DraftValues[];
  failing: boolean;
}

const savedAt = '2026-11-23T05:00:00.000Z';

function open(key: string, store: Store, atRest = false) {
  const states: string[] = [];
  const writer = new DraftWriter(
    key,
    {
      save: async values => {
        await Promise.resolve();
        if (store.failing) throw new Error('locked');
        store.saves.push(values);
        store.held = values;
        return {savedAt};
      },
      drop: async () => {
        await Promise.resolve();
        store.held = null;
      },
    },
    state => states.push(state),
    atRest,
  );
  return {writer, states};
}

function emptyStore(): Store {
  return {held: null, saves: [], failing: false};
}

describe('DraftWriter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('writes after a pause, once for all that was typed', async () => {
    const store = emptyStore();
    const {writer, states} = open('pause', store);
    writer.typed({name: 'Ә'});
    await vi.advanceTimersByTimeAsync(400);
    writer.typed({name: 'Әл'});
    await vi.advanceTimersByTimeAsync(799);
    expect(store.saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(store.saves).toEqual([{name: 'Әл'}]);
    expect(states).toEqual(['unsaved', 'unsaved', 'saved']);
    writer.close();
  });

  test('is never more than two seconds behind somebody who does not pause', async () => {
    const store = emptyStore();
    const {writer} = open('steady', store);
    for (let letter = 1; letter <= 11; letter += 1) {
      writer.typed({name: 'ә'.repeat(letter)});
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(store.saves).toEqual([{name: 'ә'.repeat(10)}]);
    writer.close();
  });

  test('keeps what could not be written and writes it at the next chance', async () => {
    const store = {...emptyStore(), failing: true};
    const {writer, states} = open('failing', store);
    writer.typed({name: 'Әлия'});
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.held).toBeNull();
    store.failing = false;
    await writeAllDrafts();
    expect(store.held).toEqual({name: 'Әлия'});
    expect(states.at(-1)).toBe('saved');
    writer.close();
  });

  test('drops the draft of a saved record, also one that is being written just then', async () => {
    const store = emptyStore();
    const {writer} = open('saved', store);
    writer.typed({name: 'Әлия'});
    void writer.flush();
    void writer.clean();
    await draftAtRest('saved');
    expect(store.held).toBeNull();
    writer.close();
  });

  test('writes the last letters when the form leaves the screen', async () => {
    const store = emptyStore();
    const {writer} = open('closing', store);
    writer.typed({name: 'Әлия'});
    writer.close();
    await draftAtRest('closing');
    expect(store.held).toEqual({name: 'Әлия'});
  });
});
