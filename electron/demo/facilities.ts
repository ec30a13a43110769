import {text, type Text} from '../../domain/text.ts';
import type {OrganisationType, ServiceType, SignatoryRole} from '../../domain/vocabulary.ts';

/** A post of the demonstration's staff. */
export interface Post {
  readonly position: Text;
  readonly signs: SignatoryRole | null;
  readonly services: readonly ServiceType[];
  readonly sex: 'male' | 'female';
}

export interface DemoFacility {
  readonly name: Text;
  readonly place: Text;
  /** The head first. */
  readonly posts: readonly Post[];
  /** Stands before the number of a personal file; the numbers go on where the paper book ended. */
  readonly filePrefix: string;
  readonly fileStart: number;
}

function post(
  [kk, ru]: readonly [kk: string, ru: string],
  sex: Post['sex'],
  signs: SignatoryRole | null = null,
  services: readonly ServiceType[] = [],
): Post {
  return {position: text(kk, ru), signs, services, sex};
}

const head = ['директор', 'директор'] as const;
const deputy = [
  'директордың әлеуметтік жұмыс жөніндегі орынбасары',
  'заместитель директора по социальной работе',
] as const;
const socialWork = ['әлеуметтік жұмыс жөніндегі маман', 'специалист по социальной работе'] as const;
const consultant = ['әлеуметтік жұмыс жөніндегі консультант', 'консультант по социальной работе'] as const;
const socialWorker = ['күтім жөніндегі әлеуметтік қызметкер', 'социальный работник по уходу'] as const;
const psychologist = ['психолог', 'психолог'] as const;
const doctor = ['терапевт-дәрігер', 'врач-терапевт'] as const;
const nurse = ['мейіргер', 'медицинская сестра'] as const;
const masseur = ['массажист', 'массажист'] as const;
const trainer = ['емдік дене шынықтыру нұсқаушысы', 'инструктор по лечебной физкультуре'] as const;
const speech = ['логопед', 'логопед'] as const;
const defectologist = ['дефектолог', 'дефектолог'] as const;
const tutor = ['тәрбиеші', 'воспитатель'] as const;
const labourTrainer = ['еңбек жөніндегі нұсқаушы', 'инструктор по труду'] as const;
const organiser = ['мәдени ұйымдастырушы', 'культорганизатор'] as const;
const music = ['музыка жетекшісі', 'музыкальный руководитель'] as const;
const lawyer = ['заң кеңесшісі', 'юрисконсульт'] as const;

export const facilities: Readonly<Record<OrganisationType, DemoFacility>> = {
  'stationary': {
    name: text(
      '«Ақмола облысының жұмыспен қамту және әлеуметтік бағдарламалар басқармасының «Шапағат» арнаулы әлеуметтік қызметтер көрсету орталығы» коммуналдық мемлекеттік мекемесі',
      'Коммунальное государственное учреждение «Центр оказания специальных социальных услуг «Шапағат» управления занятости и социальных программ Акмолинской области»',
    ),
    place: text('Көкшетау қаласы', 'город Кокшетау'),
    filePrefix: '',
    fileStart: 218,
    posts: [
      post(head, 'female'),
      post(deputy, 'male'),
      post(socialWork, 'female', 'social-work-specialist', ['everyday', 'economic']),
      post(socialWork, 'female', 'social-work-specialist', ['everyday', 'economic']),
      post(psychologist, 'female', 'psychologist', ['psychological']),
      post(doctor, 'male', 'medical', ['medical']),
      post(nurse, 'female', 'medical', ['medical']),
      post(trainer, 'male', null, ['medical']),
      post(tutor, 'female', 'specialist', ['pedagogical']),
      post(defectologist, 'female', 'specialist', ['pedagogical']),
      post(labourTrainer, 'male', 'specialist', ['labour']),
      post(organiser, 'female', 'specialist', ['cultural']),
      post(lawyer, 'male', null, ['legal']),
      post(nurse, 'female', 'medical', []),
      post(socialWorker, 'female'),
      post(socialWorker, 'female'),
    ],
  },
  'semi-stationary': {
    name: text(
      '«Кентау қаласы әкімдігінің «Балдәурен» арнаулы әлеуметтік қызметтер көрсету күндізгі орталығы» коммуналдық мемлекеттік мекемесі',
      'Коммунальное государственное учреждение «Дневной центр оказания специальных социальных услуг «Балдәурен» акимата города Кентау»',
    ),
    place: text('Кентау қаласы', 'город Кентау'),
    filePrefix: 'К-',
    fileStart: 71,
    posts: [
      post(head, 'female'),
      post(socialWork, 'female', 'social-work-specialist', ['everyday', 'economic', 'legal']),
      post(socialWork, 'male', 'social-work-specialist', ['everyday', 'economic', 'legal']),
      post(psychologist, 'female', 'psychologist', ['psychological']),
      post(['балалар неврологы', 'детский невролог'], 'female', 'medical', ['medical']),
      post(masseur, 'male', 'medical', ['medical']),
      post(speech, 'female', 'specialist', ['pedagogical']),
      post(defectologist, 'female', 'specialist', ['pedagogical']),
      post(labourTrainer, 'female', 'specialist', ['labour']),
      post(music, 'female', 'specialist', ['cultural']),
      post(trainer, 'male'),
      post(tutor, 'female'),
    ],
  },
  'home-care': {
    name: text(
      '«Рудный қаласы әкімдігінің «Мейірім» үйде әлеуметтік қызмет көрсету орталығы» коммуналдық мемлекеттік мекемесі',
      'Коммунальное государственное учреждение «Центр социального обслуживания на дому «Мейірім» акимата города Рудного»',
    ),
    place: text('Рудный қаласы', 'город Рудный'),
    filePrefix: 'Ү/',
    fileStart: 1043,
    posts: [
      post(head, 'male'),
      post(socialWork, 'female', 'social-work-specialist', ['economic', 'psychological']),
      post(consultant, 'female', 'consultant', ['everyday', 'legal']),
      post(consultant, 'male', 'consultant', ['everyday', 'legal']),
      post(nurse, 'female', 'specialist', ['medical']),
      post(['оңалтушы педагог', 'педагог-реабилитолог'], 'female', 'specialist', ['pedagogical', 'labour', 'cultural']),
      post(socialWorker, 'female', null, ['everyday']),
      post(socialWorker, 'female', null, ['everyday']),
      post(socialWorker, 'male', null, ['everyday']),
      post(socialWorker, 'female', null, ['everyday']),
    ],
  },
  'temporary-stay': {
    name: text(
      '«Теміртау қаласы әкімдігінің «ЖАҢА ТАҢ» әлеуметтік бейімдеу орталығы» коммуналдық мемлекеттік мекемесі',
      'Коммунальное государственное учреждение «Центр социальной адаптации «ЖАҢА ТАҢ» акимата города Темиртау»',
    ),
    place: text('Теміртау қаласы', 'город Темиртау'),
    filePrefix: '',
    fileStart: 512,
    posts: [
      post(head, 'male'),
      post(socialWork, 'female', 'social-work-specialist', ['everyday', 'economic']),
      post(socialWork, 'male', 'social-work-specialist', ['everyday', 'economic']),
      post(psychologist, 'female', 'psychologist', ['psychological', 'pedagogical']),
      post(['фельдшер', 'фельдшер'], 'female', 'medical', ['medical']),
      post(labourTrainer, 'male', 'specialist', ['labour', 'cultural']),
      post(lawyer, 'female', 'specialist', ['legal']),
      post(['кезекші әкімші', 'дежурный администратор'], 'male'),
    ],
  },
};
