/**
 * Cells that a spreadsheet would run as a formula instead of showing (OWASP, "CSV Injection"; the
 * full-width signs count in Japanese settings), and cells that already carry the guard.
 */
export const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Takes the guard off a cell: one apostrophe before a formula start. The export puts one before every
 * cell that FORMULA_START matches, guarded-looking ones too, so taking one off always gives back what was there.
 */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell) ? cell.slice(1) : cell
}
