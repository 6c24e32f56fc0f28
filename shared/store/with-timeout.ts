import type { Table } from './table.ts';

/** The table with a timeout in milliseconds for each call. A call that timed out may still take effect. */
export function withTimeout(table: Table, milliseconds: number): Table {
  return {
    name: table.name,
    async call(operation, input) {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('The table did not answer in time')), milliseconds);
      });
      try {
        return await Promise.race([table.call(operation, input), timeout]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
