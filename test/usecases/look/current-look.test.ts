import { expect, it } from 'vitest';
import { withLook } from '../../../shared/usecases/look/current-look.ts';

const named = (name: string) => ({ company: { name, address: 'Kade 1' }, mailing: {} });

it('takes the look from what is read anyway, and keeps the last one when nothing can be read', async () => {
  const reads = [named('One'), undefined, named('Two')];
  const { source, look } = withLook(
    async () => reads.shift() ?? Promise.reject(new Error('down')),
    'https://www.acme.example',
  );
  expect(look().company.name).toBe('acme.example');
  await source();
  expect(look().company.name).toBe('One');
  expect(look()).toBe(look());
  await expect(source()).rejects.toThrow('down');
  expect(look().company.name).toBe('One');
  await source();
  expect(look().company.name).toBe('Two');
});
