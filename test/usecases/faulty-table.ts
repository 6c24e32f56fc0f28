import type { Table } from '../../shared/store/table.ts';

/** The process died: what it was doing is not known to anybody. */
export class Crash extends Error {}

/** A table whose n-th call (from 1) ends the process, just before it is carried out or just after. */
export function crashingTable(table: Table, call: number, when: 'before' | 'after'): Table {
  let calls = 0;
  return {
    name: table.name,
    async call(operation, input) {
      calls += 1;
      const isLast = calls === call;
      if (isLast && when === 'before') throw new Crash();
      const output = await table.call(operation, input);
      if (isLast && when === 'after') throw new Crash();
      return output;
    },
  };
}

/** A table that counts its calls. */
export function countingTable(table: Table): Table & { calls: number } {
  return {
    name: table.name,
    calls: 0,
    call(operation, input) {
      this.calls += 1;
      return table.call(operation, input);
    },
  };
}
