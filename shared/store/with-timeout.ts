import type { Table } from './table.ts';

/** The table for those who cannot wait: a call that takes longer is given up. It may be carried out all the same. */
export function impatientTable(table: Table, milliseconds: number): Table {
  return {
    name: table.name,
    async call(operation, input) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('The table did not answer in time')), milliseconds);
      });
      try {
        return await Promise.race([table.call(operation, input), patience]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
