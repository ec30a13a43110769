import {text} from '../../../domain/text.ts';
import {returnedMark} from '../../../domain/vocabulary.ts';
import {edition} from '../../core/edition.ts';
import {label, ownLabel} from '../../core/label.ts';
import {basis, bornBeforeToday, firstRevision, inForce, organisationKk, organisationRu, sexes, stamp} from './order.ts';

const orderNumber = {
  type: 'text',
  label: ownLabel('Бұйрықтың №', '№ приказа'),
  line: ownLabel('№\u00a0{value}', '№\u00a0{value}'),
  max: 50,
  lines: 1,
  need: 'advised',
  paragraph: '35 2)',
} as const;

const eventDate = {type: 'date', label: ownLabel('Күні', 'Дата'), need: 'always'} as const;

/** Appendix 2: the electronic journal. The queue and the recipients stand in one journal, a row per person. */
export const appendix2 = edition({
  id: '308-2022/appendix-2',
  form: 'appendix-2',
  basis: basis(2, {
    'stationary': '11 1)',
    'semi-stationary': '21 1)',
    'home-care': '26 1)',
    'temporary-stay': '35 2)',
  }),
  inForce,
  revisions: firstRevision,
  stamp: stamp(2),
  title: label(
    'Стационарлық/жартылай стационарлық үлгідегі/ үйде қызмет көрсететін/уақытша болу ұйымында арнаулы әлеуметтік қызметтерді алатын адамдарды және арнаулы әлеуметтік қызметтерге мұқтаж адамдарды кезекке тіркеудің электрондық журналы',
    'Электронный журнал регистрации очереди лиц, получающих специальные социальные услуги в организации стационарного/полустационарного типа/надомного обслуживания/временного пребывания, и лиц, нуждающихся в специальных социальных услугах',
  ),
  fields: {
    organisationKk,
    organisationRu,
    begunOn: {
      type: 'date',
      label: ownLabel('Журнал басталған күні', 'Дата начала журнала'),
      line: label('{year} жылғы "{day}" {month} басталды', 'Начат "{day}" {month} {year} года'),
      need: 'always',
    },
    endedOn: {
      type: 'date',
      label: ownLabel('Журнал аяқталған күні', 'Дата окончания журнала'),
      line: label('{year} жылғы "{day}" {month} аяқталды', 'Окончен "{day}" {month} {year} года'),
      need: 'never',
    },
    rows: {
      type: 'list',
      label: ownLabel('Журнал жазбалары', 'Записи журнала'),
      max: 20000,
      need: 'never',
      fields: {
        number: {type: 'integer', label: label('№', '№', 'official'), min: 1, max: 9999999, need: 'always'},
        status: {type: 'bilingual', label: label('Мәртебесі', 'Статус'), max: 100, need: 'always'},
        name: {
          type: 'person',
          label: label('Тегі, аты, әкесінің аты (бар болса)', 'Фамилия, имя, отчество (при его наличии)'),
          need: 'always',
        },
        born: {
          type: 'date',
          label: label('Туған күні, жасы', 'Дата рождения, возраст'),
          short: label('Туған күні', 'Дата рождения'),
          need: 'always',
        },
        age: {type: 'integer', label: ownLabel('Жасы', 'Возраст'), min: 0, max: 150, need: 'never'},
        sex: {type: 'choice', label: label('Жынысы', 'Пол'), options: sexes, need: 'always'},
        address: {
          type: 'text',
          label: label('Үйінің мекенжайы', 'Домашний адрес'),
          max: 500,
          lines: 1,
          need: 'advised',
        },
        phone: {type: 'text', label: label('Телефон номірі', 'Номер телефона'), max: 100, lines: 1, need: 'never'},
        programme: {
          type: 'period',
          label: label(
            'Мүгедектігі бар адамды абилитациялау мен оңалтудың жеке бағдарламасының мерзімі',
            'Срок индивидуальной программы абилитации и реабилитации лица с инвалидностью',
            'term',
          ),
          need: 'never',
        },
        programmeIndefinite: {type: 'flag', label: ownLabel('мерзімсіз', 'бессрочно'), need: 'never'},
        admissions: {
          type: 'list',
          label: label('Түскен күні және бұйрықтың №', 'Дата поступления и № приказа', 'term'),
          max: 100,
          need: 'never',
          paragraph: '35 2)',
          fields: {
            date: eventDate,
            order: orderNumber,
            returned: {
              type: 'flag',
              label: {...returnedMark, status: {kk: 'product', ru: 'official'}},
              need: 'never',
            },
          },
        },
        leaves: {
          type: 'list',
          label: label('Уақытша шығқан күні және бұйрықтың №', 'Дата временного выбытия и № приказа', 'term'),
          max: 1000,
          need: 'never',
          paragraph: '35 2)',
          fields: {date: eventDate, order: orderNumber},
        },
        discharges: {
          type: 'list',
          label: label('Шыққан күні және бұйрықтың №', 'Дата выбытия (выписки) и № приказа', 'term'),
          max: 100,
          need: 'never',
          paragraph: '35 2)',
          fields: {date: eventDate, order: orderNumber},
        },
        reason: {
          type: 'text',
          label: label('Шығу себебі', 'Причина выбытия', 'term'),
          max: 500,
          lines: 1,
          need: 'never',
        },
        transfers: {
          type: 'list',
          label: label('Ауыстырылған күні және бұйрықтың №', 'Дата перевода и № приказа', 'term'),
          max: 100,
          need: 'never',
          paragraph: '35 2)',
          fields: {date: eventDate, order: orderNumber},
        },
        destination: {
          type: 'text',
          label: label('Қайда шықты (облыс, қала, аудан)', 'Куда выбыл (область, город, район)'),
          max: 500,
          lines: 1,
          need: 'never',
        },
      },
      checks: [bornBeforeToday],
    },
  },
  checks: [
    {
      must: {notAfter: ['begunOn', 'endedOn']},
      at: 'endedOn',
      severity: 'stop',
      say: text('Журнал басталғанға дейін аяқталған.', 'Журнал окончен раньше, чем начат.'),
    },
  ],
  signatories: [],
  footnotes: [],
  page: {orientation: 'landscape', fontSize: 12, tableFontSize: 8, lineSpace: 4},
  print: [
    {block: 'stamp'},
    {block: 'captions', fields: ['organisationKk', 'organisationRu']},
    {block: 'title'},
    {block: 'sentence', field: 'begunOn'},
    {block: 'sentence', field: 'endedOn'},
    {
      block: 'table',
      field: 'rows',
      lead: false,
      numbered: true,
      columns: [
        {head: 'number', width: 28, cell: [{field: 'number'}]},
        {head: 'status', width: 56, cell: [{field: 'status'}]},
        {head: 'name', width: 70, cell: [{field: 'name'}]},
        {head: 'born', width: 48, cell: [{field: 'born'}, {field: 'age'}]},
        {head: 'sex', width: 40, cell: [{field: 'sex'}]},
        {head: 'address', width: 70, cell: [{field: 'address'}]},
        {head: 'phone', width: 46, cell: [{field: 'phone'}]},
        {head: 'programme', width: 71, cell: [{field: 'programme'}, {field: 'programmeIndefinite'}]},
        {head: 'admissions', width: 60, cell: [{field: 'admissions'}]},
        {head: 'leaves', width: 56, cell: [{field: 'leaves'}]},
        {head: 'discharges', width: 56, cell: [{field: 'discharges'}]},
        {head: 'reason', width: 50, cell: [{field: 'reason'}]},
        {head: 'transfers', width: 61, cell: [{field: 'transfers'}]},
        {head: 'destination', width: 56, cell: [{field: 'destination'}]},
      ],
    },
  ],
});
