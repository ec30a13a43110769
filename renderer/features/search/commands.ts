import {fold, wrongLayout} from '../../../domain/search-key.ts';
import type {Text} from '../../../domain/text.ts';

export interface PaletteCommand {
  readonly key: string;
  readonly name: Text;
  readonly run: () => void;
}

/**
 * The commands that somebody may mean: every typed word begins a word of the name in either language, also when it was
 * typed on another layout of the keyboard (`;ehyfk` for «журнал»). Whose whole name was typed comes first. Nothing typed: all.
 */
export function matchingCommands(commands: readonly PaletteCommand[], typed: string): PaletteCommand[] {
  const readings = [typed, ...wrongLayout(typed)].map(fold).filter(reading => reading !== '');
  if (typed.trim() === '') return [...commands];
  const isNamed = ({name}: PaletteCommand): boolean =>
    readings.includes(fold(name.kk)) || readings.includes(fold(name.ru));
  return commands
    .filter(({name}) => {
      const words = [...fold(name.kk).split(' '), ...fold(name.ru).split(' ')];
      return readings.some(reading => reading.split(' ').every(part => words.some(word => word.startsWith(part))));
    })
    .sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
}
