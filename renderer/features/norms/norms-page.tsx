import {Button, Select} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {must} from '../../../domain/assert.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {normsText} from '../../text/norms.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {PlaceNorms} from './place-norms.tsx';
import './norms.css';

const organisation = 'organisation';

/** The minimum staff by Appendix 1, against those who work here. */
export function NormsPage() {
  const {t} = useText();
  const {data, error} = useCall('norms', 'get', {});
  const [chosen, setChosen] = useState(organisation);
  if (error) return <Framed content={<ProblemNote error={error} />} />;
  if (!data) return <Framed content={<Waiting />} />;
  if (data.facilityType !== 'stationary') {
    return (
      <Framed
        content={
          <EmptyState title={t(normsText.notStationaryTitle)} what={t(normsText.notStationaryWhat)}>
            <Button component={Link} href={paths.settings('facility')} variant="default">
              {t(normsText.openSettings)}
            </Button>
          </EmptyState>
        }
      />
    );
  }
  const place = data.places.find(({unitId}) => (unitId ?? organisation) === chosen) ?? must(data.places[0]);
  const key = place.unitId ?? organisation;
  const chooser = data.places.length > 1 && (
    <Select
      size="xs"
      w={260}
      aria-label={t(normsText.place)}
      allowDeselect={false}
      value={key}
      onChange={value => setChosen(value ?? organisation)}
      data={data.places.map(({unitId, name}) => ({value: unitId ?? organisation, label: t(name)}))}
    />
  );
  return <PlaceNorms key={key} place={place} staff={data.staff} chooser={chooser} />;
}

function Framed({content}: {content: React.ReactNode}) {
  const {t} = useText();
  return <Page title={t(normsText.title)}>{content}</Page>;
}
