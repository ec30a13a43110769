import {consentFieldNames} from './consent.ts';
import {text, type Text} from './text.ts';

/** How the value of a field is worded in a history. */
export type ValueKind =
  | 'text'
  | 'date'
  | 'flag'
  | 'staff'
  | 'services'
  | 'groups'
  | 'service'
  | 'sex'
  | 'category'
  | 'kinship'
  | 'event'
  | 'planStatus'
  | 'roundStatus'
  | 'change'
  | 'period'
  | 'role'
  | 'form'
  | 'language'
  | 'how'
  | 'outOfTurn'
  | 'organisation'
  | 'account'
  | 'signatory'
  | 'direction'
  | 'transferState'
  | 'inventory'
  | 'group'
  | 'unit'
  | 'unitKind'
  | 'condition'
  | 'answer'
  | 'checkValue'
  | 'consentGiver'
  | 'phrasePlace';

export interface HistoryField {
  readonly label: Text;
  readonly kind: ValueKind;
}

export interface HistoryTable {
  readonly name: Text;
  readonly fields: Readonly<Record<string, HistoryField>>;
  /** Where the id of a row says something by itself. */
  readonly id?: HistoryField;
}

function field(kk: string, ru: string, kind: ValueKind = 'text'): HistoryField {
  return {label: text(kk, ru), kind};
}

const nameFields = {
  surname: field('Тегі', 'Фамилия'),
  firstName: field('Аты', 'Имя'),
  patronymic: field('Әкесінің аты', 'Отчество'),
  bornOn: field('Туған күні', 'Дата рождения', 'date'),
};

const observedFields = {
  observedFrom: field('Бақылау басталған күн', 'Наблюдение с', 'date'),
  observedTo: field('Бақылау аяқталған күн', 'Наблюдение по', 'date'),
};

const officialNameFields = {
  nameKk: field('Ресми атауы (қазақша)', 'Официальное название (на казахском)'),
  nameRu: field('Ресми атауы (орысша)', 'Официальное название (на русском)'),
};

/** As the form of a member of staff calls them, too. */
export const staffFieldNames = {
  positionKk: text('Лауазымы (қазақша)', 'Должность (на казахском)'),
  positionRu: text('Лауазымы (орысша)', 'Должность (на русском)'),
  role: text('Нысандарда кім ретінде қол қояды', 'В качестве кого подписывает формы'),
  services: text('Әдетте қандай қызмет түрлерін тағайындайды', 'Какие виды услуг обычно назначает'),
  startedOn: text('Жұмысқа қабылданған күні', 'Дата приема на работу'),
  leftOn: text('Жұмыстан шыққан күні', 'Дата увольнения'),
  normPost: text('1-қосымшадағы лауазымы', 'Должность по приложению 1'),
};

/** As the form of a member of staff calls it. */
function staffField(name: keyof typeof staffFieldNames, kind: ValueKind = 'text'): HistoryField {
  return {label: staffFieldNames[name], kind};
}

/**
 * What a history tells, table by table. What links records to each other (ids, places in a list) is told by the records
 * themselves and has no line here.
 */
