import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleTracker } from '../../../infra/bundle.ts';

describe('the tracker', () => {
  it('weighs some 2 KB on the wire', async () => {
    expect(gzipSync(await bundleTracker()).length).toBeLessThan(2_200);
  });
});
