/** One line of `out/faults.json`. */
export interface Campaign {
  readonly campaign: string;
  readonly seed: string;
  readonly rounds: number;
  /** How often each kind of fault was done. */
  readonly faults: Readonly<Record<string, number>>;
  readonly written: number;
  /** Written, held by somebody at the end of everything that went wrong, and missing at somebody in the end. */
  readonly lost: number;
  readonly doubled: number;
  readonly corrupt: number;
  readonly converged: string;
  /** Held by nobody but a disk that was put back from a copy: gone with it, and no fault of the exchange. */
  readonly goneWithADisk: number;
  /** Of those that a stick still had: what nobody can make a row of, because its cause is gone; held aside, with the reason. */
  readonly orphans: number;
}

export function isClean({lost, doubled, corrupt, converged}: Campaign): boolean {
  const [whole, all] = converged.split(' of ');
  return lost === 0 && doubled === 0 && corrupt === 0 && whole === all;
}

export function printed(campaign: Campaign): string {
  const faults = Object.entries(campaign.faults).map(([kind, count]) => `${kind} ${count}`);
  return [
    `${campaign.campaign}: ${campaign.rounds} rounds, seed ${campaign.seed}`,
    `  faults: ${faults.join(', ')}`,
    `  written and answered ${campaign.written}, lost ${campaign.lost}, doubled ${campaign.doubled}, corrupt databases ${campaign.corrupt}`,
    `  gone with a disk that was put back ${campaign.goneWithADisk}, without their cause ${campaign.orphans}, nodes converged ${campaign.converged}`,
  ].join('\n');
}

/** What several facilities came to. */
export function together(seed: string, campaigns: readonly Campaign[]): Campaign {
  const sum = (of: (campaign: Campaign) => number): number => campaigns.reduce((total, each) => total + of(each), 0);
  const faults = new Map<string, number>();
  for (const campaign of campaigns)
    for (const [kind, count] of Object.entries(campaign.faults)) faults.set(kind, (faults.get(kind) ?? 0) + count);
  const [whole, all] = [0, 1].map(part => sum(({converged}) => Number(converged.split(' of ')[part])));
  return {
    campaign: campaigns[0]?.campaign ?? 'exchange',
    seed,
    rounds: sum(({rounds}) => rounds),
    faults: Object.fromEntries(faults),
    written: sum(({written}) => written),
    lost: sum(({lost}) => lost),
    doubled: sum(({doubled}) => doubled),
    corrupt: sum(({corrupt}) => corrupt),
    converged: `${whole} of ${all}`,
    goneWithADisk: sum(({goneWithADisk}) => goneWithADisk),
    orphans: sum(({orphans}) => orphans),
  };
}