export const historyTables: Readonly<Record<string, HistoryTable>> = {
  recipient: {
    name: text('Қызмет алушы', 'Получатель услуг'),
    fields: {
      ...nameFields,
      sex: field('Жынысы', 'Пол', 'sex'),
      iin: field('ЖСН', 'ИИН'),
      iinOverrideReason: field('ЖСН-ді осылай қалдыру себебі', 'Почему ИИН оставлен таким'),
      category: field('Санаты', 'Категория', 'category'),
      disabilityGroup: field('Мүгедектік тобы', 'Группа инвалидности', 'group'),
      address: field('Үйінің мекенжайы', 'Домашний адрес'),
      phone: field('Телефон нөмірі', 'Номер телефона'),
      programmeFrom: field('Жеке бағдарлама басталған күн', 'Индивидуальная программа с', 'date'),
      programmeTo: field('Жеке бағдарлама аяқталатын күн', 'Индивидуальная программа по', 'date'),
      diagnosis: field('Диагнозы', 'Диагноз'),
      ethnicity: field('Ұлты', 'Национальность'),
      socialStatus: field('Әлеуметтік мәртебесі', 'Социальный статус'),
    },
  },
  recipientMerge: {
    name: text('Қайталанған жазбаны біріктіру', 'Объединение повторных записей'),
    fields: {
      mergedOn: field('Біріктірілген күні', 'Дата объединения', 'date'),
      undoneOn: field('Біріктіру жойылған күні', 'Дата отмены объединения', 'date'),
    },
  },
  relative: {
    name: text('Ата-ана', 'Родитель'),
    fields: {
      kinship: field('Кім болып келеді', 'Кем приходится', 'kinship'),
      ...nameFields,
      absenceReason: field('Болмау себебі', 'Причина отсутствия'),
      proof: field('Растайтын құжаттың түрі', 'Вид подтверждающего документа'),
    },
  },
  placement: {
    name: text('Журнал жолы', 'Строка журнала'),
    fields: {
      rowNumber: field('Журналдағы №', '№ в журнале'),
      outOfTurn: field('Кезектен тыс', 'Вне очереди', 'outOfTurn'),
      archive: field('Ескі қағаздар кейін енгізілген', 'Старые бумаги введены задним числом', 'flag'),
    },
  },
  unitStay: {
    name: text('Бөлімшеде болуы', 'Пребывание в отделении'),
    fields: {
      unitId: field('Бөлімше', 'Отделение', 'unit'),
      fromOn: field('Кірген күні', 'С какого дня', 'date'),
      toOn: field('Шыққан күні', 'День выхода', 'date'),
    },
  },
  admissionCheck: {
    name: text('Қабылдау шарты', 'Условие приема'),
    fields: {
      itemId: field('Шарт', 'Условие', 'condition'),
      answer: field('Қалай', 'Соблюдено ли', 'answer'),
      value: field('Не жазылды', 'Что указано', 'checkValue'),
      reason: field('Сонда да қабылдау себебі', 'Почему все же принят'),
    },
  },
  unit: {
    name: text('Бөлімше', 'Отделение'),
    fields: {
      kind: field('Түрі', 'Вид', 'unitKind'),
      nameKk: field('Ресми атауы (қазақша)', 'Официальное название (на казахском)'),
      nameRu: field('Ресми атауы (орысша)', 'Официальное название (на русском)'),
      places: field('Орын саны', 'Число мест'),
      openedOn: field('Ашылған күні', 'Дата открытия', 'date'),
      closedOn: field('Жабылған күні', 'Дата закрытия', 'date'),
    },
  },
  placementEvent: {
    name: text('Журналдағы белгі', 'Отметка в журнале'),
    fields: {
      kind: field('Белгі', 'Отметка', 'event'),
      happenedOn: field('Күні', 'Дата', 'date'),
      orderNumber: field('Бұйрықтың №', '№ приказа'),
      reason: field('Себебі', 'Причина'),
      destination: field('Қайда шықты', 'Куда выбыл'),
      until: field('Келудің соңғы күні', 'Последний день прибытия', 'date'),
    },
  },
  portalEntry: {
    name: text('Порталға енгізу белгісі', 'Отметка о внесении на портал'),
    fields: {
      enteredOn: field('Порталға енгізілген күні', 'Дата внесения на портал', 'date'),
      staffId: field('Кім енгізді', 'Кто внес', 'staff'),
    },
  },
  personalFile: {
    name: text('Жеке іс', 'Личное дело'),
    fields: {
      number: field('Жеке істің №', '№ личного дела'),
      openedOn: field('Ашылған күні', 'Дата открытия', 'date'),
      placeKk: field('Жасалған жері (қазақша)', 'Место составления (на казахском)'),
      placeRu: field('Жасалған жері (орысша)', 'Место составления (на русском)'),
      cameFrom: field('Қайдан келді', 'Откуда прибыл'),
      signedOn: field('Қол қойылған күні', 'Дата подписи', 'date'),
      sheets: field('Парақтар саны', 'Количество листов'),
    },
  },
  fileDocument: {
    name: text('Жеке істің құжаты', 'Документ личного дела'),
    fields: {
      title: field('Құжаттың атауы', 'Название документа'),
      sheets: field('Парақ', 'Листов'),
      copies: field('Көшірме', 'Копий'),
      original: field('Түпнұсқа', 'Подлинник', 'flag'),
      consentOn: field('Келісім күні', 'Дата согласия', 'date'),
      receivedOn: field('Қабылданған күні', 'Дата приема', 'date'),
      returnedOn: field('Қайтарылған күні', 'Дата возврата', 'date'),
    },
  },
  plan: {
    name: text('Жеке жоспар', 'Индивидуальный план'),
    fields: {
      status: field('Жай-күйі', 'Состояние', 'planStatus'),
      servicesToReview: field('Қайта қаралатын қызмет түрлері', 'Пересматриваемые виды услуг', 'services'),
      ...observedFields,
      periodFrom: field('Жоспар басталған күн', 'План с', 'date'),
      periodTo: field('Жоспар аяқталатын күн', 'План по', 'date'),
      reviewOn: field('Қайта қарау күні', 'Дата пересмотра', 'date'),
      drawnUpOn: field('Жасалған күні', 'Дата составления', 'date'),
      filledOn: field('Толтырылған күні', 'Дата заполнения', 'date'),
      approvedOn: field('Бекітілген күні', 'Дата утверждения', 'date'),
      approvedById: field('Бекіткен басшы', 'Утвердил', 'staff'),
      endedOn: field('Тоқтатылған күні', 'Дата прекращения', 'date'),
      endReason: field('Тоқтату себебі', 'Причина прекращения'),
    },
  },
  measure: {
    name: text('Жоспардың іс-шарасы', 'Мероприятие плана'),
    fields: {
      serviceType: field('Қызмет түрі', 'Вид услуги', 'service'),
      text: field('Іс-шараның атауы', 'Наименование мероприятия'),
      volume: field('Көлемі', 'Объем'),
      period: field('Іске асыру мерзімі', 'Срок реализации', 'period'),
      dateFrom: field('Басталу күні', 'С какого числа', 'date'),
      dateTo: field('Аяқталу күні', 'По какое число', 'date'),
      staffId: field('Тағайындаған маман', 'Специалист, назначивший мероприятие', 'staff'),
      assignedOn: field('Тағайындау күні', 'Дата назначения', 'date'),
    },
  },
  planSignature: {
    name: text('Жоспардағы қол', 'Подпись в плане'),
    fields: {
      role: field('Кім ретінде', 'В качестве кого', 'role'),
      staffId: field('Қол қоюшы', 'Подписавший', 'staff'),
      signedOn: field('Қол қойылған күні', 'Дата подписания', 'date'),
    },
  },
  monitoringRound: {
    name: text('Мониторинг', 'Мониторинг'),
    fields: {
      number: field('№', '№'),
      status: field('Жай-күйі', 'Состояние', 'roundStatus'),
      ...observedFields,
      monitoredOn: field('Мониторинг күні', 'Дата мониторинга', 'date'),
      enteredOn: field('Журналға енгізілген күн', 'Дата внесения в журнал', 'date'),
      specialistId: field('Маман', 'Специалист', 'staff'),
      specialistSignedOn: field('Маман қол қойған күн', 'Дата подписи специалиста', 'date'),
      consultantId: field('Консультант', 'Консультант', 'staff'),
      consultantSignedOn: field('Консультант қол қойған күн', 'Дата подписи консультанта', 'date'),
    },
  },
  monitoringEntry: {
    name: text('Мониторинг жолы', 'Строка мониторинга'),
    fields: {
      serviceType: field('Қызмет түрі', 'Вид услуги', 'service'),
      positiveGroups: field('Оң өзгерістердің саласы', 'Область положительных изменений', 'groups'),
      positive: field('Оң өзгерістер', 'Положительные изменения'),
      noneOrWorse: field('Өзгеріс', 'Изменение', 'change'),
      reason: field('Себебі', 'Причина'),
      decision: field('Шешім', 'Решение'),
      servicesToReview: field('Қайта қаралатын қызмет түрлері', 'Пересматриваемые виды услуг', 'services'),
      recommendation: field('Ұсынымдар', 'Рекомендации'),
      monitoredOn: field('Мониторинг күні', 'Дата мониторинга', 'date'),
      staffId: field('Маман', 'Специалист', 'staff'),
    },
  },
  paper: {
    name: text('Бекітілген құжат', 'Утвержденный документ'),
    fields: {
      form: field('Нысан', 'Форма', 'form'),
      legalDate: field('Құжаттың күні', 'Дата документа', 'date'),
    },
  },
  print: {
    name: text('Басылым', 'Печать'),
    fields: {
      form: field('Нысан', 'Форма', 'form'),
      language: field('Тілі', 'Язык', 'language'),
      how: field('Қалай', 'Как', 'how'),
    },
  },
  transfer: {
    name: text('Ұйымдар арасында ауысу', 'Перевод между организациями'),
    fields: {
      direction: field('Бағыты', 'Направление', 'direction'),
      state: field('Жай-күйі', 'Состояние', 'transferState'),
      otherNameKk: field('Басқа ұйым (қазақша)', 'Другая организация (на казахском)'),
      otherNameRu: field('Басқа ұйым (орысша)', 'Другая организация (на русском)'),
      outside: field('Тек қағаз құжаттар', 'Только бумажные документы', 'flag'),
      dischargeOn: field('Шығару туралы бұйрықтың күні', 'Дата приказа о выписке', 'date'),
      dischargeOrder: field('Шығару туралы бұйрықтың №', '№ приказа о выписке'),
      actNumber: field('Актінің №', '№ акта'),
      actOn: field('Актінің күні', 'Дата акта', 'date'),
      contractNumber: field('Ресоциализация туралы шарттың №', '№ договора о ресоциализации'),
      contractOn: field('Ресоциализация туралы шарттың күні', 'Дата договора о ресоциализации', 'date'),
      handedBy: field('Тапсырған', 'Передал'),
      receivedBy: field('Қабылдаған', 'Принял'),
      reason: field('Себебі', 'Причина'),
      inventory: field('Құжаттардың тізімдемесі', 'Опись документов', 'inventory'),
    },
  },
  attachment: {
    name: text('Сканерленген құжат', 'Скан документа'),
    fields: {
      title: field('Атауы', 'Название'),
      addedOn: field('Қосылған күні', 'Дата добавления', 'date'),
    },
  },
  consent: {
    name: text('Дербес деректерді өңдеуге келісім', 'Согласие на обработку персональных данных'),
    fields: {
      givenOn: {label: consentFieldNames.givenOn, kind: 'date'},
      givenBy: {label: consentFieldNames.givenBy, kind: 'consentGiver'},
      representative: {label: consentFieldNames.representative, kind: 'text'},
      document: {label: consentFieldNames.document, kind: 'text'},
      withdrawnOn: {label: consentFieldNames.withdrawnOn, kind: 'date'},
      note: {label: consentFieldNames.note, kind: 'text'},
    },
  },
  yearBinding: {
    name: text('Жыл құжаттарын тігу', 'Сшив за год'),
    fields: {
      year: field('Жылы', 'Год'),
      boundOn: field('Тігілген күні', 'Дата сшива', 'date'),
      sheets: field('Парақ саны', 'Количество листов'),
    },
  },
  facility: {
    name: text('Ұйым', 'Организация'),
    fields: {
      type: field('Ұйымның түрі', 'Вид организации', 'organisation'),
      ...officialNameFields,
      placeKk: field('Орналасқан жері (қазақша)', 'Место нахождения (на казахском)'),
      placeRu: field('Орналасқан жері (орысша)', 'Место нахождения (на русском)'),
      headStaffId: field('Басшысы', 'Руководитель', 'staff'),
      places: field('Орын саны', 'Количество мест'),
    },
  },
  staff: {
    name: text('Қызметкер', 'Сотрудник'),
    fields: {
      surname: nameFields.surname,
      firstName: nameFields.firstName,
      patronymic: nameFields.patronymic,
      positionKk: staffField('positionKk'),
      positionRu: staffField('positionRu'),
      signatoryRole: staffField('role', 'signatory'),
      serviceTypes: staffField('services', 'services'),
      startedOn: staffField('startedOn', 'date'),
      leftOn: staffField('leftOn', 'date'),
      normPost: staffField('normPost'),
      rateHundredths: field('Ставкасы, %', 'Ставка, %'),
    },
  },
  account: {
    name: text('Кіру аты', 'Имя для входа'),
    fields: {
      name: field('Кіру аты', 'Имя для входа'),
      role: field('Құқығы', 'Права', 'account'),
      staffId: field('Қызметкер', 'Сотрудник', 'staff'),
      disabled: field('Кіру жабылған', 'Вход закрыт', 'flag'),
    },
  },
  phrase: {
    name: text('Дайын тіркес', 'Готовая фраза'),
    fields: {
      serviceType: field('Қызмет түрі', 'Вид услуги', 'service'),
      place: field('Қайда қойылады', 'Куда вставляется', 'phrasePlace'),
      textKk: field('Қазақша', 'На казахском'),
      textRu: field('Орысша', 'На русском'),
      hidden: field('Жасырылған', 'Скрыта', 'flag'),
    },
  },
  calendarEdit: {
    name: text('Күнтізбедегі күн', 'День в календаре'),
    id: field('Күні', 'Дата', 'date'),
    fields: {
      working: field('Жұмыс күні', 'Рабочий день', 'flag'),
      reason: field('Себебі', 'Причина'),
    },
  },
  /** The name of the setting stands in `settingNames`. */
  setting: {name: text('Баптау', 'Настройка'), fields: {}},
  erasure: {name: text('Деректерді біржола өшіру', 'Стирание данных'), fields: {}},
  conflictChoice: {name: text('Түзетулердің бірін таңдау', 'Выбор между правками'), fields: {}},
  reference: {
    name: text('Тізілім анықтамалығы', 'Справочник реестра'),
    fields: {version: field('Нұсқасы', 'Версия')},
  },
  journal: {
    name: text('Журналдың томы', 'Том журнала'),
    fields: {
      begunOn: field('Басталған күні', 'Дата начала', 'date'),
      endedOn: field('Аяқталған күні', 'Дата окончания', 'date'),
    },
  },
};

/** The settings that a person changes, by their ids; what the program keeps for itself has no line. */
export const settingNames: Readonly<Record<string, Text>> = {
  'working-week': text('Баптау: жұмыс аптасы', 'Настройка: рабочая неделя'),
  'holiday-table': text('Баптау: мереке күндерінің кестесі', 'Настройка: таблица праздничных дней'),
  'counted-from': text('Баптау: мерзімдер қай күннен саналады', 'Настройка: с какого дня считаются сроки'),
  'quarter': text('Баптау: тоқсан қалай саналады', 'Настройка: как считается квартал'),
  'local-terms': text('Баптау: ұйымның өз мерзімдері', 'Настройка: собственные сроки организации'),
  'numbering': text('Баптау: нөмірлеу', 'Настройка: нумерация'),
  'consent-mark': text('Баптау: келісім туралы белгі', 'Настройка: отметка о согласии'),
  'keep-years': text('Баптау: деректерді сақтау мерзімі', 'Настройка: срок хранения данных'),
};
