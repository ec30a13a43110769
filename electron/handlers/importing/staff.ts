import {cleanName, fullName} from '../../../domain/person.ts';
import {fold} from '../../../domain/search-key.ts';
import {readRate, readServiceTypes, readSignatoryRole} from '../../../domain/importing/words.ts';
import {addImportedStaff, type ImportedStaff} from '../../../db/commands/importing.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {allStaff} from '../../../db/queries/facility.ts';
import {bilingualRefusals} from '../facility.ts';
import {longest, nameRefusals, orderRefusals} from '../refusals.ts';
import type {ImportContext, Importer} from './importer.ts';
import {RowReader, shownName, stateOf} from './row.ts';

/** The people who work here. */
export function staffImporter(db: ReadableDb, {today, fields}: ImportContext): Importer<ImportedStaff> {
  const there = new Set(allStaff(db).map(row => fold(fullName(row))));
  const seen = new Set<string>();
  return {
    check(_now, row, cells) {
      const reader = new RowReader(cells, fields, today);
      const draft = readMember(reader);
      const key = fold(fullName(draft));
      if (there.has(key)) reader.tell(null, 'already-there');
      else if (seen.has(key)) reader.tell(null, 'twice-in-file');
      reader.tellOfBareName();
      const isRefused = stateOf(reader.findings) === 'refused';
      if (!isRefused) seen.add(key);
      return {
        name: shownName(draft),
        findings: reader.findings,
        draft: isRefused ? null : draft,
        group: String(row),
      };
    },

    write(target, importId, rows) {
      for (const {row, draft} of rows) addImportedStaff(target, importId, row, draft);
    },
  };
}

function readMember(reader: RowReader): ImportedStaff {
  const services = readServiceTypes(reader.words('serviceTypes'));
  if (services.includes(undefined)) reader.tell('serviceTypes', 'word-unknown');
  // One column of posts is in the language of the house: it stands for both until somebody says the other.
  const position = reader.line('position') ?? '';
  const kept = {
    ...cleanName(reader.name()),
    positionKk: reader.line('positionKk') ?? position,
    positionRu: reader.line('positionRu') ?? position,
    signatoryRole: reader.choice('signatoryRole', readSignatoryRole),
    serviceTypes: [...new Set(services.filter(each => each !== undefined))],
    startedOn: reader.day('startedOn'),
    leftOn: reader.day('leftOn'),
    normPost: null,
    rateHundredths: reader.choice('rate', readRate),
  };
  const positions = bilingualRefusals('position', {kk: kept.positionKk, ru: kept.positionRu}, longest.position);
  reader.refused([...nameRefusals('name', kept), ...orderRefusals('leftOn', kept.startedOn, kept.leftOn)], path =>
    path === 'leftOn'
      ? 'leftOn'
      : reader.fieldOfName(
          path === 'name.surname' ? 'surname' : path === 'name.firstName' ? 'firstName' : 'patronymic',
        ),
  );
  reader.refused(positions, path => {
    const own = path === 'position.kk' ? 'positionKk' : 'positionRu';
    return reader.has(own) ? own : 'position';
  });
  return kept;
}
