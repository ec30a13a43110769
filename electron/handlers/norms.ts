import {formatDate} from '../../domain/dates.ts';
import {must} from '../../domain/assert.ts';
import type {Calculation} from '../../domain/staff-norms/calculate.ts';
import {placeName} from '../../domain/staff-norms/words.ts';
import {text, type PrintLanguage, type Text} from '../../domain/text.ts';
import {fullName} from '../../domain/person.ts';
import {findFacility, findStaff} from '../../db/queries/facility.ts';
import {recordStamp} from '../../db/queries/stamps.ts';
import {writeSetting} from '../../db/settings.ts';
import type {ReadableDb} from '../../db/connection.ts';
import type {StaffNormEdition} from '../../templates/core/staff-norm-edition.ts';
import {staffNormEditions} from '../../templates/editions/staff-norms.ts';
import {staffNormsDocument} from '../../templates/print/staff-norms.ts';
import {staffNormSheets} from '../../templates/sheets/staff-norms.ts';
import type {DataSheet, SheetCell} from '../../templates/sheets/sheet.ts';
import {encodeBytes} from '../contract/bytes.ts';
import type {NormAnswers, normsCalls} from '../contract/norms.ts';
import {workbook, type WorkbookCell} from '../excel/workbook.ts';
import type {AreaHandlers, QueryContext} from './context.ts';
import {outcomeOf, viewOf, type Outcome} from './norms/calculation.ts';
import {
  actualOf,
  answersSetting,
  recordedPlaces,
  savedAnswers,
  staffOfPlace,
  unitOfStaff,
  workingStaff,
} from './norms/places.ts';
import {fileNameOf} from './paper-file-name.ts';
import {orMissing, refusal, refuseChanged, refuseIf} from './refusals.ts';
import {saveFile} from './save-file.ts';

export const normsHandlers: AreaHandlers<typeof normsCalls> = {
  get({db, today}) {
    const places = recordedPlaces(db, today);
    const working = workingStaff(db, today);
    const unitOf = unitOfStaff(
      db,
      places.map(({unitId}) => unitId),
    );
    return {
      facilityType: findFacility(db)?.type ?? null,
      places: places.map(place => {
        const answers = savedAnswers(db, place.unitId);
        const {byPost, withoutPost} = actualOf(staffOfPlace(working, unitOf, place.unitId, answers));
        return {
          ...place,
          answers,
          stamp: recordStamp(db, answersSetting(place.unitId)),
          actual: [...byPost].sort(([a], [b]) => a - b).map(([post, hundredths]) => ({post, hundredths})),
          withoutPost,
        };
      }),
      staff: working.map(({id, surname, firstName, patronymic}) => ({
        id,
        name: {surname, firstName, patronymic},
        unitId: unitOf.get(id) ?? null,
      })),
    };
  },

  save({db, today}, {unitId, answers, seen}) {
    const places = recordedPlaces(db, today);
    orMissing(places.find(place => place.unitId === unitId));
    const setting = answersSetting(unitId);
    refuseChanged(seen, recordStamp(db, setting));
    const elsewhere = unitOfStaff(
      db,
      places.map(place => place.unitId).filter(id => id !== unitId),
    );
    const staffIds = unitId === null ? [] : [...new Set(answers.staffIds)];
    // Named as the form of the answers names it.
    refuseIf(
      staffIds.some(id => findStaff(db, id) === undefined) && refusal('staffIds', 'no-such-staff'),
      staffIds.some(id => elsewhere.has(id)) && refusal('staffIds', 'staff-in-another-unit'),
    );
    writeSetting(db, setting, {...answers, kind: unitId === null ? answers.kind : null, staffIds});
    return {stamp: recordStamp(db, setting)};
  },

  compute(context, {unitId, answers}) {
    const outcome = count(context, unitId, answers);
    return 'why' in outcome ? {state: 'not-yet', why: outcome.why} : viewOf(edition(), outcome.calculation);
  },

  async print(context, asked) {
    const {bytes, fileName} = await printed(context, asked);
    return {file: encodeBytes(bytes), fileName};
  },

  async excel(context, asked) {
    const {bytes, fileName} = await tabulated(context, asked);
    return {file: encodeBytes(bytes), fileName};
  },

  async saveAs(context, {as, ...asked}) {
    const {bytes, fileName} = await (as === 'pdf' ? printed(context, asked) : tabulated(context, asked));
    return saveFile(context.platform, fileName, bytes);
  },
};

