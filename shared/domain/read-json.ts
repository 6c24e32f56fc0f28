/** A value from JSON, or why the text was not taken. */
export type Json = { ok: true; value: unknown } | { ok: false; reason: string };

/** More than anybody needs. What is nested far deeper breaks the stack of whoever walks through it. */
const MAX_DEPTH = 64;

/**
 * Reads JSON from outside. Never throws. A byte order mark is skipped, and a number that JavaScript cannot hold, such as
 * an order number of 64 bits, stays as the text it was written in.
 */
export function readJson(text: string): Json {
  const json = text.replace(/^\ufeff/, '');
  if (!isShallow(json)) return { ok: false, reason: `Nest at most ${MAX_DEPTH} levels` };
  try {
    return { ok: true, value: JSON.parse(json, exact) };
  } catch {
    return { ok: false, reason: 'This is not JSON' };
  }
}

/** Digits without an exponent are meant to the last one: those of an order number. */
function exact(_name: string, value: unknown, { source = '' }: { source?: string } = {}): unknown {
  if (typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  return Number.isFinite(value) && /e/i.test(source) ? value : source;
}

/** Counts brackets outside texts, before anything is built. */
function isShallow(json: string): boolean {
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    switch (json[i]) {
      case '"':
        for (i++; i < json.length && json[i] !== '"'; i++) if (json[i] === '\\') i++;
        break;
      case '{':
      case '[':
        if (++depth > MAX_DEPTH) return false;
        break;
      case '}':
      case ']':
        depth--;
    }
  }
  return true;
}
