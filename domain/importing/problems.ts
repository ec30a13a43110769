import {text, type Text} from '../text.ts';

/** Why a file is not read, and what to do. */
export const importFileProblems = [
  'not-a-table',
  'password',
  'too-large',
  'too-many-rows',
  'unpacks-too-large',
  'too-long-to-read',
  'empty',
  'damaged',
] as const;
export type ImportFileProblem = (typeof importFileProblems)[number];

export const importFileProblemWords: Record<ImportFileProblem, Text> = {
  'not-a-table': text(
    'Бұл файл кесте емес. Кестені Excel-де ашып, .xlsx немесе .csv түрінде сақтаңыз да, сол файлды таңдаңыз.',
    'Этот файл не таблица. Откройте таблицу в Excel, сохраните ее как .xlsx или .csv и выберите тот файл.',
  ),
  'password': text(
    'Файл құпиясөзбен қорғалған. Оны Excel-де ашып, құпиясөзсіз сақтаңыз (Файл → Мәліметтер → Кітапты қорғау) да, қайта таңдаңыз.',
    'Файл защищен паролем. Откройте его в Excel, сохраните без пароля (Файл → Сведения → Защита книги) и выберите снова.',
  ),
  'too-large': text(
    'Файл 20 МБ-тан үлкен. Кестеден суреттерді алып тастаңыз немесе оны бірнеше файлға бөліңіз.',
    'Файл больше 20 МБ. Уберите из таблицы картинки или разделите ее на несколько файлов.',
  ),
  'too-many-rows': text(
    'Бір парақта 50 000 жолдан көп. Кестені бірнеше файлға бөліңіз.',
    'На одном листе больше 50 000 строк. Разделите таблицу на несколько файлов.',
  ),
  'unpacks-too-large': text(
    'Файл шағын болғанымен, ашқанда тым үлкейеді: ол бүлінген немесе зиянды болуы мүмкін. Оны ашпаңыз; кестені жаңа файлға көшіріп, соны таңдаңыз.',
    'Файл мал, но при распаковке становится слишком большим: он поврежден или вредоносен. Не открывайте его; скопируйте таблицу в новый файл и выберите тот.',
  ),
  'too-long-to-read': text(
    'Файлды оқу тым ұзаққа созылды, сондықтан тоқтатылды. Керек парақты ғана жаңа файлға көшіріп, соны таңдаңыз.',
    'Чтение файла затянулось и было остановлено. Скопируйте в новый файл только нужный лист и выберите его.',
  ),
  'empty': text(
    'Файлда бірде-бір толтырылған ұяшық жоқ. Басқа файлды таңдаңыз.',
    'В файле нет ни одной заполненной ячейки. Выберите другой файл.',
  ),
  'damaged': text(
    'Файл бүлінген, оны оқу мүмкін емес. Оны Excel-де ашып, қайта сақтап көріңіз.',
    'Файл поврежден, прочитать его нельзя. Попробуйте открыть его в Excel и сохранить заново.',
  ),
};

/** What keeps a row from being taken. */
export const rowRefusals = [
  'surname-required',
  'first-name-required',
  'too-long',
  'unprintable-character',
  'not-a-date',
  'date-in-future',
  'period-reversed',
  'iin-shape',
  'iin-control-digit',
  'iin-taken',
  'event-before-birth',
  'event-before-previous',
  'volume-ended',
  'malformed',
  'already-there',
  'twice-in-file',
  'person-not-found',
  'several-people',
  'not-admitted',
  'plan-begun',
  'service-unknown',
  'measure-required',
  'too-many-measures',
] as const;
export type RowRefusal = (typeof rowRefusals)[number];

/** What is worth a look; the row can be taken. */
export const rowRemarks = [
  'word-unknown',
  'century-guessed',
  'initials',
  'only-name',
  'namesake',
  'born-unlike-iin',
  'sex-unlike-iin',
  'no-such-staff',
  'plan-there',
] as const;
export type RowRemark = (typeof rowRemarks)[number];
export type RowProblem = RowRefusal | RowRemark;

export function isRowRemark(problem: RowProblem): problem is RowRemark {
  return (rowRemarks as readonly string[]).includes(problem);
}