function edition(): StaffNormEdition {
  return must(staffNormEditions.at(-1));
}

/** By the answers as they stand on the screen and by what the records know today. */
function count(
  {db, today}: Pick<QueryContext, 'today'> & {db: ReadableDb},
  unitId: string | null,
  answers: NormAnswers,
): Outcome {
  const places = recordedPlaces(db, today);
  const place = orMissing(places.find(each => each.unitId === unitId));
  const unitOf = unitOfStaff(
    db,
    places.map(each => each.unitId),
  );
  const staff = staffOfPlace(workingStaff(db, today), unitOf, unitId, answers);
  return outcomeOf(edition(), unitId !== null, answers, place.receiving, actualOf(staff));
}

interface Asked {
  readonly unitId: string | null;
  readonly answers: NormAnswers;
  readonly language: PrintLanguage;
}

interface Made {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What cannot be counted cannot be printed: the screen says why before it offers to. */
function calculated(context: QueryContext, {unitId, answers}: Asked): Calculation {
  const outcome = count(context, unitId, answers);
  refuseIf('why' in outcome && refusal('', 'issues-remain'));
  return must('calculation' in outcome ? outcome.calculation : undefined);
}

async function printed(context: QueryContext, asked: Asked): Promise<Made> {
  const {db, today, pdf} = context;
  const calculation = calculated(context, asked);
  const facility = findFacility(db);
  const head = facility?.headStaffId ? findStaff(db, facility.headStaffId) : undefined;
  const bytes = await pdf.render(
    staffNormsDocument({
      edition: edition(),
      calculation,
      organisation: organisationName(context, asked.unitId),
      on: today,
      head: head ? fullName(head) : '',
      language: asked.language,
    }),
  );
  return {bytes, fileName: fileName(context, calculation, asked, 'pdf')};
}

async function tabulated(context: QueryContext, asked: Asked): Promise<Made> {
  const calculation = calculated(context, asked);
  const sheets = staffNormSheets(calculation).map(sheet => sheetIn(sheet, asked.language));
  return {bytes: await workbook(sheets), fileName: fileName(context, calculation, asked, 'xlsx')};
}

/** A unit is named beside its organisation. */
function organisationName({db, today}: QueryContext, unitId: string | null): Text {
  const [organisation, ...units] = recordedPlaces(db, today);
  const {name} = must(organisation);
  const unit = units.find(each => each.unitId === unitId);
  return unit === undefined ? name : text(`${name.kk}. ${unit.name.kk}`, `${name.ru}. ${unit.name.ru}`);
}

const title = text('Штат нормативтері', 'Штатные нормативы');

function fileName({today}: QueryContext, {input}: Calculation, {language}: Asked, extension: 'pdf' | 'xlsx'): string {
  const inLanguage = (words: Text): string => (language === 'both' ? `${words.kk} - ${words.ru}` : words[language]);
  const unit = input.place.kind === 'unit' ? [inLanguage(placeName(input.place))] : [];
  return fileNameOf([inLanguage(title), ...unit, formatDate(today)], extension);
}

/** Wide enough to read: words of a post and of a rule are long, figures are short. */
const narrow = 12;
const wide = 44;

function sheetIn({name, heads, rows}: DataSheet, language: PrintLanguage) {
  const side = (words: Text): string => {
    if (language !== 'both') return words[language];
    return words.kk === words.ru ? words.kk : `${words.kk} / ${words.ru}`;
  };
  const cellIn = (cell: SheetCell): WorkbookCell => {
    if (cell.type === 'empty') return null;
    return cell.type === 'number' ? cell.value : side(cell.value);
  };
  const isWide = (column: number): boolean =>
    rows.some(row => {
      const cell = row[column];
      return cell?.type === 'text' && cell.value.ru.length > 24;
    });
  return {
    name: language === 'both' ? name.kk : name[language],
    head: heads.map(side),
    rows: rows.map(row => row.map(cellIn)),
    widths: heads.map((_, column) => (isWide(column) ? wide : narrow)),
  };
}
