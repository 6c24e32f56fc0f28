/// <reference lib="dom" />
import { startCookieBar } from './cookie-bar.ts';
import { startDemo } from './demo.ts';
import { startThreshold } from './threshold.ts';
import { startWhitepaper } from './whitepaper.ts';

// Mails are sent at decent hours in the reader's time zone.
addEventListener('formdata', ({ formData }) => {
  formData.set('_timeZone', Intl.DateTimeFormat().resolvedOptions().timeZone);
});
startDemo();
startThreshold();
// By then async scripts have run, including the tracker.
addEventListener('load', () => {
  startCookieBar();
  startWhitepaper();
});