/** Said on the screen and in the file that goes back; the name of the column stands before. */
export const rowProblemWords: Record<RowProblem, Text> = {
  'surname-required': text('тегі жоқ', 'нет фамилии'),
  'first-name-required': text('аты жоқ', 'нет имени'),
  'too-long': text('мәтін тым ұзын, қысқартыңыз', 'текст слишком длинный, сократите его'),
  'unprintable-character': text(
    'қағазға басылмайтын таңба бар, оны өшіріңіз',
    'есть знак, который нельзя напечатать, уберите его',
  ),
  'not-a-date': text(
    'күні танылмады, кк.аа.жжжж түрінде жазыңыз, мысалы 05.03.1961',
    'дата не распознана, напишите ее как дд.мм.гггг, например 05.03.1961',
  ),
  'date-in-future': text('бұл күн әлі келген жоқ, тексеріңіз', 'эта дата еще не наступила, проверьте ее'),
  'period-reversed': text('соңғы күні бірінші күнінен бұрын тұр', 'последний день раньше первого'),
  'iin-shape': text('ЖСН 12 цифрдан тұрады, тексеріңіз', 'ИИН состоит из 12 цифр, проверьте его'),
  'iin-control-digit': text(
    'ЖСН-нің бақылау цифры сәйкес келмейді, құжатпен салыстырыңыз немесе ұяшықты бос қалдырыңыз',
    'контрольная цифра ИИН не сходится, сверьте с документом или оставьте ячейку пустой',
  ),
  'iin-taken': text('бұл ЖСН бағдарламада басқа жазбада бар', 'этот ИИН уже есть в программе'),
  'event-before-birth': text('бұл күн туған күнінен бұрын', 'эта дата раньше даты рождения'),
  'event-before-previous': text(
    'күндердің реті дұрыс емес: кезекке тұру, түсу, шығу',
    'даты идут не по порядку: очередь, поступление, выбытие',
  ),
  'volume-ended': text(
    'журналдың соңғы томы бұл күнге дейін аяқталған, жаңа том бастаңыз',
    'последний том журнала окончен раньше этой даты, начните новый том',
  ),
  'malformed': text('бұл мән жарамсыз, қайта жазыңыз', 'это значение не подходит, напишите заново'),
  'already-there': text('бұл адам бағдарламада бар', 'этот человек уже есть в программе'),
  'twice-in-file': text('бұл адам файлда жоғарырақ тұр', 'этот человек уже есть в файле выше'),
  'person-not-found': text(
    'бағдарламада мұндай қызмет алушы жоқ, алдымен оны енгізіңіз',
    'такого получателя услуг в программе нет, сначала внесите его',
  ),
  'several-people': text(
    'мұндай аты-жөнімен бірнеше адам бар, ЖСН немесе туған күнін қосыңыз',
    'людей с таким именем несколько, добавьте ИИН или дату рождения',
  ),
  'not-admitted': text(
    'бұл адам қабылданбаған, алдымен түскен күнін журналға енгізіңіз',
    'этот человек не принят, сначала внесите в журнал дату поступления',
  ),
  'plan-begun': text(
    'бұл адамда бекітілмеген жоспар бар, алдымен оны аяқтаңыз',
    'у этого человека есть неутвержденный план, сначала закончите его',
  ),
  'service-unknown': text('қызмет түрі танылмады', 'вид услуги не распознан'),
  'measure-required': text('іс-шара жазылмаған', 'не указано мероприятие'),
  'too-many-measures': text('бір жоспарда 400-ден көп іс-шара', 'в одном плане больше 400 мероприятий'),
  'word-unknown': text('сөз танылмады, бұл ұяшық бос қалады', 'слово не распознано, эта ячейка останется пустой'),
  'century-guessed': text(
    'жылы екі цифрмен жазылған, ғасырын тексеріңіз',
    'год написан двумя цифрами, проверьте столетие',
  ),
  'initials': text('аты толық жазылмаған', 'имя написано не полностью'),
  'only-name': text(
    'жолда атынан басқа ештеңе жоқ, адам екенін тексеріңіз',
    'в строке только имя, проверьте, человек ли это',
  ),
  'namesake': text(
    'аты-жөні осындай адам бар, бір адам емес екенін тексеріңіз',
    'человек с таким именем уже есть, проверьте, не один ли это человек',
  ),
  'born-unlike-iin': text('туған күні ЖСН-мен сәйкес емес', 'дата рождения не сходится с ИИН'),
  'sex-unlike-iin': text('жынысы ЖСН-мен сәйкес емес', 'пол не сходится с ИИН'),
  'no-such-staff': text(
    'қызметкерлер тізімінде мұндай маман жоқ, бос қалады',
    'такого специалиста нет в списке сотрудников, останется пустым',
  ),
  'plan-there': text('бұл адамда жоспар бар, тағы бірі қосылады', 'у этого человека уже есть план, добавится еще один'),
};

/** Why something that an import has brought stays when the import is taken back. */
export const stayReasons = ['added', 'changed', 'draft'] as const;
export type StayReason = (typeof stayReasons)[number];

export const stayReasonWords: Record<StayReason, Text> = {
  added: text('кейін оған басқа жазбалар қосылған', 'позже к нему добавлены другие записи'),
  changed: text('кейін өзгертілген', 'позже изменен'),
  draft: text('сақталмаған жазу бар', 'есть несохраненный черновик'),
};
