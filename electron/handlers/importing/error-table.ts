import {isIsoDate} from '../../../domain/dates.ts';
import {headingsOf} from '../../../domain/importing/guess.ts';
import {importFieldWords} from '../../../domain/importing/kinds.ts';
import {isRowRemark, rowProblemWords} from '../../../domain/importing/problems.ts';
import {text, type Language} from '../../../domain/text.ts';
import {workbook, type WorkbookCell} from '../../excel/workbook.ts';
import type {Finding} from '../../contract/importing.ts';
import type {JobResult} from '../jobs.ts';
import type {CheckedTable} from './check.ts';

const words = {
  column: text('Не дұрыс емес', 'Что не так'),
  refused: text('АЛЫНБАЙДЫ', 'НЕ БУДЕТ ВНЕСЕНО'),
  remark: text('тексеріңіз', 'проверьте'),
  sheet: text('Тексерілген кесте', 'Проверенная таблица'),
  file: text('Кесте: не дұрыс емес', 'Таблица: что не так'),
};

/** The user's own table with one more column that says per row what is wrong; what can be mended is mended there. */
export async function errorTable(table: CheckedTable, language: Language): Promise<JobResult> {
  const {rows, area, lines} = table;
  const headings = headingsOf(rows, area);
  const data = rows.slice(area.head + area.depth, area.last + 1);
  const width = Math.max(headings.length, ...data.map(row => row.length));
  const said = new Map(lines.map(line => [line.row, saidOf(line.findings, language)]));
  const filled = (row: readonly string[]): string[] => Array.from({length: width}, (_, column) => row[column] ?? '');
  const bytes = await workbook([
    {
      name: words.sheet[language],
      head: [...filled(headings), words.column[language]],
      rows: data.map((row, index) => [...filled(row).map(cellOf), said.get(area.head + area.depth + index) ?? null]),
      widths: [...Array.from({length: width}, () => 18), 60],
    },
  ]);
  return {fileName: `${words.file[language].replace(':', '')}.xlsx`, bytes};
}

function cellOf(cell: string): WorkbookCell {
  if (cell === '') return null;
  return isIsoDate(cell) && cell >= '1900-03-01' ? {day: cell} : cell;
}

function saidOf(findings: readonly Finding[], language: Language): string | null {
  if (findings.length === 0) return null;
  const isRefused = findings.some(({problem}) => !isRowRemark(problem));
  const each = findings.map(({field, problem}) => {
    const what = rowProblemWords[problem][language];
    return field === null ? what : `${importFieldWords[field].name[language]}: ${what}`;
  });
  return `${(isRefused ? words.refused : words.remark)[language]}. ${each.join('; ')}`;
}
