/** How far apart two reports may be and still be of one event. */
export interface Reach {
  readonly days: number
  /** Along a great circle. */
  readonly km: number
}

/** Unless the user says otherwise. */
export const USUAL_REACH: Reach = { days: 1, km: 10 }
