import type {OrganisationType} from '../../domain/vocabulary.ts';

/** What the year brings to one recipient. */
export interface Fate {
  /** Served before the year began; from the queue; at once; a few days before the end; still in the queue. */
  readonly enters: 'before' | 'queue' | 'at-once' | 'just-now' | 'waits' | 'withdrawn';
  readonly course: 'stays' | 'away-for-a-while' | 'is-away' | 'transferred' | 'discharged' | 'comes-back';
  /** What nobody has got round to at the end of the year. */
  readonly undone: 'nothing' | 'round' | 'closing' | 'filling' | 'approval' | 'renewal' | 'file';
}

function fate(enters: Fate['enters'], course: Fate['course'] = 'stays', undone: Fate['undone'] = 'nothing'): Fate {
  return {enters, course, undone};
}

/** Dealt in turn; so the first six already show most of what can happen. */
const deck: readonly Fate[] = [
  fate('before'),
  fate('queue'),
  fate('before', 'away-for-a-while'),
  fate('before', 'comes-back'),
  fate('before', 'transferred'),
  fate('waits'),
  fate('at-once', 'stays', 'approval'),
  fate('queue', 'away-for-a-while'),
  fate('before', 'stays', 'round'),
  fate('before', 'discharged'),
  fate('queue'),
  fate('just-now', 'stays', 'filling'),
  fate('before', 'is-away'),
  fate('withdrawn'),
  fate('before', 'stays', 'closing'),
  fate('queue'),
  fate('at-once', 'discharged'),
  fate('just-now', 'stays', 'file'),
  fate('before', 'stays', 'renewal'),
  fate('before', 'away-for-a-while'),
  fate('queue', 'stays', 'filling'),
  fate('before'),
  fate('at-once'),
];

export function fateOf(index: number, type: OrganisationType): Fate {
  const dealt = deck[index % deck.length] ?? fate('before');
  // A stay of at most a year has no long past: those of «before» come one after another.
  return type === 'temporary-stay' && dealt.enters === 'before' ? {...dealt, enters: 'at-once'} : dealt;
}
