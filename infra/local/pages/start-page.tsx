import { Hono } from 'hono';
import type { RunningTwin } from '../running-twin.ts';

/** The page at `/` of the twin. */
export function startPage(_twin: RunningTwin): Hono {
  return new Hono().get('/', (c) => c.html('<!doctype html><title>Kansrijk</title>'));
}
