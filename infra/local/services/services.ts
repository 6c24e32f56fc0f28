import type { Services, ServicesContext } from './context.ts';

/** Starts every service that the template uses; refuses what it cannot run, all of it in one error. */
export async function createServices(_context: ServicesContext): Promise<Services> {
  throw new Error('under construction');
}
