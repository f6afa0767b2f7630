/** What a position of a report is of, from most to least exact. */
export const POINT_ROLES = [
  'reported-position',
  'settlement',
  'landmark',
  'approximate-settlement',
  'district-label-point',
  'former-unit-label-point',
] as const
export type PointRole = (typeof POINT_ROLES)[number]

/** The same of exported geometries: outlines can stand in for label points. */
export const GEOMETRY_ROLES = [...POINT_ROLES, 'district-outline', 'former-unit-outline'] as const
export type GeometryRole = (typeof GEOMETRY_ROLES)[number]

export function leastExactRole(roles: readonly GeometryRole[]): GeometryRole | 'none' {
  const ranks = roles.map((role) => GEOMETRY_ROLES.indexOf(role))
  return GEOMETRY_ROLES[Math.max(...ranks)] ?? 'none'
}
