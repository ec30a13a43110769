import {text} from '../../../domain/text.ts';
import {edition} from '../../core/edition.ts';
import {label, ownLabel} from '../../core/label.ts';
import {
  basis,
  born,
  bornBeforeToday,
  changeGroups,
  diagnosis,
  everyType,
  firstRevision,
  inForce,
  organisationType,
  position,
  recipient,
  services,
  signatureCaption,
  signatureName,
  signedOn,
  stamp,
} from './order.ts';

const roles = {
  'social-work-specialist': label('Әлеуметтік жұмыс жөніндегі маман', 'Специалист по социальной работе'),
  'consultant': label('Әлеуметтік жұмыс жөніндегі консультант **', 'Консультант по социальной работе**'),
} as const;

const conditionMark = label(
  'Қызмет алушының жай-күйі туралы белгі, оның ішінде',
  'Отметка о состоянии получателя услуг, в том числе',
);

/** Appendix 5: the monitoring journal of one plan, one round to a paper. */
export const appendix5 = edition({
  id: '308-2022/appendix-5',
  form: 'appendix-5',
  basis: basis(5, {
    'stationary': null,
    'semi-stationary': null,
    'home-care': null,
    'temporary-stay': '35 5)',
  }),
  inForce,
  revisions: firstRevision,
  stamp: stamp(5),
  title: label(
    'Арнаулы әлеуметтік қызметтер көрсету бойынша жоспарын орындау (мониторингі) жөніндегі журнал',
    'Журнал по выполнению (мониторингу) плана по оказанию специальных социальных услуг',
  ),
  fields: {
    organisationType,
    recipient,
    born,
    diagnosis,
    planned: {
      type: 'period',
      label: ownLabel('Жеке жоспардың кезеңі', 'Период индивидуального плана'),
      line: label(
        '{from} бастап {to} қоса алғандағы кезеңге әзірленген жеке жоспарына мониторингі',
        'Мониторинг индивидуального плана, разработанного на период с {from} по {to} включительно',
      ),
      need: 'always',
    },
    observed: {
      type: 'period',
      label: label('Қызмет алушыны қадағалау кезеңі', 'Период наблюдения за получателем услуг'),
      line: label(
        'Қызмет алушыны қадағалау кезеңі: {from} бастап {to} қоса алғанда',
        'Период наблюдения за получателем услуг: с {from} по {to} включительно',
      ),
      need: 'always',
    },
    rows: {
      type: 'table',
      label: ownLabel('Мониторинг қорытындылары', 'Результаты мониторинга'),
      rows: services,
      need: 'always',
      fields: {
        positive: {
          type: 'group',
          label: label('оң өзгерістер бар (сипаттап беру) *', 'имеются положительные изменения (описать) *'),
          need: 'never',
          paragraph: '35 5)',
          fields: {
            groups: {
              type: 'choices',
              label: ownLabel('Оң өзгерістердің саласы', 'Область положительных изменений'),
              options: changeGroups,
              need: 'never',
            },
            text: {
              type: 'text',
              label: ownLabel('Оң өзгерістердің сипаттамасы', 'Описание положительных изменений'),
              max: 3000,
              lines: 1,
              need: 'always',
            },
          },
        },
        noneOrWorse: {
          type: 'group',
          label: label(
            'өзгерістер жоқ немесе нашарлады (себебін көрсету)',
            'изменений нет или ухудшение (указать причину)',
          ),
          need: 'never',
          paragraph: '35 5)',
          fields: {
            kind: {
              type: 'choice',
              label: ownLabel('Өзгеріс', 'Изменение'),
              options: {
                none: label('өзгерістер жоқ', 'изменений нет'),
                worse: label('нашарлады', 'ухудшение'),
              },
              need: 'always',
            },
            text: {
              type: 'text',
              label: ownLabel('Себебі', 'Причина'),
              max: 3000,
              lines: 1,
              need: {is: ['kind', 'worse']},
            },
          },
          checks: [
            {
              when: {is: ['kind', 'none']},
              must: {known: 'text'},
              at: 'text',
              severity: 'warn',
              say: text('Өзгеріс болмауының себебін көрсетіңіз.', 'Укажите, почему изменений нет.'),
            },
          ],
        },
        correction: {
          type: 'group',
          label: label(
            'Жеке жұмыс жоспарын түзету туралы шешім (қызмет көрсетудің қандай түрі қайта қаралуға тиіс екенін көрсету)',
            'Решение о корректировке индивидуального плана работы (указать, какой вид услуги подлежит пересмотру)',
          ),
          short: ownLabel('Жоспарды түзету туралы шешім', 'Решение о корректировке плана'),
          need: 'never',
          paragraph: '35 5)',
          fields: {
            text: {
              type: 'text',
              label: ownLabel('Шешім', 'Решение'),
              max: 3000,
              lines: 1,
              need: 'always',
            },
            services: {
              type: 'choices',
              label: ownLabel('Қайта қаралады', 'Подлежит пересмотру'),
              options: services,
              need: 'never',
            },
            recommendation: {
              type: 'text',
              label: ownLabel('Ұсынымдар', 'Рекомендации'),
              max: 3000,
              lines: 1,
              need: 'never',
              paragraph: '35 5)',
            },
          },
          checks: [
            {
              when: {known: 'services'},
              must: {known: 'recommendation'},
              at: 'recommendation',
              severity: 'warn',
              say: text(
                'Жоспарды түзету кезінде ұсынымдар да көрсетіледі.',
                'При корректировке плана указываются и рекомендации.',
              ),
              paragraph: '35 5)',
            },
          ],
        },
        monitoredOn: {
          type: 'date',
          label: label('Мониторинг жүргізу күні', 'Дата проведения мониторинга'),
          need: 'always',
        },
        specialist: {
          type: 'person',
          label: label(
            'Мониторингті жүзеге асырған маманның тегі, аты, әкесінің аты (бар болса) және қолы',
            'Фамилия, имя, отчество (при его наличии) и подпись специалиста, осуществившего мониторинг',
          ),
          short: ownLabel('Мониторинг жүргізген маман', 'Специалист, проводивший мониторинг'),
          need: 'always',
        },
        position,
      },
      checks: [
        {
          must: {any: [{known: 'positive'}, {known: 'noneOrWorse'}]},
          at: 'positive',
          severity: 'stop',
          say: text(
            'Белгі қойыңыз: оң өзгерістер бар, өзгерістер жоқ немесе нашарлады.',
            'Поставьте отметку: есть положительные изменения, изменений нет или ухудшение.',
          ),
          paragraph: '35 5)',
        },
        {
          must: {all: [{notAfter: ['/planned.from', 'monitoredOn']}, {notAfter: ['monitoredOn', '@today']}]},
          at: 'monitoredOn',
          severity: 'warn',
          say: text(
            'Мониторинг күні жоспар басталғанға дейін немесе бүгінгі күннен кейін тұр.',
            'Дата мониторинга раньше начала плана или позже сегодняшнего дня.',
          ),
        },
      ],
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
  checks: [bornBeforeToday],
  signatories: [
    {
      role: 'social-work-specialist',
      label: roles['social-work-specialist'],
      filledBy: everyType,
      missing: 'stop',
    },
    {role: 'consultant', label: roles.consultant, filledBy: ['home-care'], missing: 'warn'},
  ],
  signatureCaption,
  footnotes: [
    label('Ескертпе: * Қызмет алушының:', 'Примечание: * отмечаются положительные изменения получателя услуг:'),
    label(
      '- соматикалық, психикалық, эмоционалдық жай-күйінде;',
      'в соматическом, психическом, эмоциональном состоянии;',
    ),
    label(
      '- қимыл, сенсорлық, танымдық, тіл дамыту, коммуникативтік салаларында;',
      'в двигательной, сенсорной, познавательной, речевой, коммуникативной сферах;',
    ),
    label(
      '- өзіне-өзі қызмет көрсету дағдыларын, әлеуметтік-тұрмыстық және еңбекпен бейімдеу мен әлеуметтендіруді қалыптастырудағы оң өзгерістері белгіленді;',
      'в формировании навыков самообслуживания, социально-бытовой и трудовой адаптации и социализации;',
    ),
    label('** үйде қызмет көрсету ұйымдарымен толтырылады.', '** заполняется организациями надомного обслуживания.'),
  ],
  page: {orientation: 'landscape', fontSize: 12, tableFontSize: 10, lineSpace: 5},
  print: [
    {block: 'stamp'},
    {block: 'title'},
    {block: 'line', field: 'recipient'},
    {block: 'line', field: 'born'},
    {block: 'line', field: 'diagnosis'},
    {block: 'sentence', field: 'planned'},
    {block: 'sentence', field: 'observed'},
    {
      block: 'table',
      field: 'rows',
      lead: false,
      numbered: true,
      columns: [
        {head: label('№', '№', 'official'), width: 3.5, cell: 'number'},
        {head: label('Қызметтер түрлері', 'Виды услуг'), width: 16, cell: 'row'},
        {
          head: 'positive',
          group: conditionMark,
          width: 18,
          cell: [{field: 'positive.groups'}, {field: 'positive.text'}],
        },
        {
          head: 'noneOrWorse',
          group: conditionMark,
          width: 15.5,
          cell: [{field: 'noneOrWorse.kind'}, {field: 'noneOrWorse.text'}],
        },
        {
          head: 'correction',
          width: 19.5,
          cell: [
            {field: 'correction.text'},
            {field: 'correction.services', lead: true},
            {field: 'correction.recommendation', lead: true},
          ],
        },
        {head: 'monitoredOn', width: 9.5, cell: [{field: 'monitoredOn'}]},
        {head: 'specialist', width: 18, cell: [{field: 'position'}, {field: 'specialist'}, {signature: true}]},
      ],
    },
    {block: 'signatures', field: 'signatures'},
  ],
});
