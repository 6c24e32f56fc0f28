import { createDemo } from '../demo/demo.ts';
import { startEmulator, type Twin, type TwinOptions } from './emulator.ts';

export type { Twin, TwinOptions };

/**
 * Starts the emulator with the demo and resolves when both respond. Only this file knows both.
 * @throws Error that says what is in the way: a port in use, a template the twin cannot run, a custom
 * resource that fails.
 */
export function startTwin(options: TwinOptions): Promise<Twin> {
  return startEmulator(options, createDemo);
}
