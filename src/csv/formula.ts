/**
 * Cells that a spreadsheet would run as a formula instead of showing (OWASP, "CSV Injection"; the
 * full-width signs count in Japanese settings), and cells that already have the guard.
 */
export const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Removes the guard from a cell: one apostrophe before a formula start. The export adds one to
 * every cell that FORMULA_START matches, including those that look guarded, so removing one always
 * restores the original.
 */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell) ? cell.slice(1) : cell
}
