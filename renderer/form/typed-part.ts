/** The part of a text with several lines that is being typed: its line, or what stands between semicolons in it. */
export interface TypedPart {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export function partAt(text: string, caret: number): TypedPart {
  const before = text.slice(0, caret).search(/[^\n;]*$/u);
  const end = text.slice(caret).search(/[\n;]/u);
  const to = end === -1 ? text.length : caret + end;
  // Blanks after a semicolon stay where they are.
  const from = before + (/^\s*/u.exec(text.slice(before, to))?.[0].length ?? 0);
  return {from, to, words: text.slice(from, to)};
}
