/// <reference lib="dom" />
import { startCookieBar } from './cookie-bar.ts';
import { startDemo } from './demo.ts';
import { startThreshold } from './threshold.ts';
import { startWhitepaper } from './whitepaper.ts';

// In which days and hours mails are welcome.
addEventListener('formdata', ({ formData }) => {
  formData.set('_timeZone', Intl.DateTimeFormat().resolvedOptions().timeZone);
});
startDemo();
startThreshold();
// Async scripts have run by then, the tracker among them.
addEventListener('load', () => {
  startCookieBar();
  startWhitepaper();
});
