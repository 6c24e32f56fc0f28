import { expect } from 'vitest';
import type { Problem } from '../../shared/domain/playbook/mistake.ts';

/** Words of English sentences that are no words of Dutch ones, nor names of settings. */
const ENGLISH =
  /(?<![\p{L}\w-])(the|an|and|or|it|this|that|there|which|without|not|nobody|every|has|have|be|can|cannot|did|does|you|your|write|leave|make|choose|keep|add|such|than|more|its|their|these|until|above|below)(?![\p{L}\w-])/iu;
/** Names and examples, which are the same in each language: between quotes, brackets or braces, and paths and addresses. */
const NAMES = /"[^"]*"|'[^']*'|\{\{.*?\}\}|\{%.*?%\}|\[[^\]]*\]|\S*[/.@]\S+/g;

/** Expects that each of these is told in Dutch too, in words that are no English. */
export function expectPlainDutch(found: readonly Problem[]): void {
  const texts = found.flatMap(({ problem, remedy }) => [problem, remedy]);
  const untold = texts.filter(({ nl, en }) => nl === en || ENGLISH.test(nl.replace(NAMES, '')));
  expect(untold).toEqual([]);
}
