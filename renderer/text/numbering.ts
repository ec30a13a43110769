import type {NumberKind} from '../../domain/numbering.ts';
import {text, type Text} from '../../domain/text.ts';

const titles: Record<NumberKind, (number: string) => Text> = {
  row: number => text(`Журналда № ${number} екі жазбада тұр`, `В журнале № ${number} стоит у двух записей`),
  file: number => text(`Жеке іс № ${number} екі адамда тұр`, `Личное дело № ${number} стоит у двух человек`),
};

/** Numbers that two PCs have given, each not knowing of the other. */
export const doubledText = {
  title: (kind: NumberKind, number: string): Text => titles[kind](number),
  what: text(
    'Екі компьютер бір-бірін білмей бір нөмірді берген. Қай жазбаның нөмірі қол қойылған қағазда тұрса, соны қалдырып, екіншісіне келесі нөмірді беріңіз.',
    'Два компьютера, не зная друг о друге, дали один номер. Оставьте его той записи, у которой он уже стоит на подписанной бумаге, а другой дайте следующий номер.',
  ),
  count: (count: number): Text => text(`Екі рет берілген нөмір: ${count}`, `Номер, данный дважды: ${count}`),
  giveNext: text('Келесі нөмірді беру', 'Дать следующий номер'),
  /** For those who hear the button alone. */
  givesTo: (name: string): Text => text(`Келесі нөмірді беру: ${name}`, `Дать следующий номер: ${name}`),
  given: (number: string): Text => text(`Жаңа нөмірі: № ${number}`, `Новый номер: № ${number}`),
};
