/** Points with their sign: `+3`, or `−3` with the minus that is as wide as a digit. */
export function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
