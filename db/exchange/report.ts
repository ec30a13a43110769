import type {ParcelHeader} from '../../registry/protocol/header.ts';
import type {ReadableDb} from '../connection.ts';
import {countHeld} from './quarantine.ts';

/** What the facility says of itself to the registry: numbers alone. */
export function reportOf(db: ReadableDb): NonNullable<ParcelHeader['report']> {
  const counts = new Map(
    db
      .prepare<{status: string; count: number}>(
        'SELECT status, count(*) AS count FROM placement_state WHERE current GROUP BY status',
      )
      .all()
      .map(({status, count}) => [status, count]),
  );
  const places = db.prepare<{places: number | null}>('SELECT places FROM facility LIMIT 1').get()?.places ?? null;
  const receiving = counts.get('receiving') ?? 0;
  const away = counts.get('on-leave') ?? 0;
  return {
    receiving,
    queued: counts.get('queued') ?? 0,
    // Whoever is away for a while keeps the place.
    freePlaces: places === null ? null : places - receiving - away,
    quarantined: countHeld(db),
  };
}
