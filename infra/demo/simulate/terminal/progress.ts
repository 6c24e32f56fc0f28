const WIDTH = 30;

/** A terminal, or a file. */
export interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows progress: as a bar on a terminal, else as a line for each tenth. */
export function openProgress(output: Output) {
  let shown = -1;
  return {
    show(done: number, total: number, about: string): void {
      if (output.isTTY) {
        const filled = Math.round((done / total) * WIDTH);
        output.write(`\r\u001b[2K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${about}`);
        if (done === total) output.write('\n');
        return;
      }
      const tenth = Math.floor((done / total) * 10);
      if (tenth === shown) return;
      shown = tenth;
      output.write(`${tenth * 10} % · ${about}\n`);
    },
  };
}
