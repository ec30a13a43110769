import type {ExchangeOutcome, ExchangePartner, ExchangeStateView} from '../../electron/contract/exchange.ts';
import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {counted} from '../../domain/plural.ts';
import {text, type Text} from '../../domain/text.ts';

const changes = {kk: 'өзгеріс', ru: {one: 'изменение', few: 'изменения', many: 'изменений'}};
const minutes = {kk: 'минут', ru: {one: 'минуту', few: 'минуты', many: 'минут'}};
const hours = {kk: 'сағат', ru: {one: 'час', few: 'часа', many: 'часов'}};
const days = {kk: 'күн', ru: {one: 'день', few: 'дня', many: 'дней'}};

export type ExchangeStep = keyof ExchangePartner['counts'];

/** How far something has come, as a badge and a heading say it. */
export const stepNames: Record<ExchangeStep, Text> = {
  saved: text('Осында сақталды', 'Сохранено здесь'),
  sent: text('Жіберілді', 'Отправлено'),
  confirmed: text('Расталды', 'Подтверждено'),
  refused: text('Қабылданбады', 'Не принято'),
};

export const stepWhat: Record<ExchangeStep, Text> = {
  saved: text('келесі алмасуда жіберіледі', 'уйдет со следующим обменом'),
  sent: text('жауабы әлі келген жоқ', 'ответа еще нет'),
  confirmed: text('екінші жақта тұр', 'есть на другой стороне'),
  refused: text('екінші жақ ала алмады', 'другая сторона не взяла'),
};

/** Of a person and all that belongs to them, beside their status. */
export const recordStateNames: Record<ExchangeStep, Text> = {
  saved: text('осында сақталды', 'сохранено здесь'),
  sent: text('жіберілді', 'отправлено'),
  confirmed: text('расталды', 'подтверждено'),
  refused: text('қабылданбады', 'не принято'),
};

export const partnerKindNames: Record<ExchangePartner['kind'], Text> = {
  registry: text('орталық тізілім', 'центральный реестр'),
  pc: text('ұйымның компьютері', 'компьютер организации'),
};

export const laneNames: Record<ExchangeOutcome['lane'], Text> = {
  network: text('Желі арқылы', 'По сети'),
  stick: text('Флешка арқылы', 'Через флешку'),
};

/** What is being done just now. */
export const phaseNames: Record<NonNullable<ExchangeStateView['running']>['phase'], Text> = {
  reading: text('Келген деректер оқылуда', 'Читаем пришедшее'),
  sending: text('Жіберілуде', 'Отправляем'),
  integrating: text('Келгені қабылдануда', 'Принимаем пришедшее'),
  writing: text('Флешкаға жазылуда', 'Записываем на флешку'),
  waiting: text('Байланыс күтілуде', 'Ждем связи'),
};

/** The line in the head of the window. */
export const exchangeLine = {
  title: text('Алмасу', 'Обмен'),
  confirmed: text('Барлығы расталды', 'Всё подтверждено'),
  unconfirmed: (count: number): Text => text(`Расталмаған: ${count}`, `Не подтверждено: ${count}`),
  running: text('Алмасу жүріп жатыр…', 'Идёт обмен…'),
  copied: text('Алмасу тоқтатылды', 'Обмен остановлен'),
  waiting: text('Тізілім жауабы күтілуде', 'Ждём ответа реестра'),
};

