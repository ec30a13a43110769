import {parseArgs} from 'node:util';
import {isIsoDate, type IsoDate} from '../../domain/dates.ts';
import {text, type Text} from '../../domain/text.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';

export interface DemoOptions {
  readonly out: string;
  readonly seed: string;
  readonly recipients: number;
  readonly until: IsoDate;
  readonly types: readonly OrganisationType[];
}

const usage = text(
  `Қолданылуы: npm run demo -- --out ҚАЛТА [параметрлер]
  --out ҚАЛТА        бос қалта: ойдан құрылған ұйымдар мен олардың қағаздары осында жасалады
  --recipients N     әр ұйымдағы қызмет алушылар саны (4–500; әдетте 60)
  --until КҮН        жұмыс жылының соңғы күні, ЖЖЖЖ-АА-КК (2023-01-01 күнінен кейін; әдетте бүгін)
  --seed N           басқа сан — басқа адамдар (әдетте 1)
  --only ТҮР         ұйымның бір түрі ғана: ${organisationTypes.join(', ')}`,
  `Использование: npm run demo -- --out ПАПКА [параметры]
  --out ПАПКА        пустая папка: в ней создаются вымышленные организации и их бумаги
  --recipients N     получателей услуг в каждой организации (4–500; обычно 60)
  --until ДЕНЬ       последний день года работы, ГГГГ-ММ-ДД (позже 2023-01-01; обычно сегодня)
  --seed N           другое число — другие люди (обычно 1)
  --only ТИП         только один тип организации: ${organisationTypes.join(', ')}`,
);

/** The options, or what is wrong with them, said to a person. */
export function readDemoOptions(args: readonly string[], today: IsoDate): DemoOptions | {readonly refused: Text} {
  const values = parse(args);
  if (values === undefined) return refused('Параметрлер түсініксіз.', 'Непонятные параметры.');
  const {out = '', seed = '1', only, until = today} = values;
  if (out === '') return refused('--out: қалтаны көрсетіңіз.', '--out: укажите папку.');
  const recipients = Number(values.recipients ?? '60');
  if (!Number.isInteger(recipients) || recipients < 4 || recipients > 500) {
    return refused('--recipients: 4 пен 500 арасындағы сан керек.', '--recipients: нужно число от 4 до 500.');
  }
  if (!isIsoDate(until) || until < '2023-01-01' || until > '2030-12-31') {
    return refused(
      '--until: 2023-01-01 мен 2030-12-31 арасындағы күн керек.',
      '--until: нужен день от 2023-01-01 до 2030-12-31.',
    );
  }
  const type = organisationTypes.find(each => each === only);
  if (only !== undefined && type === undefined) {
    return refused(`--only: ұйымның мұндай түрі жоқ: ${only}.`, `--only: нет такого типа организации: ${only}.`);
  }
  return {out, seed, recipients, until, types: type === undefined ? organisationTypes : [type]};
}

function refused(kk: string, ru: string): {refused: Text} {
  return {refused: text(`${kk}\n${usage.kk}\n`, `${ru}\n${usage.ru}`)};
}

function parse(args: readonly string[]) {
  try {
    const option = {type: 'string'} as const;
    return parseArgs({
      args: [...args],
      options: {out: option, seed: option, recipients: option, until: option, only: option},
    }).values;
  } catch {
    return undefined;
  }
}
