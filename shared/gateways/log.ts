import type { Logger } from '@aws-lambda-powertools/logger';

type Level = 'info' | 'warn' | 'error';
type Write = (message: string, about?: object) => Promise<void>;

/**
 * The log of a function, one line of JSON for each message. Callers need not await a line: it is written before Lambda
 * freezes the function. Create it once per process.
 */
export function logOf(serviceName: string): Record<Level, Write> {
  let made: Promise<Logger> | undefined;

  // Loaded at the first line: it is a third of the cold start, and most processes never log anything.
  async function load(): Promise<Logger> {
    const powertools = await import('@aws-lambda-powertools/logger');
    return new powertools.Logger({ serviceName });
  }

  const at =
    (level: Level): Write =>
    async (message, about = {}) => {
      made ??= load();
      const logger = await made;
      logger[level](message, about as Error);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