export const exchangeText = {
  title: text('Алмасу', 'Обмен'),

  // Partners.
  partners: text('Кіммен алмасады', 'С кем идет обмен'),
  partner: text('Аты', 'Название'),
  /** Of a stick that was written, nobody knows yet whether it has come. */
  lastCame: text('Одан соңғы рет келді', 'Последний раз пришло'),
  never: text('әлі ештеңе келген жоқ', 'еще ничего не пришло'),
  states: {
    active: text('алмасады', 'обменивается'),
    copied: text('тоқтатылды', 'остановлен'),
    left: text('ажыратылған', 'отключен'),
  } satisfies Record<ExchangePartner['state'], Text>,
  state: text('Жай-күйі', 'Состояние'),
  leave: text('Ажырату', 'Отключить'),
  leaveOf: (name: string): Text => text(`Ажырату: ${name}`, `Отключить: ${name}`),
  leaveQuestion: (name: string): Text =>
    text(
      `Осы компьютер мен екінші жақ («${name}») енді алмаспайды. Осындағы деректер қалады.`,
      `Обмена между «${name}» и этим компьютером больше не будет. Данные здесь останутся.`,
    ),
  addRegistry: text('Тізілімге қосылу', 'Подключить реестр'),
  addPc: text('Компьютер қосу', 'Добавить компьютер'),

  // Counts.
  countsTitle: text('Осы компьютердегі өзгерістер', 'Изменения этого компьютера'),
  refusedWhat: text(
    'Неге қабылданбағаны екінші жақтың карантинінде жазылған. Сондағы әріптесіңізге немесе тізілім қызметкеріне айтыңыз.',
    'Почему не принято, написано в карантине другой стороны. Сообщите коллеге там или сотруднику реестра.',
  ),

  // Running.
  byNetwork: text('Желі арқылы алмасу', 'Обменяться по сети'),
  byStick: text('Флешка арқылы алмасу', 'Обменяться через флешку'),
  runningTitle: (lane: ExchangeOutcome['lane']): Text =>
    lane === 'network'
      ? text('Желі арқылы алмасу жүріп жатыр', 'Идет обмен по сети')
      : text('Флешка арқылы алмасу жүріп жатыр', 'Идет обмен через флешку'),
  goOnWorking: text('Осы кезде жұмыс істей беруге болады.', 'Работать в это время можно.'),
  keepStick: text('Аяқталғанша флешканы суырмаңыз.', 'Не вынимайте флешку до конца.'),
  busy: text('Алмасу жүріп жатыр. Аяқталғанын күтіңіз.', 'Обмен уже идет. Дождитесь его конца.'),
  nobody: text(
    'Әзірге алмасатын ешкім жоқ: тізілімге немесе басқа компьютерге қосылыңыз.',
    'Обмениваться пока не с кем: подключитесь к реестру или к другому компьютеру.',
  ),
  stop: text('Тоқтату', 'Остановить'),
  progress: (sent: number, taken: number): Text =>
    text(`жіберілді: ${sent}, қабылданды: ${taken}`, `отправлено: ${sent}, принято: ${taken}`),
  automatic: text('Желі арқылы автоматты түрде алмасу', 'Обмениваться по сети автоматически'),
  automaticWhat: text(
    'Сағат сайын және өзгерістен кейін. Байланыс болмаса, ештеңе сұрамайды. Бүкіл ұйымға ортақ.',
    'Каждый час и вскоре после изменений. Если связи нет, ни о чем не спросит. Для всей организации.',
  ),

  // The stick.
  stickTitle: text('Флешка қайда?', 'Где флешка?'),
  stickWhat: text(
    'Флешканы салып, папкасын таңдаңыз. Одан келгені алынады, екінші жаққа арналғаны жазылады.',
    'Вставьте флешку и выберите ее папку. Пришедшее будет взято, предназначенное другой стороне — записано.',
  ),
  noSticks: text(
    'Флешка табылмады. Оны салыңыз немесе папканың жолын жазыңыз.',
    'Флешка не найдена. Вставьте ее или укажите путь к папке.',
  ),
  folder: text('Папканың жолы', 'Путь к папке'),
  folderHint: text('Мысалы: E:\\', 'Например: E:\\'),
  otherFolder: text('Басқа папка', 'Другая папка'),
  begin: text('Алмасуды бастау', 'Начать обмен'),

  // The last outcome.
  lastTitle: text('Соңғы алмасу', 'Последний обмен'),
  went: (lane: ExchangeOutcome['lane']): Text =>
    lane === 'network'
      ? text('Желі арқылы алмасу аяқталды.', 'Обмен по сети завершен.')
      : text('Флешка арқылы алмасу аяқталды, флешканы алуға болады.', 'Обмен через флешку завершен, ее можно вынуть.'),
  nothingMoved: text('Жаңа ештеңе болмады.', 'Нового ничего не было.'),
  moved: (lane: ExchangeOutcome['lane'], sent: number, taken: number): Text => {
    const [out, into] = [counted(sent, changes), counted(taken, changes)];
    // What stands on a stick is on its way to nobody yet.
    if (lane === 'stick') {
      return text(
        `Басқаларға жазылғаны: ${out.kk}, алынғаны: ${into.kk}.`,
        `Записано для других: ${out.ru}, получено: ${into.ru}.`,
      );
    }
    return text(`Жіберілгені: ${out.kk}, алынғаны: ${into.kk}.`, `Отправлено: ${out.ru}, получено: ${into.ru}.`);
  },
  enrolment: {
    'asked': text(
      'Флешкаға тізілімге қосылу өтініші жазылды. Флешканы тізілім қызметкеріне беріңіз.',
      'На флешку записана заявка на подключение к реестру. Отдайте флешку сотруднику реестра.',
    ),
    'taken-in': text('Компьютер тізілімге қосылды.', 'Компьютер подключен к реестру.'),
  } satisfies Record<NonNullable<ExchangeOutcome['enrolment']>, Text>,
  onStick: text('Флешкада не тұр және енді не істеу керек', 'Что теперь на флешке и что делать дальше'),
  /** What stands on the stick for a partner, and whom to give it to. */
  carryTo: ({name, kind, changes: count}: ExchangeOutcome['written'][number]): Text => {
    const {kk, ru} = counted(count, changes);
    return kind === 'registry'
      ? text(
          `«${name}» тізіліміне: ${kk}. Флешканы тізілім қызметкеріне беріңіз. Ол қайтарғанда осы жерде тағы бір рет алмасыңыз: сонда ғана расталады.`,
          `Для реестра «${name}»: ${ru}. Отдайте флешку сотруднику реестра. Когда он ее вернет, обменяйтесь здесь еще раз: только тогда придет подтверждение.`,
        )
      : text(
          `«${name}» компьютеріне: ${kk}. Флешканы сол компьютерге апарып, онда да алмасыңыз.`,
          `Для компьютера «${name}»: ${ru}. Отнесите флешку к нему и обменяйтесь там.`,
        );
  },
  tryAfter: (seconds: number): Text => {
    const {kk, ru} = counted(Math.max(1, Math.ceil(seconds / 60)), minutes);
    return text(`${kk}тан кейін қайталаңыз.`, `Повторите через ${ru}.`);
  },
  restored: text(
    'Бұл компьютер сақтық көшірмеден қалпына келтірілген: жоғалғаны екінші жақтан қайтып келді.',
    'Этот компьютер был восстановлен из копии: то, что пропало, вернулось с другой стороны.',
  ),
  otherFacility: text(
    'Флешкада басқа ұйымның деректері ғана бар: біздікі табылған жоқ. Флешка шатастырылмағанын тексеріңіз.',
    'На флешке есть только данные другой организации, наших нет. Проверьте, та ли это флешка.',
  ),
  clock: (ahead: number): Text => {
    const {kk, ru} = duration(Math.abs(ahead));
    return ahead > 0
      ? text(
          `Осы компьютердің сағаты тізілімдікінен ${kk} алда. Күні мен уақытын түзетіңіз: мерзімдер соған қарап саналады.`,
          `Часы этого компьютера спешат на ${ru}. Поправьте дату и время: по ним считаются сроки.`,
        )
      : text(
          `Осы компьютердің сағаты тізілімдікінен ${kk} артта. Күні мен уақытын түзетіңіз: мерзімдер соған қарап саналады.`,
          `Часы этого компьютера отстают на ${ru}. Поправьте дату и время: по ним считаются сроки.`,
        );
  },
  refusedFiles: text('Флешкадағы мына файлдар алынған жоқ', 'Эти файлы с флешки не взяты'),

  // Copied.
  copiedTitle: text('Бір дерекқормен екі компьютер жұмыс істеп тұр', 'С одной базой данных работают два компьютера'),
  copiedWhat: text(
    'Деректер папкасы көшірілген сияқты. Екеуі бір атпен алмасса, деректер шатасар еді, сондықтан алмасу тоқтатылды. Осындағы ештеңе жоғалған жоқ, жұмысты жалғастыра беріңіз.',
    'Похоже, папку с данными скопировали. Чтобы записи не перепутались, обмен остановлен. Здесь ничего не потеряно, работать можно дальше.',
  ),
  copiedWay: text(
    'Екі компьютердің біреуін ғана жаңа компьютер етіңіз. Екіншісі бұрынғыдай қалады.',
    'Сделайте новым только один из двух компьютеров. Второй останется прежним.',
  ),
  becomeAnother: text('Осы компьютерді жаңа компьютер ету', 'Сделать этот компьютер новым'),
  becomeAnotherQuestion: text(
    'Компьютер жаңа ат пен жаңа кілт алады, жіберілмегені сақталады. Содан кейін қайта кіріп, тізілімге немесе басқа компьютерге қайта қосу керек. Екінші компьютерде мұны жасамаңыз.',
    'Компьютер получит новое имя и новые ключи, неотправленное сохранится. Затем нужно войти снова и заново подключить его к реестру или другому компьютеру. На втором компьютере этого делать не надо.',
  ),
  onlyHead: text('Мұны тек басшы құқығы бар адам жасайды.', 'Это делает только человек с правами руководителя.'),

  /** An instant of which day it was and what the clock showed. */
  when: (day: IsoDate, today: IsoDate, yesterday: IsoDate, clock: string, ago: number): Text => {
    if (day === today) return text(`бүгін, ${clock}`, `сегодня, ${clock}`);
    if (day === yesterday) return text(`кеше, ${clock}`, `вчера, ${clock}`);
    if (ago < 2) return text(formatDate(day), formatDate(day));
    const {kk, ru} = counted(ago, days);
    return text(`${kk} бұрын, ${formatDate(day)}`, `${ru} назад, ${formatDate(day)}`);
  },
};

function duration(long: number): Text {
  if (long < 120) return counted(long, minutes);
  return long < 2 * 24 * 60 ? counted(Math.round(long / 60), hours) : counted(Math.round(long / (24 * 60)), days);
}
