/** The name of a column in SQL, from its name in the schema: as drizzle's `casing: 'snake_case'` makes it. */
export function columnName(property: string): string {
  return property.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}
