import {text} from '../../../domain/text.ts';
import {edition} from '../../core/edition.ts';
import {label, ownLabel} from '../../core/label.ts';
import {
  basis,
  born,
  bornBeforeToday,
  diagnosis,
  everyType,
  firstRevision,
  inForce,
  notHomeCare,
  organisationType,
  periods,
  position,
  recipient,
  services,
  signatureCaption,
  signatureName,
  signedOn,
  stamp,
} from './order.ts';

const longerThanAYear = text(
  'Жеке жоспар бір жылдан ұзақ мерзімге жасалған.',
  'План составлен на срок более одного года.',
);

const roles = {
  'social-work-specialist': label('Әлеуметтік жұмыс жөніндегі маман', 'Специалист по социальной работе'),
  'psychologist': label('Психолог*', 'Психолог*'),
  'medical': label('Медициналық персонал маманы *', 'Специалист медицинского персонала*'),
  'specialist': label('Маман', 'Специалист'),
  'consultant': label('Әлеуметтік жұмыс жөніндегі консультант **', 'Консультант по социальной работе**'),
} as const;

/** Appendix 4: the individual plan. */
export const appendix4 = edition({
  id: '308-2022/appendix-4',
  form: 'appendix-4',
  basis: basis(4, {
    'stationary': '11 3)',
    'semi-stationary': '21 3)',
    'home-care': '26 3)',
    'temporary-stay': '35 4)',
  }),
  inForce,
  revisions: firstRevision,
  stamp: stamp(4),
  title: label(
    'Арнаулы әлеуметтік қызметтер көрсету бойынша жеке жоспары жоспары',
    'Индивидуальный план по оказанию специальных социальных услуг',
  ),
  fields: {
    organisationType,
    head: {
      type: 'person',
      label: label(
        '(стационарлық/жартылай стационарлық үлгідегі/үйде қызмет көрсететін/уақытша болу ұйым басшысының тегі, аты, әкесінің) аты (бар болса) және қолы)',
        '(фамилия, имя, отчество (при его наличии) и подпись руководителя организации стационарного/полустационарного типа/надомного обслуживания/временного пребывания)',
      ),
      short: ownLabel('Ұйым басшысы', 'Руководитель организации'),
      need: 'always',
      paragraph: '35 4)',
    },
    approvedOn: {
      type: 'date',
      label: ownLabel('Бекітілген күні', 'Дата утверждения'),
      line: label('{year} жылғы "{day}" {month}', '"{day}" {month} {year} года'),
      need: 'always',
      paragraph: '35 4)',
    },
    organisation: {
      type: 'bilingual',
      label: label(
        '(стационарлық/жартылай стационарлық үлгідегі/үйде қызмет көрсететін/уақытша болу ұйымның атауы)',
        '(наименование организации стационарного/полустационарного типа/надомного обслуживания/временного пребывания)',
      ),
      short: ownLabel('Ұйымның атауы', 'Наименование организации'),
      max: 500,
      need: 'always',
    },
    recipient,
    born,
    diagnosis,
    admittedOn: {
      type: 'date',
      label: label(
        'Стационарлық/жартылай стационарлық үлгідегі ұйымға/үйде қызмет көрсететін/уақытша болу ұйымына түскен күні',
        'Дата поступления в организацию стационарного/полустационарного типа/надомного обслуживания/временного пребывания',
      ),
      short: ownLabel('Ұйымға түскен күні', 'Дата поступления в организацию'),
      line: label(
        'Стационарлық/жартылай стационарлық үлгідегі ұйымға/үйде қызмет көрсететін/уақытша болу ұйымына түскен күні {year} жылғы "{day}" {month}',
        'Дата поступления в организацию стационарного/полустационарного типа/надомного обслуживания/временного пребывания "{day}" {month} {year} года',
      ),
      need: 'always',
    },
    observed: {
      type: 'period',
      label: ownLabel('Бақылау кезеңі', 'Период наблюдения'),
      line: label(
        'Қызмет алушыға {from} бастап {to} қоса алғанға дейін бақылау жүзеге асырылды',
        'Наблюдение за получателем услуг осуществлялось с {from} по {to} включительно',
      ),
      need: 'advised',
    },
    planned: {
      type: 'period',
      label: ownLabel('Жеке жоспардың кезеңі', 'Период индивидуального плана'),
      line: label(
        'Жеке жұмыс жоспары {from} бастап {to} қоса алғанға дейінгі кезеңге әзірленді',
        'Индивидуальный план работы разработан на период с {from} по {to} включительно',
      ),
      need: 'always',
    },
    services: {
      type: 'table',
      label: label(
        'Қызмет алушының жеке қажеттілігіне сәйкес тағайындалған іс-шаралар (көрсетілетін қызметтің түрлері мен көлемін көрсету):',
        'Мероприятия, назначенные в соответствии с индивидуальной потребностью получателя услуг (указать виды и объем оказываемых услуг):',
      ),
      short: ownLabel('Тағайындалған іс-шаралар', 'Назначенные мероприятия'),
      rows: services,
      need: 'always',
      fields: {
        measures: {
          type: 'list',
          label: ownLabel('Іс-шаралар', 'Мероприятия'),
          max: 100,
          need: 'always',
          paragraph: '35 4)',
          fields: {
            text: {
              type: 'text',
              label: ownLabel('Іс-шараның атауы', 'Наименование мероприятия'),
              max: 3000,
              lines: 1,
              need: 'always',
            },
            volume: {type: 'text', label: ownLabel('Көлемі', 'Объем'), max: 500, lines: 1, need: 'always'},
            period: {
              type: 'choice',
              label: ownLabel('Іске асыру мерзімі', 'Срок реализации'),
              options: periods,
              need: {is: ['/organisationType', 'temporary-stay']},
              paragraph: '35 4)',
            },
            dates: {
              type: 'period',
              label: ownLabel('Нақты мерзімдері', 'Конкретные сроки'),
              need: {is: ['/organisationType', 'temporary-stay']},
              paragraph: '35 4)',
            },
            specialist: {
              type: 'person',
              label: ownLabel('Тағайындаған маман', 'Специалист, назначивший мероприятие'),
              need: 'always',
            },
            position,
            assignedOn: {type: 'date', label: label('Тағайындау күні', 'Дата назначения'), need: 'always'},
          },
          checks: [
            {
              must: {all: [{notAfter: ['/planned.from', 'dates.from']}, {notAfter: ['dates.to', '/planned.to']}]},
              at: 'dates',
              severity: 'warn',
              say: text(
                'Іс-шараның мерзімі жоспардың кезеңінен шығып тұр.',
                'Сроки мероприятия выходят за период плана.',
              ),
            },
          ],
        },
      },
    },
    reviewOn: {
      type: 'date',
      label: label('Жеке жоспарын қайта қарау күні', 'Дата пересмотра индивидуального плана'),
      line: label(
        'Жеке жоспарын қайта қарау күні {year} жылғы "{day}" {month}',
        'Дата пересмотра индивидуального плана "{day}" {month} {year} года',
      ),
      need: 'always',
    },
    signatures: {
      type: 'list',
      label: ownLabel('Қол қоюшылар', 'Подписи'),
      max: 50,
      need: 'never',
      fields: {
        role: {
          type: 'choice',
          label: ownLabel('Кім ретінде қол қояды', 'В качестве кого подписывает'),
          options: roles,
          need: 'always',
        },
        name: signatureName,
        signedOn,
      },
    },
  },
  checks: [
    bornBeforeToday,
    {
      must: {notAfter: ['born', 'admittedOn']},
      at: 'admittedOn',
      severity: 'stop',
      say: text('Ұйымға түскен күні туған күнінен бұрын тұр.', 'Дата поступления раньше даты рождения.'),
    },
    {
      must: {notAfter: ['admittedOn', 'planned.to']},
      at: 'planned',
      severity: 'stop',
      say: text('Жоспар ұйымға түскенге дейін аяқталады.', 'План заканчивается раньше даты поступления.'),
    },
    {
      when: {is: ['organisationType', 'stationary']},
      must: {atMostOneYear: ['planned.from', 'planned.to']},
      at: 'planned',
      severity: 'stop',
      say: longerThanAYear,
      paragraph: '11 3)',
    },
    {
      when: {is: ['organisationType', 'semi-stationary']},
      must: {atMostOneYear: ['planned.from', 'planned.to']},
      at: 'planned',
      severity: 'stop',
      say: longerThanAYear,
      paragraph: '21 3)',
    },
    {
      when: {is: ['organisationType', 'temporary-stay']},
      must: {atMostOneYear: ['planned.from', 'planned.to']},
      at: 'planned',
      severity: 'stop',
      say: longerThanAYear,
      paragraph: '35 4)',
    },
    {
      must: {all: [{notAfter: ['planned.from', 'reviewOn']}, {notAfter: ['reviewOn', 'planned.to']}]},
      at: 'reviewOn',
      severity: 'warn',
      say: text('Қайта қарау күні жоспардың кезеңінен тыс тұр.', 'Дата пересмотра вне периода плана.'),
    },
    {
      must: {notAfter: ['approvedOn', '@today']},
      at: 'approvedOn',
      severity: 'warn',
      say: text('Бекітілген күні әлі келген жоқ.', 'Дата утверждения еще не наступила.'),
    },
  ],
  signatories: [
    {
      role: 'social-work-specialist',
      label: roles['social-work-specialist'],
      filledBy: everyType,
      missing: 'stop',
    },
    {role: 'psychologist', label: roles.psychologist, filledBy: notHomeCare, missing: 'warn'},
    {role: 'medical', label: roles.medical, filledBy: notHomeCare, missing: 'warn'},
    {role: 'specialist', label: roles.specialist, filledBy: everyType, missing: 'warn'},
    {role: 'consultant', label: roles.consultant, filledBy: ['home-care'], missing: 'warn'},
  ],
  signatureCaption,
  footnotes: [
    label(
      '* стационар/жартылай стационар/уақытша болу ұйымдарымен толтырылады;',
      '* заполняется организациями стационара/полустационара/временного пребывания;',
    ),
    label('** үйде қызмет көрсету ұйымдарымен толтырылады.', '** заполняется организациями надомного обслуживания.'),
  ],
  page: {orientation: 'portrait', fontSize: 12, tableFontSize: 10.5, lineSpace: 5},
  print: [
    {block: 'stamp'},
    {
      block: 'approval',
      heading: label('Бекітемін:', 'Утверждаю:'),
      head: 'head',
      date: 'approvedOn',
      organisation: 'organisation',
    },
    {block: 'title'},
    {block: 'line', field: 'recipient'},
    {block: 'line', field: 'born'},
    {block: 'line', field: 'diagnosis'},
    {block: 'sentence', field: 'admittedOn'},
    {block: 'sentence', field: 'observed'},
    {block: 'sentence', field: 'planned'},
    {
      block: 'table',
      field: 'services',
      lead: true,
      numbered: false,
      expand: 'measures',
      columns: [
        {head: label('№', '№', 'official'), width: 4.5, cell: 'number'},
        {head: label('Қызмет түрлері', 'Виды услуг'), width: 20, cell: 'row'},
        {
          head: label(
            'Қызмет көлемі (жеке жүргізілетін іс-шаралардың атауы)',
            'Объем услуг (наименование индивидуально проводимых мероприятий)',
          ),
          width: 33,
          cell: [{field: 'text'}, {field: 'volume', lead: true}, {field: 'period', lead: true}, {field: 'dates'}],
        },
        {
          head: label(
            'Тағайындауды жүзеге асырған маманның тегі, аты, әкесінің аты (бар болса) және қолы',
            'Фамилия, имя, отчество (при его наличии) и подпись специалиста, осуществившего назначение',
          ),
          width: 28,
          cell: [{field: 'position'}, {field: 'specialist'}, {signature: true}],
        },
        {head: 'assignedOn', width: 14.5, cell: [{field: 'assignedOn'}]},
      ],
    },
    {block: 'sentence', field: 'reviewOn'},
    {block: 'signatures', field: 'signatures'},
  ],
});
