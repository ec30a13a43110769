import {text} from '../../../domain/text.ts';
import {edition} from '../../../templates/core/edition.ts';
import {label, ownLabel} from '../../../templates/core/label.ts';

/** An invented order with a short plan: how the forms of a new act are added (docs/developers/editions.md). */
export const exampleAppendix4 = edition({
  id: '999-2027/appendix-4',
  form: 'appendix-4',
  basis: {
    act: text('2027 жылғы 15 қаңтардағы № 999 бұйрық', 'Приказ от 15 января 2027 года № 999'),
    number: '999',
    dated: '2027-01-15',
    registered: {number: '40000', on: '2027-01-20'},
    appendix: 4,
    paragraphs: {'stationary': '7', 'semi-stationary': '7', 'home-care': '9', 'temporary-stay': null},
  },
  inForce: {from: '2027-03-01', notBefore: '2027-02-01', until: null, repealedBy: null},
  revisions: [{number: 1, on: '2027-02-10', reason: 'as the order prints it'}],
  stamp: [
    label('2027 жылғы 15 қаңтардағы № 999 бұйрыққа 4-қосымша', 'Приложение 4 к приказу от 15 января 2027 года № 999'),
    label('Нысан', 'Форма'),
  ],
  title: label('Қызмет көрсетудің жеке жоспары', 'Индивидуальный план обслуживания', 'official'),
  fields: {
    organisation: {
      type: 'bilingual',
      label: label('Ұйымның атауы', 'Наименование организации'),
      max: 500,
      need: 'always',
    },
    recipient: {type: 'person', label: label('Қызмет алушы', 'Получатель услуг'), need: 'always'},
    planned: {
      type: 'period',
      label: ownLabel('Жоспардың кезеңі', 'Период плана'),
      line: label('Жоспар {from} бастап {to} дейінгі кезеңге жасалды', 'План составлен на период с {from} по {to}'),
      need: 'always',
      paragraph: '7',
    },
    goal: {
      type: 'text',
      label: label('Жоспардың мақсаты', 'Цель плана'),
      max: 2000,
      lines: 2,
      need: {known: 'services'},
    },
    services: {
      type: 'table',
      label: label('Көрсетілетін қызметтер:', 'Предоставляемые услуги:'),
      rows: {everyday: label('Тұрмыстық', 'Бытовые'), medical: label('Медициналық', 'Медицинские')},
      need: 'advised',
      fields: {
        volume: {type: 'text', label: label('Көлемі', 'Объем'), max: 500, lines: 1, need: 'always'},
      },
    },
  },
  checks: [
    {
      must: {atMostOneYear: ['planned.from', 'planned.to']},
      at: 'planned',
      severity: 'stop',
      say: text('Жоспар бір жылдан ұзақ.', 'План длиннее одного года.'),
      paragraph: '7',
    },
  ],
  signatories: [],
  footnotes: [],
  page: {orientation: 'portrait', fontSize: 12, tableFontSize: 11, lineSpace: 5},
  print: [
    {block: 'stamp'},
    {block: 'title'},
    {block: 'line', field: 'organisation'},
    {block: 'line', field: 'recipient'},
    {block: 'sentence', field: 'planned'},
    {block: 'line', field: 'goal'},
    {
      block: 'table',
      field: 'services',
      lead: true,
      numbered: false,
      columns: [
        {head: label('№', '№', 'official'), width: 8, cell: 'number'},
        {head: label('Қызмет түрлері', 'Виды услуг'), width: 42, cell: 'row'},
        {head: 'volume', width: 50, cell: [{field: 'volume'}]},
      ],
    },
  ],
});
