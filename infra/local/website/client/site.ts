/// <reference lib="dom" />
import { startCookieBar } from './cookie-bar.ts';
import { startDemo } from './demo.ts';
import { startThreshold } from './threshold.ts';
import { startWhitepaper } from './whitepaper.ts';

startDemo();
startThreshold();
// Async scripts have run by then, the tracker among them.
addEventListener('load', () => {
  startCookieBar();
  startWhitepaper();
});
