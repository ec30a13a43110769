import type {LikenessGrade, LikenessGround} from './duplicates.ts';
import {text, type Text} from './text.ts';

/** How sure it is that two entries are of one person, and why. */

export const likenessGradeNames: Record<LikenessGrade, Text> = {
  sure: text('бір адам болуы өте ықтимал', 'почти наверняка один человек'),
  likely: text('бір адам болуы ықтимал', 'вероятно, один человек'),
  possible: text('бір адам болуы мүмкін', 'возможно, один человек'),
};

export const likenessGroundNames: Record<LikenessGround, Text> = {
  'same-iin': text('ЖСН бірдей', 'ИИН совпадает'),
  'same-names': text('аты-жөні бірдей', 'имена совпадают'),
  'close-names': text('аты-жөнінің жазылуы ұқсас', 'имена похожи по написанию'),
  'names-reordered': text('аты-жөнінің бөліктері ауысып жазылған', 'части имени записаны в другом порядке'),
  'surname-changed': text('аты мен әкесінің аты бірдей, тегі басқа', 'имя и отчество совпадают, фамилия другая'),
  'patronymic-missing': text('әкесінің аты тек біреуінде жазылған', 'отчество записано только у одного'),
  'names-differ': text('аты-жөні әртүрлі', 'имена разные'),
  'same-birth-date': text('туған күні бірдей', 'дата рождения совпадает'),
  'birth-date-swapped': text('туған күнінде күні мен айы ауысқан', 'в дате рождения переставлены день и месяц'),
  'birth-date-one-digit': text('туған күні бір цифрмен ерекшеленеді', 'дата рождения отличается одной цифрой'),
  'birth-date-unknown': text(
    'туған күні жазылмаған (біреуінде немесе екеуінде)',
    'дата рождения не записана (у одного или у обоих)',
  ),
  'birth-dates-differ': text('туған күні әртүрлі', 'даты рождения разные'),
};
