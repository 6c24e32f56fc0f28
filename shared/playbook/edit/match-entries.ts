import { isDeepStrictEqual } from 'node:util';

/**
 * Which entry of a list before is which one now: equal ones, then those with the same name or id, then those at the same
 * place.
 * @returns for each entry now the index it had before; undefined for a new one
 */
export function matchEntries(before: readonly unknown[], now: readonly unknown[]): (number | undefined)[] {
  const found: (number | undefined)[] = now.map(() => undefined);
  const taken = new Set<number>();
  const pass = (isSame: (was: number, is: number) => boolean) => {
    for (const is of now.keys()) {
      if (found[is] !== undefined) continue;
      const candidates = [is, ...before.keys()].filter((was) => was < before.length && !taken.has(was));
      const was = candidates.find((each) => isSame(each, is));
      if (was === undefined) continue;
      found[is] = was;
      taken.add(was);
    }
  };
  pass((was, is) => isDeepStrictEqual(before[was], now[is]));
  pass((was, is) => {
    const identity = identityOf(now[is]);
    return identity !== undefined && identity === identityOf(before[was]);
  });
  if (before.length === now.length) pass((was, is) => was === is);
  return found;
}

/** What tells an entry from the others: the name of a rule, the id of a step, the mail and day of an issue. */
function identityOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id, name, mail, on, field } = entry as Record<string, unknown>;
  const own = id ?? name ?? (mail !== undefined ? [mail, on] : field);
  return own === undefined ? undefined : JSON.stringify(own);
}
