import {Text as Words} from '@mantine/core';
import {useText} from '../lib/language.tsx';
import {unitText} from '../text/unit.ts';

interface OccupancyProps {
  readonly places: number | null;
  readonly occupied: number;
  readonly away: number;
}

/** How many places are taken and free; said where there are more people than places. */
export function Occupancy({places, occupied, away}: OccupancyProps) {
  const {t} = useText();
  const free = places === null ? null : places - occupied;
  return (
    <Words size="sm" component="span">
      {t(unitText.line(occupied, places))}
      {free !== null && free >= 0 && ` · ${t(unitText.freeCount(free))}`}
      {away > 0 && ` · ${t(unitText.away(away))}`}
      {free !== null && free < 0 && (
        <>
          {' · '}
          <strong style={{color: 'var(--tone-late)'}}>{t(unitText.over(-free))}</strong>
        </>
      )}
    </Words>
  );
}
